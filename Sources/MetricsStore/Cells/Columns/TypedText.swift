import Metrics

extension ColumnReading {
  /// A cell as a program wants it: a date as `2025-07-01`, a month as `2025-07`, a number in plain
  /// digits with a decimal point, a percentage as its fraction, nothing where it says nothing.
  ///
  /// What is not like the rest of its column stays as it is written.
  func typed(_ untrimmed: CellBytes) -> String {
    let cell = untrimmed.trimmed
    if type.isNumber {
      switch NumberCell(cell, numbers) {
      case .value(let value): return value.description
      case .missing, .failure: return ""
      case .bound, .invalid: return cell.text
      }
    }
    if type.isDate {
      switch DateCell(cell, dates) {
      case .day(let number): return Day(number: number).description
      case .month(let number): return String(Day(number: number).description.prefix(7))
      case .missing: return ""
      case .ambiguous, .invalid: return cell.text
      }
    }
    if type == .boolean, let truth = Truth(cell) { return truth == .yes ? "true" : "false" }
    return cell.text
  }
}
