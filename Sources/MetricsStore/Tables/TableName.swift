/// The name of a table, from the lines above it.
struct TableName {
  /// The name; nil where no line is one.
  let text: String?

  /// Takes the first line of the last block above the table that is a title: it holds letters, and is
  /// no key with a value.
  init(_ lines: [TableHead.Line]) {
    var block: [TableHead.Line] = []
    for line in lines {
      if let last = block.last, line.number > last.number + 1 { block = [] }
      block.append(line)
    }
    let titles = block.lazy.map { TableName.plain($0.text) }
    text = titles.first { TableName.isTitle($0) }.map(String.init)
  }

  /// Without marks of comments and quotes around it.
  private static func plain(_ line: String) -> Substring {
    let isOutside: (Character) -> Bool = { "#/\"' \t=-*".contains($0) }
    var text = Substring(line)
    while let first = text.first, isOutside(first) { text = text.dropFirst() }
    while let last = text.last, isOutside(last) { text = text.dropLast() }
    return text
  }

  private static func isTitle(_ text: Substring) -> Bool {
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return false }
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return true }
    let value = text[text.index(after: colon)...]
    return !value.isEmpty && !value.unicodeScalars.contains { ("0"..."9").contains($0) }
  }
}
