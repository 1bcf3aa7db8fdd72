import Drawing
import Metrics
import Yams

/// Reads one theme file, and notes what it does not understand and leaves out.
struct ThemeReader {
  /// What the file says; empty where it cannot be read.
  private(set) var file = ThemeFile()
  /// What is wrong with it: an error where nothing of it could be read, else warnings.
  private(set) var issues: [Issue] = []

  private let text: ThemeText
  private static let issueLimit = 50

  /// Reads a text; the path is for the places of issues.
  init(_ yaml: String, path: String) {
    text = ThemeText(yaml, path: path)
    do {
      guard let root = try text.root(of: yaml) else {
        warn(
          "empty-file", SourcePlace(file: text.file), "the file says nothing",
          help: "start with roles:")
        return
      }
      read(root)
    } catch {
      issues.append(error)
    }
  }

  /// A file without a text, and why.
  init(unreadable path: String, _ reason: String) {
    text = ThemeText("", path: path)
    issues = [
      Issue(
        .error, code: "unreadable-file", at: SourcePlace(file: text.file),
        message: SafeText("the theme file \(reason)"))
    ]
  }

  private mutating func read(_ root: Node) {
    for (key, value) in entries(root, "a map") {
      switch key.text {
      case "name": file.name = name(value)
      case "inherits": file.parent = name(value)
      case "dark": file.isDark = flag(value)
      case "background": file.background = paint(value)
      case "assumed_background": file.assumedBackground = paint(value)
      case "palette": readPalette(value)
      case "roles": readRoles(value)
      case "glyphs": file.glyphs = glyphs(value)
      default:
        unknown(
          "key", key,
          among: [
            "name", "inherits", "dark", "background", "assumed_background", "palette", "roles",
            "glyphs",
          ])
      }
    }
  }

  private mutating func readPalette(_ node: Node) {
    for (key, value) in entries(node, "a map of colours") {
      if key.text == "terminal" {
        warn("bad-name", key.place, "“terminal” already stands for the terminal’s own colour")
      } else if case .exact(let color)? = paint(value, isPalette: true) {
        file.palette[key.text] = color
      }
    }
  }

  private mutating func readRoles(_ node: Node) {
    for (key, value) in entries(node, "a map of roles") {
      guard let role = Role.allCases.first(where: { $0.themeKey == key.text }) else {
        unknown("role", key, among: Role.allCases.map(\.themeKey))
        continue
      }
      file.looks[role] = look(value)
    }
  }

  /// A map of what is said, or the ink alone.
  private mutating func look(_ node: Node) -> ThemeFile.Look {
    guard node.scalar == nil else { return ThemeFile.Look(ink: paint(node)) }
    var look = ThemeFile.Look()
    for (key, value) in entries(node, "a colour or a map") {
      switch key.text {
      case "ink": look.ink = paint(value)
      case "background": look.background = paint(value)
      case "bold": look.isBold = flag(value)
      case "underlined": look.isUnderlined = flag(value)
      case "reversed": look.isReversed = flag(value)
      default:
        unknown("key", key, among: ["ink", "background", "bold", "underlined", "reversed"])
      }
    }
    return look
  }
}

// Values.
extension ThemeReader {
  private mutating func entries(_ node: Node, _ wanted: String) -> [(ThemeFile.Name, Node)] {
    guard let map = node.mapping else {
      warn("wrong-kind", text.place(node.mark), "\(wanted) has to stand here")
      return []
    }
    return map.compactMap { key, value in
      if let scalar = key.scalar {
        return (ThemeFile.Name(text: scalar.string, place: text.place(key.mark)), value)
      }
      warn("yaml-key", text.place(key.mark), "a key has to be a text")
      return nil
    }
  }

  private mutating func name(_ node: Node) -> ThemeFile.Name? {
    if let scalar = node.scalar, !scalar.string.isEmpty {
      return ThemeFile.Name(text: scalar.string, place: text.place(node.mark))
    }
    warn("wrong-kind", text.place(node.mark), "a name has to stand here")
    return nil
  }

  private mutating func flag(_ node: Node) -> Bool? {
    switch node.scalar?.string {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      warn("bad-value", text.place(node.mark), "yes or no has to stand here")
      return nil
    }
  }

  private mutating func glyphs(_ node: Node) -> GlyphSet? {
    let set = node.scalar.flatMap { GlyphSet(named: $0.string) }
    if set == nil {
      warn("bad-value", text.place(node.mark), "one of unicode, safe, ascii has to stand here")
    }
    return set
  }

  private mutating func paint(_ node: Node, isPalette: Bool = false) -> ThemeFile.Paint? {
    let place = text.place(node.mark)
    guard let written = node.scalar?.string, !written.isEmpty else {
      warn(
        "wrong-kind", place, "a colour has to stand here",
        help: "put it in quotes, \"#7FD88F\"; an open # starts a comment")
      return nil
    }
    if let color = Color(hexadecimal: written) { return .exact(color) }
    guard !isPalette, !written.hasPrefix("#") else {
      warn("bad-color", place, "“\(written)” is not a colour", help: "write it as \"#7FD88F\"")
      return nil
    }
    return written == "terminal" ? .terminal : .named(ThemeFile.Name(text: written, place: place))
  }

  private mutating func unknown(_ kind: String, _ name: ThemeFile.Name, among known: [String]) {
    warn(Issue(unknown: kind, name, among: known))
  }

  private mutating func warn(
    _ code: String, _ place: SourcePlace, _ message: String, help: String? = nil
  ) {
    warn(
      Issue(
        .warning, code: code, at: place, message: SafeText(message),
        help: help.map { SafeText($0) }))
  }

  private mutating func warn(_ issue: Issue) {
    if issues.count < ThemeReader.issueLimit { issues.append(issue) }
  }
}
