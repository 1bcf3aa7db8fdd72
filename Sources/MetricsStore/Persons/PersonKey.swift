/// Who a row is about, as a number instead of a text.
///
/// It is a hash of 64 bits with a key that is made anew in each run and kept nowhere, so that no name
/// or address is kept, and nobody can write a file whose persons collide. Two persons
/// of n have the same number with a probability of about n²/2⁶⁵: one in eight million for 2 million
/// persons, one in 3,700 for 100 million; what it would change is one person.
struct PersonKey: Hashable, Sendable {
  /// The number; 0 stands for nobody.
  let number: UInt64

  /// Nobody.
  static let none = PersonKey(number: 0)

}

/// Makes the numbers of persons out of texts, with one key for a whole run.
struct PersonHash: Sendable {
  private let key: (UInt64, UInt64, UInt64, UInt64)

  /// The one of this run.
  static let ofThisRun = {
    var system = SystemRandomNumberGenerator()
    return PersonHash(key: (system.next(), system.next(), system.next(), system.next()))
  }()

  /// The person of a text that is not empty; `isPadded` where the 16 bytes from its start may be read.
  ///
  /// - Complexity: linear in the text's length.
  @inline(__always)
  func person(_ text: CellBytes, isPadded: Bool) -> PersonKey {
    let count = text.count
    var first: UInt64 = 0
    var second: UInt64 = 0
    if isPadded, count <= 16 {
      let unused = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
      first = count < 8 ? text.word(at: 0) & (UInt64.max &>> unused) : text.word(at: 0)
      second = count > 8 ? text.word(at: 8) & (UInt64.max &>> (unused &+ 64)) : 0
    } else {
      (first, second) = words(of: text)
    }
    // The folded products of wyhash (Wang Yi), in which every bit of the text moves every other.
    let once = PersonHash.folded(first ^ key.0, second ^ key.1)
    let twice = PersonHash.folded(once ^ key.2, UInt64(truncatingIfNeeded: count) ^ key.3)
    return PersonKey(number: max(twice, 1))
  }

  /// Up to 16 bytes, or of more the last 1 to 16 with the hash of those before.
  @inline(never)
  private func words(of text: CellBytes) -> (UInt64, UInt64) {
    var seed: (UInt64, UInt64) = (0, 0)
    var start = 0
    while text.count - start > 16 {
      let (first, second) = (word(text, start, 8), word(text, start + 8, 8))
      seed.0 = PersonHash.folded(seed.0 ^ first ^ key.1, second ^ key.0)
      seed.1 = PersonHash.folded(seed.1 ^ second ^ key.3, first ^ key.2)
      start += 16
    }
    let rest = text.count - start
    return (
      word(text, start, min(8, rest)) ^ seed.0, word(text, start + 8, max(0, rest - 8)) ^ seed.1
    )
  }

  /// So many bytes as a number, 0 to 8.
  private func word(_ text: CellBytes, _ start: Int, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(text[start + index]) << UInt64(8 * index) }
    return word
  }

  @inline(__always)
  private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
