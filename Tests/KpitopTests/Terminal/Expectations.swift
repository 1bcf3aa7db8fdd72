import Testing

extension PseudoTerminal {
  /// Expects texts to come on the screen, all at once.
  func expect(_ texts: String..., at place: SourceLocation = #_sourceLocation) {
    expect("to show \(texts)", at: place) { $0.shows(texts) }
  }

  /// Expects a text to leave the screen.
  func expect(gone text: String, at place: SourceLocation = #_sourceLocation) {
    expect("to lose “\(text)”", at: place) { !$0.shows([text]) }
  }

  /// Expects something to come true, and shows the screen where it does not.
  func expect(
    _ words: String, at place: SourceLocation = #_sourceLocation,
    until isSo: (PseudoTerminal) -> Bool
  ) {
    guard !waits(until: isSo) else { return }
    Issue.record("expected \(words); the screen is\n\(screen.text)", sourceLocation: place)
  }

  /// Types, and expects texts to come.
  func press(_ keys: String, shows texts: String..., at place: SourceLocation = #_sourceLocation) {
    send(keys)
    expect("to show \(texts) after \(keys.debugDescription)", at: place) { $0.shows(texts) }
  }

  private func shows(_ texts: [String]) -> Bool {
    let text = screen.text
    return texts.allSatisfy { text.contains($0) }
  }

  /// Expects the program to end so, with the terminal as it was before.
  func expectEnd(_ expected: Ending, at place: SourceLocation = #_sourceLocation) {
    let ending = end()
    #expect(ending == expected, "\(screen.text)", sourceLocation: place)
    expectWhole(at: place)
  }

  /// Expects the terminal to be as it was before.
  func expectWhole(at place: SourceLocation = #_sourceLocation) {
    #expect(settings == original, sourceLocation: place)
    #expect(screen.modes == [7, 25], "modes", sourceLocation: place)
    #expect(!screen.isKeypadOn, sourceLocation: place)
    #expect(screen.isPlain, "colours", sourceLocation: place)
    #expect(screen.grid.region.count == screen.grid.rows, sourceLocation: place)
    #expect(screen.unknown.isEmpty, sourceLocation: place)
  }
}

/// Keys that are no characters, as an xterm sends them once it was asked for keypad sequences.
enum Typed {
  static let up = "\u{1B}OA"
  static let down = "\u{1B}OB"
  static let enter = "\r"
  static let escape = "\u{1B}"
  static let suspend = "\u{1A}"
}
