/// What the reader made of a file: how it is written, which tables are in it, and what is none.
public struct ExportOutline: Hashable, Sendable {
  /// The file, as it was asked for.
  public var file: SafeText
  /// What it is: `text`, `xlsx` or `json`.
  public var form: String
  /// Whether it is compressed with gzip.
  public var isCompressed = false
  /// How its characters are written, and what speaks for that; nil for workbooks.
  public var encoding: Encoding?
  /// How its cells and records are separated; nil for workbooks and JSON.
  public var dialect: Dialect?
  /// Its tables, sheet by sheet.
  public var tables: [Table] = []
  /// Lines that are no rows, stretch by stretch; not all where there are very many.
  public var leftOut: [LeftOut] = []
  /// What was odd.
  public var issues: [Issue] = []

  /// The outline of a file with nothing in it yet.
  public init(file: SafeText, form: String) {
    self.file = file
    self.form = form
  }

  /// How characters are written as bytes.
  public struct Encoding: Hashable, Sendable {
    /// The encoding's name.
    public let name: String
    /// What speaks for it, in words.
    public let evidence: String

    /// A name with its evidence.
    public init(name: String, evidence: String) {
      self.name = name
      self.evidence = evidence
    }
  }

  /// How cells and records are separated.
  public struct Dialect: Hashable, Sendable {
    /// The byte between two cells; nil where every line is one.
    public var delimiter: UInt8?
    /// The byte around cells; nil for none.
    public var quote: UInt8?
    /// The byte that takes a quote's meaning away; nil where doubling does.
    public var escape: UInt8?
    /// Whether spaces behind a delimiter belong to it.
    public var skipsSpaces = false
    /// How lines end: `LF`, `CRLF`, `CR`, several of these with `+` between, or nothing.
    public var lineEnds = ""
    /// The delimiters and quotes tried, the best first, with how well the file's start reads so.
    public var trials: [Trial] = []

    /// Commas and nothing else yet.
    public init() {}
  }

  /// How well a file's start reads with a delimiter and a quote.
  public struct Trial: Hashable, Sendable {
    /// The byte between two cells.
    public let delimiter: UInt8
    /// The byte around cells; nil for none.
    public let quote: UInt8?
    /// From 0 to 1.
    public let score: Double

    /// A trial with its score.
    public init(delimiter: UInt8, quote: UInt8?, score: Double) {
      self.delimiter = delimiter
      self.quote = quote
      self.score = score
    }
  }

  /// One table.
  public struct Table: Hashable, Sendable {
    /// Counted from 1, in the whole file.
    public var number: Int
    /// What the lines above or the sheet call it.
    public var name: SafeText?
    /// The lines above it that are no rows.
    public var preamble: [Line] = []
    /// The lines of its header; nil where it has none.
    public var header: ClosedRange<Int>?
    /// Whether cells of other kinds below tell that it is a header; else it is only the custom.
    public var isHeaderCertain = false
    /// Whether its header is that of the table before.
    public var repeatsHeader = false
    /// Its columns.
    public var columns: [Column] = []
    /// How many rows it has, and from which line to which; nil without any.
    public var rows = 0
    public var lines: ClosedRange<Int>?

    /// A table of which nothing is known yet.
    public init(number: Int) { self.number = number }
  }

  /// A line above a table.
  public struct Line: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// Its text.
    public let text: SafeText

    /// A line.
    public init(number: Int, text: SafeText) {
      self.number = number
      self.text = text
    }
  }

  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its name, made up where the file has none.
    public let name: SafeText
    /// What its cells are, in words.
    public let type: String
    /// How many of its cells say nothing.
    public let missing: Int

    /// A column.
    public init(name: SafeText, type: String, missing: Int) {
      self.name = name
      self.type = type
      self.missing = missing
    }
  }

  /// Lines that are no rows.
  public struct LeftOut: Hashable, Sendable {
    /// Why: `blank`, `preamble` or `footer`.
    public let reason: String
    /// From the first to the last.
    public let lines: ClosedRange<Int>

    /// Lines with their reason.
    public init(reason: String, lines: ClosedRange<Int>) {
      self.reason = reason
      self.lines = lines
    }
  }
}
