/// Numbers the different keys that it is shown, from 0, in the order of their first appearance.
struct KeyCodes: Sendable {
  /// The keys by code.
  private(set) var keys: [UInt64] = []
  /// Codes by hash, by linear probing; -1 where free. A power of two long.
  private var table: [Int32] = []
  private var last: Int32 = -1

  /// How many different keys there are.
  var count: Int { keys.count }

  /// The code of a key, new or known.
  ///
  /// - Complexity: constant on average.
  @inline(__always)
  mutating func code(_ key: UInt64) -> Int32 {
    if last >= 0, keys[Int(last)] == key { return last }
    last = lookUp(key)
    return last
  }

  /// The code of a key; nil where it is not known.
  func known(_ key: UInt64) -> Int32? {
    guard !table.isEmpty else { return nil }
    var position = KeyCodes.hash(key) & (table.count - 1)
    while table[position] >= 0 {
      if keys[Int(table[position])] == key { return table[position] }
      position = (position + 1) & (table.count - 1)
    }
    return nil
  }

  private mutating func lookUp(_ key: UInt64) -> Int32 {
    if keys.count * 2 >= table.count { grow() }
    let mask = table.count - 1
    var position = KeyCodes.hash(key) & mask
    while table[position] >= 0 {
      if keys[Int(table[position])] == key { return table[position] }
      position = (position + 1) & mask
    }
    table[position] = Int32(keys.count)
    keys.append(key)
    return Int32(keys.count - 1)
  }

  private mutating func grow() {
    let size = max(64, table.count * 2)
    var fresh = [Int32](repeating: -1, count: size)
    for (code, key) in keys.enumerated() {
      var position = KeyCodes.hash(key) & (size - 1)
      while fresh[position] >= 0 { position = (position + 1) & (size - 1) }
      fresh[position] = Int32(code)
    }
    table = fresh
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    var state = key &* 0x9E37_79B9_7F4A_7C15
    state ^= state &>> 32
    state = state &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: state &>> 33)
  }
}

extension KeyCodes {
  /// The code of a pair of codes.
  @inline(__always)
  mutating func code(_ first: Int32, _ second: Int32) -> Int32 {
    code(UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second)))
  }

  /// The pair of a code.
  func pair(_ code: Int) -> (first: Int32, second: Int32) {
    let key = keys[code]
    return (
      Int32(truncatingIfNeeded: key >> 32), Int32(truncatingIfNeeded: key)
    )
  }
}
