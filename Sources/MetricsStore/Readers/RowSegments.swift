/// Gives each row the code of its combination of dimension values.
struct RowSegments: Sendable {
  /// For each dimension the field of its column; nil where it is constant.
  private let fields: [Int?]
  /// The texts of each dimension; none where it is constant.
  private(set) var texts: [TextCodes]
  /// The combinations seen.
  private(set) var codes: SegmentCodes

  /// For dimensions whose columns stand in the given fields.
  init(fields: [Int?]) {
    self.fields = fields
    texts = Array(repeating: TextCodes(), count: fields.count)
    codes = SegmentCodes(dimensions: fields.count)
  }

  /// None yet, for the same columns.
  var fresh: RowSegments { RowSegments(fields: fields) }

  /// The code of a record's combination; the memo has a column for each dimension.
  @inline(__always)
  mutating func code<Row: RowCells & ~Copyable>(
    _ row: inout Row, _ memo: borrowing CellMemo
  ) -> Int32 {
    guard fields.count > 0 else { return 0 }
    var code = codes.begin(value(0, &row, memo))
    for dimension in 1..<fields.count {
      code = codes.extend(code, dimension, value(dimension, &row, memo))
    }
    return code
  }

  /// The code of a record's combination, if the memo knows all its values; else nil.
  @inline(__always)
  mutating func knownCode<Row: RowCells & ~Copyable>(
    _ row: inout Row, _ memo: borrowing CellMemo
  ) -> Int32? {
    guard fields.count > 0 else { return 0 }
    guard let code = knownValue(0, &row, memo) else { return nil }
    return fields.count == 1 ? code : knownCode(after: code, &row, memo)
  }

  private mutating func knownCode<Row: RowCells & ~Copyable>(
    after first: Int32, _ row: inout Row, _ memo: borrowing CellMemo
  ) -> Int32? {
    var code = first
    for dimension in 1..<fields.count {
      guard let value = knownValue(dimension, &row, memo) else { return nil }
      code = codes.extend(code, dimension, value)
    }
    return code
  }

  @inline(__always)
  private mutating func knownValue<Row: RowCells & ~Copyable>(
    _ dimension: Int, _ row: inout Row, _ memo: borrowing CellMemo
  ) -> Int32? {
    guard let field = fields[dimension] else { return nil }
    let value = memo.meaning(of: CellKey(row.raw(field)), in: dimension)
    return value >= 0 ? value : nil
  }

  @inline(__always)
  private mutating func value<Row: RowCells & ~Copyable>(
    _ dimension: Int, _ row: inout Row, _ memo: borrowing CellMemo
  ) -> Int32 {
    guard let field = fields[dimension] else { return 0 }
    guard Row.isPadded else { return texts[dimension].code(row.cell(field)) }
    let key = CellKey(row.raw(field))
    let known = memo.meaning(of: key, in: dimension)
    return known >= 0 ? known : newValue(dimension, row.cell(field), key, memo)
  }

  @inline(never)
  private mutating func newValue(
    _ dimension: Int, _ text: CellBytes, _ key: CellKey, _ memo: borrowing CellMemo
  ) -> Int32 {
    let code = texts[dimension].code(text)
    memo.note(code, of: key, in: dimension)
    return code
  }

  /// Takes in the combinations of another part of the same rows; returns for each the code that it has
  /// here.
  mutating func join(_ other: RowSegments) -> [Int32] {
    let maps = texts.indices.map { other.texts[$0].codes(in: &texts[$0]) }
    return (0..<other.codes.count).map { segment in
      let values = other.codes.values(segment)
      return codes.code(values.indices.map { fields[$0] == nil ? 0 : maps[$0][Int(values[$0])] })
    }
  }
}
