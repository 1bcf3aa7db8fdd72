/// Where the period of rows stands that have no date of their own.
public enum PeriodOrigin: Hashable, Sendable {
  /// In the lines above the header.
  case preamble
  /// In the file's name, such as `board-2025-07.csv`.
  case fileName
  /// In two columns: the first and the last day that a row is about.
  case columns(first: ColumnName, last: ColumnName)
}
