/// What stands above the rows of a table.
struct TableHead: Sendable {
  /// A line that is no row.
  struct Line: Hashable, Sendable {
    /// Its number, from 1.
    let number: Int
    /// Its text, without empty cells at its end.
    let text: String
  }

  /// Which table of the file it is, from 1.
  var number = 1
  /// The lines above it, without blank ones: titles, comments, keys and values.
  var preamble: [Line] = []
  /// The names of the columns as the header's rows spell them together; empty without a header.
  var names: [String] = []
  /// The cells of each row of the header.
  var headerRows: [[String]] = []
  /// The lines of the header; nil where there is none.
  var headerLines: ClosedRange<Int>?
  /// Whether cells of other kinds below tell that it is a header; else it is only the custom.
  var isHeaderCertain = false
  /// The line of the first row of data, or where it would be.
  var firstLine = 1
  /// How many cells rows of data normally have.
  var width = 1
  /// Whether its header is that of the table before.
  var repeatsHeader = false

  /// What it is called, by the lines above; nil where none is a name.
  var name: String? { TableName(preamble).text }
}
