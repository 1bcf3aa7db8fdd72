/// Numbers the different texts that it is shown, from 0, in the order of their first appearance.
struct TextCodes: Sendable {
  /// A place in the table: what tells most texts apart without looking at their bytes.
  private struct Place {
    var key: TextKey
    /// The text's code; -1 where the place is free.
    var code: Int32
  }

  private var bytes: [UInt8] = []
  private var offsets: [Int] = [0]
  /// The texts by hash, by linear probing. A power of two long.
  private var table: [Place] = []

  /// No text yet.
  init() {}

  /// Different texts, in the order of their codes.
  init(_ texts: [String]) {
    for var text in texts { _ = text.withUTF8 { code(CellBytes($0)) } }
  }

  /// How many different texts there are.
  var count: Int { offsets.count - 1 }

  /// The code of a text, new or known.
  ///
  /// - Complexity: constant on average, linear in the text's length.
  mutating func code(_ text: CellBytes) -> Int32 {
    if count * 2 >= table.count { grow() }
    let key = TextKey(text)
    let mask = table.count - 1
    var position = key.hash & mask
    while table[position].code >= 0 {
      let place = table[position]
      if place.key == key, key.isWhole || holds(place.code, text) { return place.code }
      position = (position + 1) & mask
    }
    let code = Int32(count)
    table[position] = Place(key: key, code: code)
    bytes.append(contentsOf: text.buffer)
    offsets.append(bytes.count)
    return code
  }

  /// The code of a text; nil where it is not known.
  func known(_ text: CellBytes) -> Int32? {
    guard !table.isEmpty else { return nil }
    let key = TextKey(text)
    var position = key.hash & (table.count - 1)
    while table[position].code >= 0 {
      let place = table[position]
      if place.key == key, key.isWhole || holds(place.code, text) { return place.code }
      position = (position + 1) & (table.count - 1)
    }
    return nil
  }

  /// Calls the body with the bytes of a code.
  func withText<Result>(_ code: Int, _ body: (CellBytes) -> Result) -> Result {
    bytes.withUnsafeBufferPointer {
      body(CellBytes($0).part(offsets[code], offsets[code + 1]))
    }
  }

  /// The text of a code.
  func text(_ code: Int) -> String { withText(code) { $0.text } }

  private func holds(_ code: Int32, _ text: CellBytes) -> Bool {
    withText(Int(code)) { $0.buffer.elementsEqual(text.buffer) }
  }

  private mutating func grow() {
    let size = max(16, table.count * 2)
    let free = Place(key: TextKey(), code: -1)
    var fresh = [Place](repeating: free, count: size)
    for place in table where place.code >= 0 {
      var position = place.key.hash & (size - 1)
      while fresh[position].code >= 0 { position = (position + 1) & (size - 1) }
      fresh[position] = place
    }
    table = fresh
  }
}

/// What tells texts apart: a short one whole, a longer one by its hash and its first bytes.
struct TextKey: Equatable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var count = 0

  /// The key of no text.
  init() {}

  /// The key of a text.
  init(_ text: CellBytes) {
    count = text.count
    if count < 8 {
      for index in 0..<count { first |= UInt64(text[index]) &<< UInt64(8 * index) }
    } else if count <= 16 {
      // The two may overlap.
      first = text.word(at: 0)
      second = text.word(at: count - 8)
    } else {
      second = text.word(at: 0)
      var index = 0
      while index + 8 <= count {
        first = (first ^ text.word(at: index)) &* 0xBF58_476D_1CE4_E5B9
        first ^= first &>> 31
        index += 8
      }
      first ^= text.word(at: count - 8) &* 0x94D0_49BB_1331_11EB
    }
  }

  /// Whether equal keys are of equal texts.
  @inline(__always)
  var isWhole: Bool { count <= 16 }

  /// A number from 0 that is the same for equal keys.
  @inline(__always)
  var hash: Int {
    var state = (first ^ (second &* 0x9E37_79B9_7F4A_7C15)) &+ UInt64(truncatingIfNeeded: count)
    state = (state ^ (state &>> 32)) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: state &>> 33)
  }
}
