import ArgumentParser
import Metrics

/// Which part of the business, and how it is cut.
struct SegmentOptions: ParsableArguments {
  @OptionGroup var filters: FilterOptions

  @Option(help: ArgumentHelp("A row per value of the dimension.", valueName: "dim"))
  var by: String?

  /// The dimension to cut by; nil where none is named.
  func dimension(in reading: WorkspaceReading) throws(CommandFailure) -> String? {
    guard let by else { return nil }
    try FilterOptions.check(dimension: by, in: reading)
    return by
  }
}

/// Which part of the business.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("filter"),
    help: ArgumentHelp(
      "Only these values of a dimension; may be repeated to narrow by further dimensions.",
      valueName: "dim=value[,value]"))
  var filters: [FilterArgument] = []

  /// The part that the filters describe.
  func segment(in reading: WorkspaceReading) throws(CommandFailure) -> Segment {
    var accepted: [String: Set<SafeText>] = [:]
    for filter in filters {
      try FilterOptions.check(dimension: filter.dimension, in: reading)
      let known = reading.snapshot.values(of: filter.dimension)
      for value in filter.values(among: known) {
        guard known.contains(value) else {
          throw .unknown(
            "\(filter.dimension)", value.string, among: known.map(\.string))
        }
        accepted[filter.dimension, default: []].insert(value)
      }
    }
    return Segment(accepted)
  }

  fileprivate static func check(
    dimension: String, in reading: WorkspaceReading
  ) throws(CommandFailure) {
    let known = reading.snapshot.definitions.dimensions
    guard !known.contains(dimension) else { return }
    throw reading.unknown("dimension", dimension, among: known)
  }
}

/// A filter as it is typed, `channel=Organic Search,Email`.
struct FilterArgument: ExpressibleByArgument, Hashable {
  /// The dimension's name.
  let dimension: String
  /// What stands behind the first `=`.
  let text: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex,
      argument.index(after: sign) != argument.endIndex
    else { return nil }
    dimension = String(argument[..<sign])
    text = String(argument[argument.index(after: sign)...])
  }

  /// The values it names: the whole text where that is one of the known, else its parts between
  /// commas.
  func values(among known: [SafeText]) -> [SafeText] {
    if known.contains(SafeText(text)) { return [SafeText(text)] }
    return text.split(separator: ",").map { SafeText($0) }
  }
}
