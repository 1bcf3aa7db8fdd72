import Metrics

/// Salesforce: reports of opportunities, and prospects of Account Engagement (Pardot).
extension Preset {
  /// One row per opportunity. Confirmed from files in English and Japanese, which end with lines of
  /// the report's name, a copyright and who made it.
  ///
  /// A report has the record's identifier only where somebody added it. Without it a source must
  /// say which column tells opportunities apart (`record: 商談名`): no name is sure to.
  static let salesforceOpportunities = Preset(
    name: "salesforce-opportunities", otherNames: ["salesforce"],
    title: "Salesforce opportunities",
    marks: PresetMarks(
      needed: [["Opportunity Name", "商談名"], stage],
      usual: [
        ["Account Name", "取引先名"], amount, ["Close Date", "完了予定日"], ["Created Date", "作成日"],
        ["Lead Source", "リードソース"], ["Probability (%)", "確度(%)"], ["Opportunity Owner", "商談 所有者"],
        ["Opportunity ID", "商談 ID"],
      ],
      preamble: .helps(["salesforce"])),
    layout: .records(
      id: ["Opportunity ID", "商談 ID", "Opportunity: ID", "Case Safe ID", "Id"],
      events: [
        Event(name: "opportunity", date: ["Created Date", "作成日"]),
        Event(name: "closed", date: ["Close Date", "完了予定日"]),
        Event(
          name: "won", date: ["Close Date", "完了予定日"],
          condition: .isIn(.column("Stage"), ["Closed Won", "受注", "成立"].map { .text($0) })),
      ]),
    dimensions: [
      .optional("channel", ["Lead Source", "リードソース"]), .optional("type", ["Type", "種別"]),
    ],
    measures: [
      .amount("amount", amount, at: "opportunity"), .amount("won_amount", amount, at: "won"),
    ],
    aliases: ["Stage": stage], cadence: .week, totals: [.last])

  /// One row per prospect. Not confirmed from a file: the names are those of the fields in the
  /// product and in its interface for programs.
  static let accountEngagement = Preset(
    name: "account-engagement", otherNames: ["pardot"],
    title: "Account Engagement (Pardot) prospects",
    marks: PresetMarks(
      needed: [["Score", "スコア"], ["Grade", "グレード"], ["Email", "メール"]],
      usual: [
        prospect, ["Campaign", "キャンペーン"], ["Company", "会社"], ["First Name", "名"],
        ["Last Name", "姓"],
        ["Last Activity*", "最終活動*"], ["Assigned User", "割り当て済みユーザー"],
        ["Opted Out", "Do Not Email"],
      ]),
    layout: .records(
      id: prospect,
      events: [
        Event(name: "prospect", date: ["Created Date", "Created At", "Created", "作成日"]),
        Event(
          name: "active",
          date: ["Last Activity At", "Last Activity Date", "Last Activity", "最終活動"]),
      ]),
    dimensions: [
      .optional("channel", ["Source", "ソース"]), .optional("campaign", ["Campaign", "キャンペーン"]),
    ],
    measures: [
      MeasureColumn(
        name: "score", column: ["Score", "スコア"], event: "prospect", nature: .average(weight: nil))
    ],
    personal: [
      ["Email", "メール"], ["First Name", "名"], ["Last Name", "姓"], ["Phone", "電話"],
    ],
    cadence: .week)

  private static let stage: ColumnName = ["Stage", "フェーズ", "StageName"]
  private static let amount: ColumnName = ["Amount", "金額"]
  private static let prospect: ColumnName = ["Prospect ID", "プロスペクト ID", "Pardot ID"]
}
