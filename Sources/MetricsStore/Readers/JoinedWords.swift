/// Words that spaces separate, put together to the texts that they were.
///
/// From both ends words are matched with columns of numbers, dates, codes and the like. In between each
/// text in quotes is a cell, and so are the words between two of them, if there are then as many cells
/// as columns are left.
struct JoinedWords {
  /// The cells.
  let pieces: [QuoteFit.Piece]

  /// Joins words to cells; nil where it is not sure how. Complexity: O(n).
  init?(
    _ words: [QuoteFit.Piece], _ block: UnsafePointer<UInt8>, width: Int, _ columns: ColumnKinds
  ) {
    let matches: (QuoteFit.Piece, Int) -> Bool = { word, column in
      guard column < columns.classes.count else { return false }
      let kind = CellKind(CellBytes(block, word.start, word.end).trimmed)
      guard let kindClass = ColumnKinds.Class(kind), let columnClass = columns.classes[column]
      else { return word.start == word.end && columns.classes[column] == nil }
      if columns.areCodes[column] { return kind == .code }
      return columnClass != .text && kindClass == columnClass
    }
    var low = 0
    while low < width, low < words.count, matches(words[low], low) { low += 1 }
    var high = 0
    while high < width - low, high < words.count - low,
      matches(words[words.count - 1 - high], width - 1 - high)
    {
      high += 1
    }
    var middle: [QuoteFit.Piece] = []
    for word in words[low..<(words.count - high)] {
      if let last = middle.last, !last.isQuoted, !word.isQuoted {
        middle[middle.count - 1].end = word.end
      } else {
        middle.append(word)
      }
    }
    guard low + middle.count + high == width else { return nil }
    pieces = words[..<low] + middle + words[(words.count - high)...]
  }
}
