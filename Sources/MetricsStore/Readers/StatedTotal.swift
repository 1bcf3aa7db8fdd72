/// A row of a file that sums up others.
struct StatedTotal: Sendable {
  /// Its line, from 1.
  let line: Int
  /// What it is called.
  let label: String
  /// What its figures are.
  let kind: TotalLabel.Kind
  /// The cells of the fields that are compared, in their order.
  let figures: [String]
}

/// Where totals are to be looked for in a file.
struct TotalMarks: Sendable {
  /// The fields that may hold a label such as `Total`, in order.
  var labels: [Int] = []
  /// Fields that every row fills but one that sums up others.
  var filled: [Int] = []
  /// The line of a row that sums up others without saying so.
  var line: Int?
  /// The fields whose figures are compared with the rows.
  var figures: [Int] = []
}
