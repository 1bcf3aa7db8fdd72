import Metrics

/// Yahoo!広告 (search and display), which has a Japanese interface only.
///
/// Confirmed from files and public readers: CP932 or UTF-8, rates with their sign, `--` for
/// nothing, and a total row unless it was switched off.
extension Preset {
  /// Performance reports.
  static let yahooAds = Preset(
    name: "yahoo-ads", otherNames: ["yahoo-japan-ads", "yss", "yda"], title: "Yahoo!広告",
    marks: PresetMarks(
      needed: [["コスト"], ["インプレッション数"]],
      usual: [
        ["キャンペーン名"], ["クリック数"], ["クリック率"], ["コンバージョン数"], ["総コンバージョン率"], ["平均CPC", "平均クリック単価"],
        ["広告グループ名"], ["アカウント名"],
      ]),
    date: ["日"],
    dimensions: [.optional("campaign", ["キャンペーン名"])],
    measures: [
      .amount("cost", ["コスト"]),
      .amount("impressions", ["インプレッション数"]),
      .amount("clicks", ["クリック数"]),
      .amount("conversions", ["コンバージョン数"]),
      .amount("all_conversions", ["全コンバージョン数", "総コンバージョン数"]),
      .amount("conversion_value", ["コンバージョンの価値"]),
      .average("ctr", ["クリック率"], by: "impressions"),
      .average("cpc", ["平均CPC", "平均クリック単価"], by: "clicks"),
      .average("conversion_rate", ["コンバージョン率"], by: "clicks"),
    ],
    totals: [.last])
}
