import Metrics

/// Google Ads, as reports are downloaded from its pages and from its report editor.
///
/// Confirmed from files in English and Japanese: two title lines, the second the period; rates with
/// their sign (`6.10%`); ` --` for nothing; up to three layers of totals that overlap. The
/// interface for programs counts money in millionths (`cost_micros`).
extension Preset {
  /// Reports of campaigns, ad groups, keywords or search terms.
  static let googleAds = Preset(
    name: "google-ads", otherNames: ["adwords"], title: "Google Ads",
    marks: PresetMarks(
      needed: [
        ["Cost", "費用", "cost_micros", "metrics.cost_micros"],
        ["Impr.", "表示回数", "metrics.impressions"],
        [
          "Campaign", "キャンペーン", "Ad group", "広告グループ", "Search term", "検索語句", "Search keyword",
          "検索キーワード", "campaign.name", "Currency code", "通貨コード",
        ],
      ],
      usual: [
        ["Clicks", "クリック数"], ["Conversions", "コンバージョン"], ["Currency code", "通貨コード"],
        ["Avg. CPC", "平均クリック単価"], ["CTR", "クリック率"], ["Cost / conv.", "コンバージョン単価"],
        ["Campaign status", "キャンペーンの状態"],
      ]),
    date: ["Day", "日", "segments.date"], period: .preamble,
    dimensions: [.optional("campaign", ["Campaign", "キャンペーン", "campaign.name"])],
    measures: [
      .amount("cost", ["Cost", "費用"]),
      .amount("cost_micros", ["cost_micros", "metrics.cost_micros"], scale: .micro),
      .amount("impressions", ["Impr.", "表示回数", "Impressions", "metrics.impressions"]),
      .amount("clicks", ["Clicks", "クリック数", "metrics.clicks"]),
      .amount("conversions", ["Conversions", "コンバージョン", "metrics.conversions"]),
      .amount("all_conversions", ["All conv.", "すべてのコンバージョン"]),
      .amount("conversion_value", ["Conv. value", "コンバージョン値", "metrics.conversions_value"]),
      .average("ctr", ["CTR", "クリック率"], by: "impressions"),
      .average("cpc", ["Avg. CPC", "平均クリック単価"], by: "clicks"),
      .average("conversion_rate", ["Conv. rate", "コンバージョン率"], by: "clicks"),
    ],
    totals: [.last])
}
