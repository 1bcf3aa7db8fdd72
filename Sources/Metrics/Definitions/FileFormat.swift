/// What a definition says about how files are written; where it says nothing, the file is looked
/// at.
public struct FileFormat: Hashable, Sendable {
  /// The bytes of its characters.
  public var encoding: TextEncoding?
  /// The byte between two cells, in ASCII.
  public var delimiter: UInt8?
  /// The byte around cells, in ASCII.
  public var quote: Quote?
  /// The byte that takes the next one's meaning away inside a quoted cell, in ASCII; a doubled
  /// quote needs none.
  public var escape: UInt8?
  /// Lines that start with this text are no data.
  public var comment: String?
  /// Where the names of the columns stand.
  public var header: Header?
  /// Which of several tables or sheets is meant.
  public var table: Table?
  /// The byte before the fraction of a number: a point or a comma, in ASCII.
  public var decimal: UInt8?
  /// The order of day and month in dates such as 3/4/2025.
  public var dateOrder: DateOrder?

  /// Everything is left to be found out.
  public init() {}

  /// What stands around cells.
  public enum Quote: Hashable, Sendable {
    /// Nothing: a quote is a character like others.
    case none
    /// This byte, in ASCII.
    case byte(UInt8)
  }

  /// Where the names of the columns stand.
  public enum Header: Hashable, Sendable {
    /// Nowhere: the columns are `column1`, `column2`, …
    case none
    /// On these lines, counted from 1, or rows of a sheet.
    case lines(ClosedRange<Int>)
  }

  /// Which of several tables or sheets is meant.
  public enum Table: Hashable, Sendable {
    /// Counted from 1.
    case number(Int)
    /// By its name, as a sheet or the line above a table has one.
    case named(String)
  }
}

/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Shift JIS with Microsoft's extensions, which Japanese tools call Shift JIS.
  case cp932 = "cp932"
  case windows1252 = "windows-1252"
}

extension TextEncoding {
  /// The encoding of that name, whatever its case and its hyphens are.
  ///
  /// `utf-16` alone is little-endian, as spreadsheets and advertising tools write it; Latin-1 is
  /// Windows-1252, which has characters where Latin-1 has none.
  public init?(named name: String) {
    switch name.lowercased().filter({ !"-_ ".contains($0) }) {
    case "utf8", "utf8bom", "utf8sig": self = .utf8
    case "utf16", "utf16le", "ucs2", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "cp932", "shiftjis", "sjis", "windows31j", "ms932", "mskanji", "932": self = .cp932
    case "windows1252", "cp1252", "latin1", "iso88591", "ansi", "1252", "ascii", "usascii":
      self = .windows1252
    default: return nil
    }
  }
}

/// The order of day, month and year in a date whose parts are numbers.
public enum DateOrder: String, CaseIterable, Hashable, Sendable {
  case yearMonthDay = "ymd"
  case monthDayYear = "mdy"
  case dayMonthYear = "dmy"
}
