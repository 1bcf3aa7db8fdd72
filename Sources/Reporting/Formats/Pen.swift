public import Metrics

/// What a piece of a report means, for whoever chooses colours.
public enum Tone: CaseIterable, Hashable, Sendable {
  /// Ordinary words and numbers.
  case plain
  /// The head of a column, or the name of a table.
  case heading
  /// Better than expected.
  case good
  /// Worse than expected, or wrong.
  case bad
  /// What wants a look.
  case attention
  /// What may be overlooked.
  case faint
}

/// How reports for people are written: in which language, with which signs, in which colours.
public struct Pen: Sendable {
  /// The language of heads, reasons and states.
  public let language: Language
  private let measure: TextMeasure
  private let spelling: @Sendable (String) -> String
  private let coloring: @Sendable (String, Tone) -> String

  /// English in one colour, with a column for each character.
  public static let plain = Pen()

  /// A pen; the spelling replaces signs that cannot be printed, and the coloring puts what switches
  /// colours around a text that is not plain.
  public init(
    _ language: Language = .english, measure: @escaping TextMeasure = { $0.count },
    spelling: @escaping @Sendable (String) -> String = { $0 },
    coloring: @escaping @Sendable (String, Tone) -> String = { text, _ in text }
  ) {
    self.language = language
    self.measure = measure
    self.spelling = spelling
    self.coloring = coloring
  }

  /// The words of its language.
  func words(_ english: String, _ japanese: String) -> String {
    language == .english ? english : japanese
  }

  /// The text with the signs that it may have.
  func spelled(_ text: String) -> String { spelling(text) }

  /// How many columns a spelled text takes.
  func columns(of text: String) -> Int { measure(text) }

  /// A spelled text in the colours of its tone.
  func colored(_ text: String, _ tone: Tone) -> String {
    text.isEmpty || tone == .plain ? text : coloring(text, tone)
  }
}
