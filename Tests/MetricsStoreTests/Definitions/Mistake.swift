import Metrics
import Testing

@testable import MetricsStore

/// A typical mistake in definitions: a text with `‸` before the place that the issue has to name.
struct Mistake: CustomTestStringConvertible, Sendable {
  let code: String
  /// The text without the mark, with good sources and metrics added where it has none.
  let text: String
  /// `line:column` of the mark.
  let place: String

  init(_ code: String, _ marked: String, alone: Bool = false) {
    self.code = code
    let before = marked.prefix { $0 != "‸" }
    let lines = before.split(omittingEmptySubsequences: false) { SourceText.isBreak($0) }
    place = "\(lines.count):\((lines.last?.count ?? 0) + 1)"
    var text = marked.filter { $0 != "‸" }
    if !alone {
      if !text.contains("sources:") { text += "\n" + Mistake.sources }
      if !text.contains("metrics:") { text += "\n" + Mistake.metrics }
    }
    self.text = text
  }

  var testDescription: String { "\(code) at \(place)" }

  private static let sources = """
    sources:
      web: {files: web.csv, date: Date, dimensions: [channel], measures: {visits: V, cost: C}}
      deals:
        files: deals.csv
        record: ID
        events: {lead: Created, won: Closed}
        measures: {amount: {sum: Amount, at: won}, age: {sum: Age, at: won}}
    """

  private static let metrics = """
    metrics:
      sessions: {from: web.visits}
      leads: {from: deals.lead}
      won: {from: deals.won}
      revenue: {from: deals.amount, unit: currency}
    """
}
