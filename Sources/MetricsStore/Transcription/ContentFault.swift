/// What is wrong with a file whose format demands more than lines of text do.
struct ContentFault: Hashable, Sendable {
  /// What is wrong, as the end of a sentence about the file.
  let words: String
  /// What to do about it; nil where nothing is known to help.
  var help: String?
  /// Where it is, as people count; nil where the whole file is meant.
  var line: Int?
  var column: Int?
}

extension FileFault {
  /// A fault of a file's content.
  static func content(
    _ words: String, help: String? = nil, line: Int? = nil, column: Int? = nil
  ) -> FileFault {
    .content(ContentFault(words: words, help: help, line: line, column: column))
  }
}
