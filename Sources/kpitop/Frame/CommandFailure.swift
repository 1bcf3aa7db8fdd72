import Metrics
import Reporting

/// Why a command did not do all that was asked, and with which status the program ends.
enum CommandFailure: Error, Hashable {
  /// The data or the definitions have errors; the result, if there is one, has been printed.
  case errors([Issue])
  /// Something was asked that makes no sense here, with what to do instead.
  case usage(String, help: String? = nil)
  /// A file could not be read or written.
  case file(String, help: String? = nil)
  /// Nobody reads the standard output any more.
  case outputClosed

  /// What the program ends with.
  var status: Int32 {
    switch self {
    case .errors: 1
    case .usage: 2
    case .file: 3
    case .outputClosed: 0
    }
  }

  /// What is printed to standard error; every line is ended.
  var text: String {
    switch self {
    case .errors(let issues): issues.map(\.text).joined()
    case .usage(let message, let help), .file(let message, let help):
      "Error: \(SafeText(message))\n" + (help.map { "Help:  \(SafeText($0))\n" } ?? "")
    case .outputClosed: ""
    }
  }

  /// A name that means nothing, with the nearest one that does.
  static func unknown(
    _ kind: String, _ name: String, among known: [String], help: String? = nil
  ) -> CommandFailure {
    let nearest = NearestName.of(name, among: known)
    let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    let choice = known.isEmpty ? nil : "choose one of \(list)"
    return .usage(
      "there is no \(kind) “\(name)”",
      help: nearest.map { "did you mean “\($0)”?" } ?? help ?? choice)
  }
}
