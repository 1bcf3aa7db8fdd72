import ArgumentParser
import Metrics

/// How views and text look; JSON and CSV never change.
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

  @Flag(help: "Only ASCII signs: no dots, arrows, dashes or quotation marks beyond them.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "When colours are used; auto is on a terminal, unless NO_COLOR is set.", valueName: "when"))
  var color: ColorChoice = .auto
}
