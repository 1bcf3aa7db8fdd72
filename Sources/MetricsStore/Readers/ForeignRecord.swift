// Records whose cells are separated by another byte than those of the others.
extension RecordReader {
  /// Cuts a record of one line at another usual delimiter, where it then has the right number of
  /// cells and these suit the columns, or, as a header, are texts above them.
  ///
  /// Between words that spaces separate a text may stand without quotes: see `JoinedWords`. Returns
  /// false, with nothing changed, where no delimiter does. Complexity: O(n).
  mutating func split(
    otherwiseFor width: Int, _ columns: ColumnKinds, asHeader: Bool = false
  ) -> Bool {
    guard width > 2, columns.hasTyped, lineAfter - line <= 1 else { return false }
    var end = next
    while end > recordStart, block[end - 1] == 0x0A || block[end - 1] == 0x0D { end -= 1 }
    var other = dialect
    for delimiter in ",;\t| ".utf8 {
      let isSpace = delimiter == UInt8(ascii: " ")
      guard delimiter != dialect.delimiter || isSpace else { continue }
      other.delimiter = delimiter
      other.skipsSpaces = !isSpace && dialect.skipsSpaces
      var pieces = LenientFields(block, from: recordStart, to: end, dialect: other).pieces
      if isSpace, pieces.count > width, !asHeader {
        guard let joined = JoinedWords(pieces, block, width: width, columns) else { continue }
        pieces = joined.pieces
      }
      guard pieces.count == width else { continue }
      let kinds = pieces.map { CellKind(CellBytes(block, $0.start, $0.end).trimmed) }
      let fits = asHeader ? !kinds.contains { $0.isTyped || $0 == .empty } : columns.suits(kinds)
      guard fits else { continue }
      take(pieces, to: end, .otherDelimiter(delimiter))
      return true
    }
    return false
  }
}
