/// Where a text holds bytes that are no characters of its encoding.
struct DecodingFlaws: Hashable, Sendable {
  /// How many broken characters there are.
  let count: Int
  /// The line of the first one, from 1.
  let firstLine: Int
}

/// Counts the flaws of a text that comes in blocks, and its lines up to the first one.
struct FlawCount {
  private var count = 0
  private var firstLine: Int?
  private var lines = LineCount()

  /// Takes the next block of the text; `first` is where in it the first flaw is, nil without any.
  mutating func add(_ text: UnsafeRawBufferPointer, flaws: Int, first: Int?) {
    count += flaws
    guard firstLine == nil else { return }
    if let first {
      lines.add(UnsafeRawBufferPointer(rebasing: text[..<min(first, text.count)]))
      firstLine = lines.line
    } else {
      lines.add(text)
    }
  }

  /// The flaws so far; nil without any.
  var flaws: DecodingFlaws? {
    firstLine.map { DecodingFlaws(count: count, firstLine: $0) }
  }
}
