import ArgumentParser
import Metrics
import MetricsStore

/// How a file is written, where it is not to be found out.
struct ReadOverrides: ParsableArguments {
  @Option(
    help: ArgumentHelp("How characters are written, such as utf-8 or cp932.", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "What separates cells: a character, or comma, semicolon, tab, pipe or space.",
      valueName: "character"))
  var delimiter: String?

  @Option(
    help: ArgumentHelp("What stands around cells: a character, or none.", valueName: "character"))
  var quote: String?

  @Option(
    help: ArgumentHelp("What takes a quote's meaning away: a character.", valueName: "character"))
  var escape: String?

  @Option(help: ArgumentHelp("What lines start with that are no rows.", valueName: "text"))
  var comment: String?

  @Option(
    help: ArgumentHelp(
      "Where the names of the columns stand: a line such as 3, lines such as 3-4, or none.",
      valueName: "lines"))
  var header: String?

  /// What is known about the file.
  func format() throws(CommandFailure) -> FileFormat {
    var format = FileFormat()
    if let encoding {
      guard let named = TextEncoding(named: encoding) else {
        throw .unknown("encoding", encoding, among: TextEncoding.allCases.map(\.rawValue))
      }
      format.encoding = named
    }
    if let delimiter { format.delimiter = try ReadOverrides.delimiter(delimiter) }
    if let quote {
      format.quote =
        quote == "none" ? FileFormat.Quote.none : .byte(try ReadOverrides.byte(quote, "quote"))
    }
    if let escape { format.escape = try ReadOverrides.byte(escape, "escape") }
    if case .byte(let quote)? = format.quote, quote == format.delimiter {
      throw .usage("--delimiter and --quote are the same character")
    }
    format.comment = comment
    if let header { format.header = try ReadOverrides.header(header) }
    return format
  }

  private static func delimiter(_ text: String) throws(CommandFailure) -> UInt8 {
    switch text {
    case "comma": return UInt8(ascii: ",")
    case "semicolon": return UInt8(ascii: ";")
    case "tab", "\t", "\\t": return UInt8(ascii: "\t")
    case "pipe": return UInt8(ascii: "|")
    case "space": return UInt8(ascii: " ")
    default: return try byte(text, "delimiter")
    }
  }

  private static func byte(_ text: String, _ option: String) throws(CommandFailure) -> UInt8 {
    guard text.utf8.count == 1, let byte = text.utf8.first, (0x20...0x7E).contains(byte) else {
      throw .usage("--\(option) is one character of ASCII, not “\(text)”")
    }
    return byte
  }

  private static func header(_ text: String) throws(CommandFailure) -> FileFormat.Header {
    if text == "none" { return FileFormat.Header.none }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard parts.count <= 2, let first = parts.first, let last = parts.last,
      (1...100_000).contains(first), (first...first + 15).contains(last)
    else {
      throw .usage("--header is none, a line such as 3, or lines such as 3-4, not “\(text)”")
    }
    return .lines(first...last)
  }
}
