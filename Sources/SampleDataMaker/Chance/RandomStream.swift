/// A reproducible stream of chance: SplitMix64, which is integer arithmetic and so alike everywhere.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014). What is
/// drawn from it uses `+ - * /` and the square root only, which IEEE 754 rounds in one way.
struct RandomStream {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  /// Streams with different names are independent: a new file does not disturb an old one.
  init(seed: UInt64, name: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    state = seed &* 0x9e37_79b9_7f4a_7c15 ^ hash
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A whole number from 0 up to, not including, `limit`.
  mutating func below(_ limit: Int) -> Int { Int(unit() * Double(limit)) }

  /// Yes with the given probability.
  mutating func happens(_ probability: Double) -> Bool { unit() < probability }

  /// Bell-shaped around 0 with deviation 1: twelve uniform numbers added (Irwin and Hall).
  mutating func bell() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }

  /// A position, each as likely as its weight says.
  mutating func position(weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return position }
    }
    return weights.count - 1
  }
}
