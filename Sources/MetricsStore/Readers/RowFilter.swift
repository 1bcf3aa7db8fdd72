import Metrics

/// Decides which rows meet a condition, and remembers what it decided for equal cells.
struct RowFilter: Sendable {
  /// More different cells than this are not worth remembering.
  private static let memory = 1 << 16

  private let condition: RowCondition
  /// The columns' names and fields.
  private let columns: [(name: String, field: Int)]
  private var cells = TextCodes()
  private var verdicts: [Bool] = []
  private var key: [UInt8] = []

  /// A filter by a condition whose columns stand in the given fields.
  init(_ condition: RowCondition, fields: [String: Int]) {
    self.condition = condition
    columns = condition.columns.compactMap { name in fields[name].map { (name, $0) } }
  }

  /// Whether a record meets the condition.
  mutating func accepts(_ row: inout some RowCells & ~Copyable) -> Bool {
    guard verdicts.count < RowFilter.memory else { return evaluate(&row) }
    key.removeAll(keepingCapacity: true)
    for column in columns {
      let cell = row.cell(column.field)
      withUnsafeBytes(of: cell.count) { key.append(contentsOf: $0) }
      key.append(contentsOf: cell.buffer)
    }
    let code = Int(key.withUnsafeBufferPointer { cells.code(CellBytes($0)) })
    if code == verdicts.count { verdicts.append(evaluate(&row)) }
    return verdicts[code]
  }

  private func evaluate(_ row: inout some RowCells & ~Copyable) -> Bool {
    var texts: [String: String] = [:]
    for column in columns { texts[column.name] = row.text(column.field) }
    return condition.isMet { texts[$0] ?? "" }
  }
}
