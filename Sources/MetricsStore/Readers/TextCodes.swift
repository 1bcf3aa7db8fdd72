/// Numbers the different texts that it is shown, from 0, in the order of their first appearance.
struct TextCodes: Sendable {
  private var bytes: [UInt8] = []
  private var offsets: [Int] = [0]
  /// Codes by hash, by linear probing; -1 where free. A power of two long.
  private var table: [Int32] = []
  /// The upper half of each code's hash, to tell most texts apart at once.
  private var marks: [UInt32] = []
  private var last: Int32 = -1

  /// How many different texts there are.
  var count: Int { offsets.count - 1 }

  /// The code of a text, new or known.
  ///
  /// - Complexity: constant on average, linear in the text's length.
  @inline(__always)
  mutating func code(_ text: CellBytes) -> Int32 {
    if last >= 0, holds(last, text) { return last }
    last = lookUp(text)
    return last
  }

  private mutating func lookUp(_ text: CellBytes) -> Int32 {
    if count * 2 >= table.count { grow() }
    let mask = table.count - 1
    let hash = TextCodes.hash(text)
    let mark = UInt32(truncatingIfNeeded: hash >> 31)
    var position = Int(truncatingIfNeeded: hash & 0x7FFF_FFFF) & mask
    while table[position] >= 0 {
      let code = table[position]
      if marks[Int(code)] == mark, holds(code, text) { return code }
      position = (position + 1) & mask
    }
    let code = Int32(count)
    table[position] = code
    marks.append(mark)
    bytes.append(contentsOf: text.buffer)
    offsets.append(bytes.count)
    return code
  }

  /// Calls the body with the bytes of a code.
  func withText<Result>(_ code: Int, _ body: (CellBytes) -> Result) -> Result {
    bytes.withUnsafeBufferPointer {
      body(CellBytes($0).part(offsets[code], offsets[code + 1]))
    }
  }

  /// The text of a code.
  func text(_ code: Int) -> String { withText(code) { $0.text } }

  @inline(__always)
  private func holds(_ code: Int32, _ text: CellBytes) -> Bool {
    let start = offsets[Int(code)]
    guard offsets[Int(code) + 1] - start == text.count else { return false }
    // A span, since a call that takes a pointer into the array would count references.
    let known = bytes.span.bytes
    let wanted = UnsafeRawBufferPointer(text.buffer)
    var index = 0
    while index + 8 <= wanted.count {
      let word = known.unsafeLoadUnaligned(fromByteOffset: start + index, as: UInt64.self)
      if word != wanted.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < wanted.count {
      let byte = known.unsafeLoadUnaligned(fromByteOffset: start + index, as: UInt8.self)
      if byte != wanted[index] { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    let size = max(16, table.count * 2)
    var fresh = [Int32](repeating: -1, count: size)
    for code in 0..<count {
      let hash = withText(code) { TextCodes.hash($0) }
      var position = Int(truncatingIfNeeded: hash & 0x7FFF_FFFF) & (size - 1)
      while fresh[position] >= 0 { position = (position + 1) & (size - 1) }
      fresh[position] = Int32(code)
    }
    table = fresh
  }

  @inline(__always)
  private static func hash(_ text: CellBytes) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text.buffer)
    var state = UInt64(raw.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= raw.count {
      state = (state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      state = state &* 0xBF58_476D_1CE4_E5B9
      state ^= state >> 31
      index += 8
    }
    var tail: UInt64 = 0
    while index < raw.count {
      tail = tail << 8 | UInt64(raw[index])
      index += 1
    }
    state = (state ^ tail) &* 0x94D0_49BB_1331_11EB
    return state ^ (state >> 32)
  }
}
