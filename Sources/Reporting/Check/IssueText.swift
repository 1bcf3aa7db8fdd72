public import Metrics

extension Issue {
  /// The issue as compilers write them, `file:line:column: severity: message`, and what to do about
  /// it on a line of its own; every line is ended.
  public var text: String { text(with: .plain) }

  /// The issue as a pen writes it: the severity in its language and colour. The message stays
  /// English, and the place as it is.
  func text(with pen: Pen) -> String {
    let word = pen.colored(severity.word(with: pen), severity.tone)
    let line = "\(place): \(word): \(pen.spelled(message.string))\n"
    guard let help else { return line }
    return line + "  \(pen.words("help", "対処")): \(pen.spelled(help.string))\n"
  }
}
