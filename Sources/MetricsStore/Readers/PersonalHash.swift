/// Turns personal data into marks that tell people apart and do not tell who they are.
///
/// The mark is a keyed hash (SipHash-2-4 of 128 bits). Its key is made anew each run and leaves it
/// in no form, so that nobody can hash a list of addresses and look for them.
struct PersonalHash: Sendable {
  /// What stands for a cell of personal data.
  struct Mark: Hashable, Sendable {
    /// The first eight bytes, the lowest first.
    let first: UInt64
    /// The other eight bytes, the lowest first.
    let second: UInt64

    /// The sixteen bytes.
    func withBytes<Result>(_ body: (CellBytes) -> Result) -> Result {
      withUnsafeBytes(of: (first.littleEndian, second.littleEndian)) {
        body(CellBytes($0.assumingMemoryBound(to: UInt8.self)))
      }
    }
  }

  /// The hash of this run: the same person has the same mark in every file.
  static let ofThisRun = PersonalHash()

  private let key: (UInt64, UInt64)

  /// A hash with a new random key, which the system's generator gives.
  init() {
    self.init(key: (UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max)))
  }

  /// A hash with a known key, which hides nothing.
  init(key: (UInt64, UInt64)) {
    self.key = key
  }

  /// The mark of a cell, whose white space at the ends is not part of what it says.
  func mark(of cell: CellBytes) -> Mark {
    let cell = cell.trimmed
    var state = State(key)
    var index = 0
    while index + 8 <= cell.count {
      state.take(word(cell, index, 8))
      index += 8
    }
    state.take(word(cell, index, cell.count - index) | UInt64(truncatingIfNeeded: cell.count) << 56)
    return state.finish()
  }

  /// Up to eight bytes from an index on as a number, the lowest first.
  @inline(__always)
  private func word(_ cell: CellBytes, _ index: Int, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for offset in 0..<count {
      word |= UInt64(cell[index + offset]) << UInt64(8 * offset)
    }
    return word
  }
}

/// The four words of SipHash while it runs.
private struct State {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  @inline(__always)
  init(_ key: (UInt64, UInt64)) {
    a = key.0 ^ 0x736f_6d65_7073_6575
    b = key.1 ^ 0x646f_7261_6e64_6f6d ^ 0xee
    c = key.0 ^ 0x6c79_6765_6e65_7261
    d = key.1 ^ 0x7465_6462_7974_6573
  }

  /// Takes eight bytes in: two rounds.
  @inline(__always)
  mutating func take(_ word: UInt64) {
    d ^= word
    round()
    round()
    a ^= word
  }

  /// Two times four rounds, after each of which a half is ready.
  mutating func finish() -> PersonalHash.Mark {
    c ^= 0xee
    let first = afterFourRounds()
    b ^= 0xdd
    return PersonalHash.Mark(first: first, second: afterFourRounds())
  }

  private mutating func afterFourRounds() -> UInt64 {
    for _ in 0..<4 { round() }
    return a ^ b ^ c ^ d
  }

  @inline(__always)
  private mutating func round() {
    a &+= b
    b = State.turned(b, 13) ^ a
    a = State.turned(a, 32)
    c &+= d
    d = State.turned(d, 16) ^ c
    a &+= d
    d = State.turned(d, 21) ^ a
    c &+= b
    b = State.turned(b, 17) ^ c
    c = State.turned(c, 32)
  }

  @inline(__always)
  private static func turned(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word << bits | word >> (64 - bits)
  }
}

extension TextCodes {
  /// The code of a text, new or known, of which only a mark is kept where it is personal.
  @inline(__always)
  mutating func code(_ text: CellBytes, isPersonal: Bool) -> Int32 {
    guard isPersonal else { return code(text) }
    return PersonalHash.ofThisRun.mark(of: text).withBytes { code($0) }
  }
}
