/// Cuts one line into fields whatever its quotes are like.
///
/// A quoted text ends at the first quote that stands before a delimiter or the line's end; where
/// there is none, the quote that would open it stands for itself.
struct LenientFields {
  /// The fields; empty where only their number was asked for.
  private(set) var pieces: [QuoteFit.Piece] = []
  /// How many there are, at most one more than asked for.
  private(set) var count = 0

  /// Cuts the bytes from `start` to `end`, which hold no line end that ends the record.
  ///
  /// With `most` fields are counted only, up to that number. Complexity: O(n).
  init(
    _ block: UnsafePointer<UInt8>, from start: Int, to end: Int, dialect: Dialect, most: Int? = nil
  ) {
    let cutter = ByteCutter(dialect.delimiter)
    var index = start
    // Behind this offset there is no quote before a border any more.
    var lastClose = end
    while true {
      if dialect.skipsSpaces { while index < end, block[index] == 0x20 { index += 1 } }
      var piece: QuoteFit.Piece?
      if index < end, block[index] == dialect.quote, index < lastClose {
        piece = LenientFields.quoted(block, index, end, dialect)
        if piece == nil { lastClose = index }
      }
      if let piece {
        index = piece.end + 1
        while index < end, block[index] == 0x20, dialect.delimiter != 0x20 { index += 1 }
      } else {
        let from = index
        index = cutter.boundary(block, index, end)
        piece = QuoteFit.Piece(start: from, end: index, isQuoted: false)
      }
      count += 1
      if let most {
        if count >= most { return }
      } else if let piece {
        pieces.append(piece)
      }
      guard index < end, block[index] == dialect.delimiter else { return }
      index += 1
    }
  }

  /// The quoted text that opens at an offset; nil where no quote before a border follows.
  private static func quoted(
    _ block: UnsafePointer<UInt8>, _ open: Int, _ end: Int, _ dialect: Dialect
  ) -> QuoteFit.Piece? {
    var index = open + 1
    while index < end {
      if block[index] == dialect.escape, index + 1 < end, block[index + 1] == dialect.quote {
        index += 2
        continue
      }
      if block[index] == dialect.quote {
        var after = index + 1
        while after < end, block[after] == 0x20, dialect.delimiter != 0x20 { after += 1 }
        if after == end || block[after] == dialect.delimiter {
          return QuoteFit.Piece(start: open + 1, end: index, isQuoted: true)
        }
        // A doubled quote closes nothing, unless it stands before a border; spaces are everywhere.
        if index + 2 < end, block[index + 1] == dialect.quote,
          block[index + 2] != dialect.delimiter || dialect.delimiter == 0x20
        {
          index += 1
        }
      }
      index += 1
    }
    return nil
  }
}
