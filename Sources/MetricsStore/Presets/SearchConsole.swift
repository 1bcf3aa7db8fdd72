import Metrics

/// Google Search Console, the report "Performance on search results".
///
/// Confirmed from files in English and Japanese. Each table is a file of its own, which in a
/// Japanese archive has a garbled name. Only the table by date has dates; the others are about a
/// period that nothing in them names. Queries and pages end at 1,000 rows, so that their sums are
/// no totals.
extension Preset {
  /// Clicks and impressions by date, query, page, country or device.
  static let searchConsole = Preset(
    name: "search-console", otherNames: ["gsc", "google-search-console"],
    title: "Google Search Console",
    marks: PresetMarks(
      needed: [
        ["Clicks", "クリック数"], ["Impressions", "表示回数"], ["Position", "掲載順位", "平均掲載順位"],
      ],
      usual: [
        ["CTR", "平均 CTR"], ["Date", "日付"], query, page, ["Country", "国"], ["Device", "デバイス"],
      ]),
    date: ["Date", "日付"],
    dimensions: [.optional("query", query), .optional("page", page)],
    measures: [
      .amount("clicks", ["Clicks", "クリック数"]),
      .amount("impressions", ["Impressions", "表示回数"]),
      .average("ctr", ["CTR", "平均 CTR"], by: "impressions"),
      .average("position", ["Position", "掲載順位", "平均掲載順位"], by: "impressions"),
    ],
    caps: [RowCap(column: query, rows: 1000), RowCap(column: page, rows: 1000)])

  private static let query: ColumnName = ["Top queries", "上位のクエリ", "Query", "クエリ"]
  private static let page: ColumnName = ["Top pages", "上位のページ", "Page", "ページ"]
}
