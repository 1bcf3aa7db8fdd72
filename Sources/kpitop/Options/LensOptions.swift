import ArgumentParser
import Metrics

/// Through what a view looks at the numbers: which period, compared with what, which part.
struct LensOptions: ParsableArguments {
  @OptionGroup var periods: PeriodOptions
  @OptionGroup var comparison: ComparisonOptions
  @OptionGroup var segments: SegmentOptions
}

/// What numbers are compared with.
struct ComparisonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What changes are measured against; by default the previous period.", valueName: "what"))
  var compare: ComparisonKind?

  /// What is compared with, whether it was asked for or not.
  var kind: ComparisonKind { compare ?? .previous }
}
