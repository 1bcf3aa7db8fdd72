/// How many character cells something is wide and high.
public struct Size: Hashable, Sendable {
  /// Cells from left to right.
  public var columns: Int
  /// Cells from top to bottom.
  public var rows: Int

  /// Takes the extent as it is; ``Canvas`` and ``Area`` treat negative numbers as zero.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
