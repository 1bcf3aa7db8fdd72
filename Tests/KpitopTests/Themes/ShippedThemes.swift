import Drawing
import Testing

@testable import kpitop

/// The themes that come with the program.
enum ShippedThemes {
  /// The folder in the source tree.
  static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/") + "/themes"

  static let library = ThemeLibrary(folders: [folder])

  /// All of them by name.
  static let names = library.names

  /// Those with colours of their own, which everything but `mono` is.
  static let colored = names.filter { $0 != "mono" }

  static func loaded(_ name: String) throws -> LoadedTheme {
    try #require(library.theme(name))
  }
}

extension LoadedTheme {
  /// What ordinary cells have behind them.
  var paper: Color {
    get throws { try #require(theme.background ?? assumedBackground) }
  }
}
