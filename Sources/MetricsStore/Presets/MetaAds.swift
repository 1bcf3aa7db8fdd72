import Metrics

/// Meta (Facebook and Instagram) Ads Manager.
///
/// Confirmed from files and public readers in English and Japanese, whose names drift (`リンクのクリック`,
/// `リンククリック`). Each row has its own period; rates are percent without a sign (`2.2667`); a summary
/// row without a campaign's name stands right below the header; reach counts people.
extension Preset {
  /// Campaigns, ad sets or ads.
  static let metaAds = Preset(
    name: "meta-ads", otherNames: ["meta", "facebook-ads"], title: "Meta Ads",
    marks: PresetMarks(
      needed: [
        ["Amount spent", "消化金額"],
        ["Impressions", "インプレッション", "Reach", "リーチ", "Results", "結果", "Link clicks", "リンクのクリック"],
      ],
      usual: [
        ["Reporting starts", "レポート開始日"], ["Reporting ends", "レポート終了日"], ["Results", "結果"],
        ["Result indicator", "結果インジケーター"], ["Reach", "リーチ"], campaignName, ["Day", "日"],
        ["Ad set name", "広告セット名"], ["Link clicks", "リンクのクリック", "リンククリック"],
      ]),
    date: ["Day", "日"],
    period: .columns(
      first: ["Reporting starts", "レポート開始日"], last: ["Reporting ends", "レポート終了日"]),
    dimensions: [.optional("campaign", campaignName)],
    measures: [
      .amount("cost", ["Amount spent", "消化金額"]),
      .amount("impressions", ["Impressions", "インプレッション"]),
      .amount("clicks", ["Link clicks", "リンクのクリック", "リンククリック", "リンクのクリック数"]),
      .amount(
        "all_clicks", ["Clicks (all)", "クリック(すべて)", "クリック（すべて）", "クリック数(すべて)"]),
      .amount("results", ["Results", "結果"]),
      .people("reach", ["Reach", "リーチ"]),
      .average(
        "ctr", ["CTR (link click-through rate)", "CTR(リンククリックスルー率)"], by: "impressions",
        scale: .percent),
      .average(
        "ctr_all", ["CTR (all)", "CTR(すべて)"], by: "impressions", scale: .percent),
      .average("frequency", ["Frequency", "フリークエンシー"], by: "reach"),
    ],
    totals: [.empty(campaignName)])

  private static let campaignName: ColumnName = ["Campaign name", "キャンペーン名"]
}
