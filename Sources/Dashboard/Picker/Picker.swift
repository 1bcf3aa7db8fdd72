import Drawing
import Metrics

/// A list to choose from, narrowed by typing.
struct Picker: Sendable {
  /// What choosing leads to.
  enum Choice: Hashable, Sendable {
    case filterDimension(String)
    case filterValue(dimension: String, value: SafeText)
    case breakdown(String?)
    case metric(String)
    case action(Action)
    case theme(String)
  }

  /// One line of the list.
  struct Item: Hashable, Sendable {
    let title: String
    /// Said beside the title, such as a key.
    let hint: String
    let choice: Choice
    /// Further texts that a search may match.
    let matches: [String]

    init(_ title: String, hint: String = "", choice: Choice, matches: [String] = []) {
      self.title = title
      self.hint = hint
      self.choice = choice
      self.matches = matches
    }
  }

  let title: String
  private let items: [Item]
  /// Values marked with Space, where several may be chosen.
  private(set) var marked: Set<Choice>
  let allowsSeveral: Bool
  private(set) var query = ""
  private(set) var cursor = 0

  init(
    _ title: String, _ items: [Item], marked: Set<Choice> = [], allowsSeveral: Bool = false,
    selected: Choice? = nil
  ) {
    self.title = title
    self.items = items
    self.marked = marked
    self.allowsSeveral = allowsSeveral
    cursor = items.firstIndex { $0.choice == selected } ?? 0
  }

  /// The lines that match what was typed, best first.
  var shown: [Item] {
    guard !query.isEmpty else { return items }
    let wanted = Picker.folded(query)
    return items.compactMap { item -> (Item, Int)? in
      let ranks = ([item.title, item.hint] + item.matches).compactMap {
        Picker.rank(of: wanted, in: Picker.folded($0))
      }
      return ranks.min().map { (item, $0) }
    }
    .sorted { $0.1 < $1.1 }
    .map(\.0)
  }

  /// The line under the cursor; nil where nothing matches.
  var current: Item? {
    let shown = shown
    return shown.indices.contains(cursor) ? shown[cursor] : nil
  }

  /// What a key made of the list.
  enum Outcome {
    case open, cancelled
    case chosen([Choice])
  }

  /// Moves, types, marks, chooses or gives up.
  mutating func press(_ key: Key) -> Outcome {
    switch key {
    case .escape, .control("c"): return .cancelled
    case .enter:
      if allowsSeveral, !marked.isEmpty { return .chosen(Array(marked)) }
      return current.map { .chosen([$0.choice]) } ?? .open
    case .up, .control("p"): cursor = max(0, cursor - 1)
    case .down, .control("n"), .tab: cursor = min(max(0, shown.count - 1), cursor + 1)
    case .pageUp, .home: cursor = 0
    case .pageDown, .end: cursor = max(0, shown.count - 1)
    case .backspace:
      if query.isEmpty { return .cancelled }
      query.removeLast()
      cursor = 0
    case .character(" ") where allowsSeveral:
      if let choice = current?.choice { marked.formSymmetricDifference([choice]) }
      cursor = min(max(0, shown.count - 1), cursor + 1)
    case .character(let character):
      query.append(character)
      cursor = 0
    default: break
    }
    return .open
  }

  /// Small letters, katakana as hiragana, without spaces.
  private static func folded(_ text: String) -> [Character] {
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      let isKatakana = (0x30A1...0x30F6).contains(scalar.value)
      folded.append(isKatakana ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar)
    }
    return Array(String(folded))
  }

  /// How far the wanted characters are spread in the text, in their order; nil where one is missing.
  private static func rank(of wanted: [Character], in text: [Character]) -> Int? {
    var position = 0
    var rank = 0
    for character in wanted {
      guard let next = text[position...].firstIndex(of: character) else { return nil }
      rank += next - position
      position = next + 1
    }
    return rank
  }
}
