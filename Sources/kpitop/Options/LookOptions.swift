import ArgumentParser
import Metrics

/// How a view looks.
struct LookOptions: ParsableArguments {
  /// When colours are used.
  enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
  }

  @Option(help: ArgumentHelp("The language; by default the locale's.", valueName: "lang"))
  var lang: Language?

  @Option(
    help: ArgumentHelp("The colour theme, by name or as a file.", valueName: "name or path"))
  var theme: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(help: ArgumentHelp("When colours are used.", valueName: "when"))
  var color: ColorChoice = .auto
}
