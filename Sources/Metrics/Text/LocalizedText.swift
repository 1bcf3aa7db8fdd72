/// The languages of the interface and of labels in definitions.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case japanese = "ja"
}

/// A label or description in one language or both.
public struct LocalizedText: Hashable, Sendable {
  private let english: SafeText?
  private let japanese: SafeText?

  /// A text per language; where one is missing the other serves for both.
  public init(english: SafeText?, japanese: SafeText?) {
    self.english = english
    self.japanese = japanese
  }

  /// One text for both languages.
  public init(_ text: SafeText) {
    self.init(english: text, japanese: nil)
  }

  /// The text in the language, else in the other one, else nothing.
  public func text(in language: Language) -> String {
    let wanted = language == .english ? english : japanese
    return (wanted ?? english ?? japanese)?.string ?? ""
  }

  /// Every text it has, for searching in either language.
  public var all: [String] { [english, japanese].compactMap { $0?.string } }
}
