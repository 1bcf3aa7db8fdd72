/// How a column of numbers is written: as they are, or as whole numbers of some decimal place, in as
/// few bytes each as the span from the least to the greatest needs.
private enum NumberPacking {
  /// The powers of ten by which numbers may be scaled.
  static let scales = [1.0, 10, 100, 1000, 10_000]
  /// Whole numbers below this are exact.
  static let limit = 9_007_199_254_740_992.0
  /// Stands for numbers as they are.
  static let plain: UInt8 = 0xFF

  /// The whole numbers that give exactly these when divided by a scale; nil where there are none.
  static func whole(_ values: [Double], scale: Double) -> [Int64]? {
    var result: [Int64] = []
    result.reserveCapacity(values.count)
    for value in values {
      let scaled = (value * scale).rounded()
      guard abs(scaled) < limit else { return nil }
      let whole = Int64(scaled)
      guard (Double(whole) / scale).bitPattern == value.bitPattern else { return nil }
      result.append(whole)
    }
    return result
  }
}

extension ByteWriter {
  /// Writes a column of numbers, to be read with how many there are at hand.
  mutating func write(column values: [Double]) {
    for (index, scale) in NumberPacking.scales.enumerated() {
      guard let whole = NumberPacking.whole(values, scale: scale), let least = whole.min(),
        let greatest = whole.max(), greatest - least <= Int64(UInt32.max)
      else { continue }
      write(byte: UInt8(index))
      write(Int(least))
      return write(unsigned: whole.map { UInt32($0 - least) })
    }
    write(byte: NumberPacking.plain)
    fill(values.count * 8) { bytes in
      for (index, value) in values.enumerated() {
        bytes.storeBytes(
          of: value.bitPattern.littleEndian, toByteOffset: index * 8, as: UInt64.self)
      }
    }
  }

  /// Writes a column of whole numbers that are not negative.
  mutating func write(unsigned values: [UInt32]) {
    let greatest = values.max() ?? 0
    switch greatest {
    case ...UInt32(UInt8.max): write(values, as: UInt8.self)
    case ...UInt32(UInt16.max): write(values, as: UInt16.self)
    default: write(values, as: UInt32.self)
    }
  }

  private mutating func write<Narrow: FixedWidthInteger>(_ values: [UInt32], as: Narrow.Type) {
    let width = Narrow.bitWidth / 8
    write(byte: UInt8(width))
    fill(values.count * width) { bytes in
      for (index, value) in values.enumerated() {
        bytes.storeBytes(
          of: Narrow(truncatingIfNeeded: value).littleEndian, toByteOffset: index * width,
          as: Narrow.self)
      }
    }
  }
}

extension ByteReader {
  /// The next column of so many numbers.
  mutating func column(_ count: Int) throws(CacheDamage) -> [Double] {
    let kind = try byte()
    if kind == NumberPacking.plain {
      guard count <= left / 8 else { throw CacheDamage() }
      let bytes = try take(count * 8)
      return [Double](unsafeUninitializedCapacity: count) { values, filled in
        for index in 0..<count {
          let bits = bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
          values.initializeElement(at: index, to: Double(bitPattern: UInt64(littleEndian: bits)))
        }
        filled = count
      }
    }
    guard kind < NumberPacking.scales.count else { throw CacheDamage() }
    let limit = Int(NumberPacking.limit)
    let (scale, least) = (NumberPacking.scales[Int(kind)], try number(in: -limit...limit))
    return try widened(count) { Double(least + Int($0)) / scale }
  }

  /// The next column of so many whole numbers that are not negative.
  mutating func unsigned(_ count: Int) throws(CacheDamage) -> [UInt32] {
    try widened(count) { $0 }
  }

  @inline(__always)
  private mutating func widened<Value>(
    _ count: Int, _ value: (UInt32) -> Value
  ) throws(CacheDamage) -> [Value] {
    switch try byte() {
    case 1: try widened(count, from: UInt8.self, value)
    case 2: try widened(count, from: UInt16.self, value)
    case 4: try widened(count, from: UInt32.self, value)
    default: throw CacheDamage()
    }
  }

  @inline(__always)
  private mutating func widened<Narrow: FixedWidthInteger, Value>(
    _ count: Int, from: Narrow.Type, _ value: (UInt32) -> Value
  ) throws(CacheDamage) -> [Value] {
    let width = Narrow.bitWidth / 8
    guard count <= left / width else { throw CacheDamage() }
    let bytes = try take(count * width)
    return [Value](unsafeUninitializedCapacity: count) { values, filled in
      for index in 0..<count {
        let narrow = bytes.loadUnaligned(fromByteOffset: index * width, as: Narrow.self)
        values.initializeElement(
          at: index, to: value(UInt32(truncatingIfNeeded: Narrow(littleEndian: narrow))))
      }
      filled = count
    }
  }
}
