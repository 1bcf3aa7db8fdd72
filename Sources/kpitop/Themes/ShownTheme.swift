import Drawing
import Metrics

/// The theme on the screen: another one when asked for, the same read again when it was saved.
struct ShownTheme {
  private let library: ThemeLibrary
  private var loaded: LoadedTheme

  /// A theme of a library.
  init(_ loaded: LoadedTheme, from library: ThemeLibrary) {
    self.loaded = loaded
    self.library = library
  }

  /// How things look now.
  var theme: Theme { loaded.theme }

  /// Changes to the theme of a name; returns what is wrong with it, as a sentence.
  ///
  /// Where there is no such theme any more, nothing changes.
  mutating func choose(_ name: String) -> SafeText? {
    guard let next = library.theme(name) else { return SafeText("there is no theme “\(name)”") }
    return take(next)
  }

  /// Reads the theme again where one of its files was saved; returns what is wrong with it.
  mutating func refresh() -> SafeText? {
    guard loaded.isOutdated, let next = library.theme(theme.name) else { return nil }
    return take(next)
  }

  private mutating func take(_ next: LoadedTheme) -> SafeText? {
    let error = next.issues.first { $0.severity == .error }
    if error != nil, next.theme.name == theme.name {
      // A half-written file does not change the colours that one is just working on.
      loaded.remember(next.files)
    } else {
      loaded = next
    }
    return (error ?? next.issues.first).map { SafeText("\($0.place): \($0.message.string)") }
  }
}
