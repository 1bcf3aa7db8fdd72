import Metrics

/// The dialect in which a sample of a file reads best.
struct DialectGuess {
  /// The likeliest dialect.
  let dialect: Dialect
  /// The trials, the best first; empty where there is nothing to try.
  let trials: [DialectTrial]

  /// How many bytes of a sample are read in every dialect.
  private static let trialSize = 1 << 16

  /// Tries the dialects that the sample's bytes and the format allow. `isWhole` tells that nothing
  /// follows the sample.
  ///
  /// Complexity: O(n), with at most 64 KiB read in each of some dozen dialects.
  init(
    _ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool, format: FileFormat = FileFormat()
  ) {
    let part = UnsafeBufferPointer(rebasing: sample.prefix(DialectGuess.trialSize))
    let isAll = isWhole && part.count == sample.count
    let counts = SampleBytes(part)
    let comment = format.comment.map { Array($0.utf8) } ?? []
    let delimiters = format.delimiter.map { [$0] } ?? counts.delimiters
    let quotes: [UInt8?] =
      switch format.quote {
      case nil: counts.quotes
      case FileFormat.Quote.none?: [nil]
      case .byte(let byte)?: [byte]
      }
    var trials: [DialectTrial] = []
    for quote in quotes {
      for delimiter in delimiters where delimiter != quote {
        trials.append(
          DialectTrial(
            part,
            Dialect(
              delimiter: delimiter, quote: quote, skipsSpaces: delimiter != 0x20,
              comment: comment),
            isWhole: isAll))
      }
    }
    trials = trials.map { ($0, DialectGuess.rank($0)) }.sorted { $0.1 > $1.1 }.map(\.0)
    self.trials = trials
    var dialect = Dialect(quote: quotes[0], comment: comment)
    if let best = trials.first, DialectGuess.rank(best) > 0.02 || format.delimiter != nil {
      dialect = best.dialect
      dialect.skipsSpaces =
        best.isSpaced && best.regularRows > 0 && dialect.delimiter != UInt8(ascii: " ")
    } else {
      dialect.delimiter =
        format.delimiter ?? counts.plainDelimiter ?? DialectGuess.noDelimiter
    }
    dialect.escape =
      format.escape ?? EscapeGuess(sample, dialect, isWhole: isWhole).escape
    self.dialect = dialect
  }

  /// Stands for a delimiter in files of one column.
  static let noDelimiter: UInt8 = 0x1F

  /// A trial's score, less where its delimiter or quote is rare in files.
  static func rank(_ trial: DialectTrial) -> Double {
    var rank = trial.isQuotedColumn ? 0.8 : trial.score
    switch trial.dialect.delimiter {
    case UInt8(ascii: ","): break
    case UInt8(ascii: ";"), UInt8(ascii: "\t"): rank *= 0.99
    case UInt8(ascii: "|"): rank *= 0.97
    case UInt8(ascii: " "):
      guard trial.typedCells > 0, trial.share > 0.5 else { return 0 }
      rank *= 0.8
    case UInt8(ascii: ":"):
      guard trial.share > 0.8 else { return 0 }
      rank *= 0.6
    default:
      guard trial.share > 0.8, trial.regularRows > 1,
        trial.headlessRows * 2 < Int(trial.regularRows)
      else { return 0 }
      rank *= 0.7
    }
    if trial.dialect.quote == UInt8(ascii: "'") {
      guard trial.quotedCells > 1 else { return 0 }
      rank *= 0.97
    }
    if trial.dialect.quote == nil { rank *= 0.95 }
    return rank
  }
}
