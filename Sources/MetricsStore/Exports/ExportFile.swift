public import Metrics

/// A file that some tool exported, read with nothing known about it.
public struct ExportFile: Sendable {
  /// Which tables of the file are meant.
  public enum Choice: Hashable, Sendable {
    /// The first one.
    case first
    /// Counted from 1; of a workbook, its sheets are.
    case number(Int)
    /// By its name.
    case named(String)
    /// One after another.
    case all
  }

  /// How tables are written.
  public enum Form: Hashable, Sendable {
    /// RFC 4180 with LF at line ends; an empty line between tables.
    case csv
    /// A list of objects; of all tables a list of objects with names, columns and rows.
    case json
    /// An object a line.
    case ndjson
  }

  /// Why a file gives no table.
  public enum Failure: Error, Hashable, Sendable {
    /// It cannot be read; the words end a sentence about the file.
    case unreadable(String, help: String?)
    /// It has no table as it was asked for.
    case noTable(String, help: String?)
  }

  /// Where the file is.
  public let path: String
  /// What messages call it.
  public let name: SafeText
  /// What is known about how it is written.
  public let format: FileFormat

  /// A file with what is known about how it is written; nothing is opened yet.
  public init(path: String, name: SafeText, format: FileFormat = FileFormat()) {
    self.path = path
    self.name = name
    self.format = format
  }

  /// Writes tables to a sink, until that answers false; answers what was odd.
  ///
  /// With `isTyped` numbers, dates and percentages are spelled alike, and totals are left out; the
  /// file is read more than once then. Memory does not grow with the file.
  public func write(
    _ choice: Choice, as form: Form, isTyped: Bool,
    to sink: @escaping (UnsafeRawBufferPointer) -> Bool
  ) throws(Failure) -> [Issue] {
    var writing = TableWriting(self, choice, form: form, isTyped: isTyped, sink: sink)
    do throws(FileFault) {
      try writing.run()
    } catch {
      throw Failure(error)
    }
    if let failure = writing.failure { throw failure }
    return writing.issues
  }

  /// Reads the whole file and tells what is in it.
  public func outline() throws(Failure) -> ExportOutline {
    do throws(FileFault) {
      return try OutlineReading(self).outline
    } catch {
      throw Failure(error)
    }
  }
}
