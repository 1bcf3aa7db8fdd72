/// Which texts, by code, each segment saw on which day: what distinct counts are made of.
struct SeenTexts: Sendable {
  /// The segments and days that saw any.
  private(set) var cells = KeyCodes()
  /// The cells, by code, with each text that they saw.
  private(set) var pairs = KeyCodes()

  /// Notes that a segment saw a text on a day.
  @inline(__always)
  mutating func see(_ text: Int32, segment: Int32, day: Int32) {
    _ = pairs.code(cells.code(segment, day), text)
  }

  /// Takes in what another saw; the maps give for its segments and texts the codes that they have here.
  mutating func join(_ other: SeenTexts, segments: [Int32], texts: [Int32]) {
    for index in 0..<other.pairs.count {
      let (cell, text) = other.pairs.pair(index)
      let (segment, day) = other.cells.pair(Int(cell))
      see(texts[Int(text)], segment: segments[Int(segment)], day: day)
    }
  }
}
