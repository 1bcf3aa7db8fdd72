import Metrics

extension ByteWriter {
  /// Writes a target that stood in a file.
  mutating func write(_ target: Target) {
    write(target.metric)
    write(all: target.segment.dimensions) { writer, dimension in
      writer.write(dimension)
      let values = target.segment.values[dimension] ?? []
      writer.write(all: values.sorted()) { $0.write($1.string) }
    }
    write(target.grain) { $0.write($1.rawValue) }
    write(target.from)
    write(word: target.value.bitPattern)
    write(target.place)
  }
}

extension ByteReader {
  /// The next target.
  mutating func target() throws(CacheDamage) -> Target {
    let metric = try text()
    let limits = try all { reader throws(CacheDamage) in
      let dimension = try reader.text()
      return (
        dimension, try reader.all { reader throws(CacheDamage) in SafeText(try reader.text()) }
      )
    }
    let segment = Segment(
      limits.reduce(into: [:]) { $0[$1.0, default: []].formUnion($1.1) })
    let grain = try optional { reader throws(CacheDamage) in
      guard let grain = Grain(rawValue: try reader.text()) else { throw CacheDamage() }
      return grain
    }
    let from = try day()
    let value = Double(bitPattern: try word())
    guard value.isFinite else { throw CacheDamage() }
    return Target(
      metric: metric, segment: segment, grain: grain, from: from, value: value,
      place: try place())
  }
}
