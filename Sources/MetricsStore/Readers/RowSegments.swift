/// Gives each row the code of its combination of dimension values.
struct RowSegments: Sendable {
  /// For each dimension the field of its column; nil where it is constant.
  private let fields: [Int?]
  /// The texts of each dimension; none where it is constant.
  private(set) var texts: [TextCodes]
  /// The combinations seen.
  private(set) var codes: SegmentCodes
  private var current: [Int32]

  /// For dimensions whose columns stand in the given fields.
  init(fields: [Int?]) {
    self.fields = fields
    texts = Array(repeating: TextCodes(), count: fields.count)
    codes = SegmentCodes(dimensions: fields.count)
    current = Array(repeating: 0, count: fields.count)
  }

  /// The code of the record that the reader stands on.
  @inline(__always)
  mutating func code(_ reader: inout RecordReader) -> Int32 {
    for dimension in fields.indices {
      if let field = fields[dimension] {
        current[dimension] = texts[dimension].code(reader.cell(field))
      }
    }
    return codes.code(current)
  }
}
