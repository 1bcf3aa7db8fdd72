import Metrics

extension Issue {
  /// A warning that a name in a theme file means nothing, with the nearest one that does.
  init(unknown kind: String, _ name: ThemeFile.Name, among known: [String]) {
    let sorted = known.sorted()
    let nearest = NearestName.of(name.text, among: sorted).map { "did you mean “\($0)”?" }
    let list = sorted.isEmpty ? nil : "known here: \(sorted.prefix(20).joined(separator: ", "))"
    self.init(
      .warning, code: "unknown-\(kind)", at: name.place,
      message: SafeText("there is no \(kind) “\(name.text)”"),
      help: (nearest ?? list).map { SafeText($0) })
  }

  /// A warning that a theme inherits from itself, or from too many others.
  init(inCircle parent: ThemeFile.Name) {
    self.init(
      .warning, code: "theme-circle", at: parent.place,
      message: SafeText("“\(parent.text)” inherits from this theme, or the chain is too long"))
  }

  /// A warning that a theme calls itself otherwise than its file.
  init(_ name: ThemeFile.Name, differsFrom file: String) {
    self.init(
      .warning, code: "theme-name", at: name.place,
      message: SafeText("the theme is chosen by the name of its file, “\(file)”"))
  }
}
