import Metrics

/// Adobe Analytics, a Freeform table of Analysis Workspace.
///
/// Confirmed from files in English; the Japanese names of measures could not be. The first row is
/// the total, named after the dimension; the column of the dimension has no name, and where a table
/// is broken down twice the header has two rows, whose names a source gives as the file's columns
/// are called. Rates are fractions.
extension Preset {
  /// Tables with a comment block that names the report suite and the period.
  static let adobeAnalytics = Preset(
    name: "adobe-analytics", otherNames: ["adobe", "omniture"], title: "Adobe Analytics",
    marks: PresetMarks(
      needed: [
        [
          "Visits*", "Unique Visitors*", "Page Views*", "Orders*", "Occurrences*", "Visitors*",
          "訪問回数*",
          "ページビュー*", "注文件数*",
        ]
      ],
      preamble: .needs(["# Report suite:", "# レポートスイート", "#====="])),
    date: ["Day", "Date", "日"], period: .preamble,
    measures: [
      .amount("visits", ["Visits", "訪問回数"]),
      .people("visitors", ["Unique Visitors", "Visitors", "ユニーク訪問者数"]),
      .amount("page_views", ["Page Views", "ページビュー数", "ページビュー"]),
      .amount("occurrences", ["Occurrences"]),
      .amount("orders", ["Orders", "注文件数", "注文"]),
      .amount("revenue", ["Revenue", "売上高"]),
      .average("bounce_rate", ["Bounce Rate"], by: "visits", scale: .fraction),
    ],
    totals: [.first])
}
