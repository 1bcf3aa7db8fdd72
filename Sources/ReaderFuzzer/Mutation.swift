/// An input made from others by a few changes, the same for the same seed and number.
struct Mutation {
  /// Longer inputs are cut.
  static let lengthLimit = 1 << 16

  /// The changed bytes.
  private(set) var bytes: [UInt8]
  private var state: UInt64

  /// Changes one of the seeds.
  init(of seeds: [[UInt8]], seed: UInt64, number: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ number &* 0xD1B5_4A32_D192_ED03
    bytes = []
    bytes = seeds[below(seeds.count)]
    for _ in 0...below(8) { change(seeds) }
    // Now and then a long one: what is quadratic shows only there.
    if below(200) == 0 {
      let part = bytes
      while bytes.count < Mutation.lengthLimit, !part.isEmpty { bytes += part }
    }
    bytes = Array(bytes.prefix(Mutation.lengthLimit))
  }

  /// The next random number from 0 to below a bound (SplitMix64).
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(max(1, bound)))
  }

  private mutating func change(_ seeds: [[UInt8]]) {
    let place = below(bytes.count + 1)
    let end = min(bytes.count, place + 1 + below(16))
    switch below(9) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(below(8))
    case 1 where place < bytes.count: bytes[place] = UInt8(below(256))
    case 2: bytes.insert(UInt8(below(256)), at: place)
    case 3: bytes.removeSubrange(place..<end)
    case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 5: bytes.removeSubrange(place...)
    case 6:
      let other = seeds[below(seeds.count)]
      bytes = Array(bytes[..<place]) + other[below(other.count + 1)...]
    default: bytes.insert(contentsOf: Tokens.all[below(Tokens.all.count)], at: place)
    }
  }
}
