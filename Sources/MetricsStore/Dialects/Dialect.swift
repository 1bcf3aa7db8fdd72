/// How a file of rows separates its cells and its records.
struct Dialect: Hashable, Sendable {
  /// The byte between two cells.
  var delimiter = UInt8(ascii: ",")
  /// The byte around cells that hold delimiters or line ends; nil where there is none.
  var quote: UInt8? = UInt8(ascii: "\"")
  /// The byte that takes the next one's meaning away inside a quoted cell; nil where a doubled quote
  /// stands for one.
  var escape: UInt8?
  /// Whether spaces after a delimiter belong to it, so that a quote may follow them.
  var skipsSpaces = false
  /// Lines that start with these bytes are no records; empty where every line is one.
  var comment: [UInt8] = []

  /// Commas and double quotes, as RFC 4180 describes: also what readers of other formats write.
  static let standard = Dialect()
}
