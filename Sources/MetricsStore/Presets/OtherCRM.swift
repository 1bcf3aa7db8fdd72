import Metrics

/// Sales systems beside HubSpot and Salesforce.
extension Preset {
  /// Zoho CRM's export of deals. Confirmed from public readers of such files, in English; Japanese
  /// names could not be. Money may be shortened (`$342.09K`), dates are `15 Apr, 2021 00:03:00`.
  static let zohoCRM = Preset(
    name: "zoho-crm", otherNames: ["zoho", "zoho-deals"], title: "Zoho CRM deals",
    marks: PresetMarks(
      needed: [["Deal Name", "Potential Name"], ["Closing Date"], ["Stage"]],
      usual: [
        ["Record Id"], ["Deal Owner", "Potential Owner"], ["Deal Owner.id"], ["Created Time"],
        ["Account Name.id"], ["Amount"], ["Lead Source"],
      ]),
    layout: .records(
      id: ["Record Id", "Deal Id", "Potential Id"],
      events: [
        Event(name: "opportunity", date: ["Created Time"]),
        Event(name: "closed", date: ["Closing Date"]),
        Event(
          name: "won", date: ["Closing Date"],
          condition: .isIn(.column("Stage"), ["Closed Won", "Closed won"].map { .text($0) })),
      ]),
    dimensions: [
      .optional("channel", ["Lead Source"]), .optional("pipeline", ["Pipeline"]),
    ],
    measures: [
      .amount("amount", ["Amount"], at: "opportunity"),
      .amount("won_amount", ["Amount"], at: "won"),
    ],
    cadence: .week)

  /// Dynamics 365 Sales, a sheet of opportunities: hidden columns that say not to modify them,
  /// dates as Excel's serial numbers. The hidden columns were confirmed from public readers of such
  /// sheets; which others there are depends on the view that was exported, and Japanese names could
  /// not be confirmed.
  static let dynamics365 = Preset(
    name: "dynamics-365", otherNames: ["dynamics", "dynamics-crm"],
    title: "Dynamics 365 opportunities",
    marks: PresetMarks(
      needed: [["(Do Not Modify) *"]],
      usual: [
        ["(Do Not Modify) Opportunity"], ["(Do Not Modify) Row Checksum"],
        ["(Do Not Modify) Modified On"], ["Topic"], ["Est. Revenue"], ["Est. Close Date"],
        ["Potential Customer"], ["Status Reason"],
      ]),
    layout: .records(
      id: ["(Do Not Modify) Opportunity"],
      events: [
        Event(name: "opportunity", date: ["Created On"]),
        Event(name: "closed", date: ["Actual Close Date"]),
        Event(
          name: "won", date: ["Actual Close Date"],
          condition: .isIn(.column("Status"), [.text("Won")])),
      ]),
    dimensions: [.optional("channel", ["Source Campaign", "Lead Source"])],
    measures: [
      .amount("amount", ["Est. Revenue"], at: "opportunity"),
      .amount("won_amount", ["Actual Revenue"], at: "won"),
    ],
    personal: [["Contact"], ["Email"]], cadence: .week)

  /// LSTEP (Lステップ), the list of friends of a LINE account: a row of internal names above the
  /// header, in CP932. Names of the standard columns were confirmed from manuals and public
  /// readers; tags and friend information are columns that each account names itself.
  ///
  /// Every export has all friends. A source of several exports says `record: ID`, so that nobody
  /// counts twice.
  static let lstep = Preset(
    name: "lstep", otherNames: ["l-step", "linestep"], title: "LSTEP friends",
    marks: PresetMarks(
      needed: [["友だち追加日時"]],
      usual: [
        ["表示名"], ["LINE登録名"], ["システム表示名"], ["ユーザーブロック"], ["対応マーク"], ["最終メッセージ日時"], ["流入元"],
      ]),
    date: ["友だち追加日時"],
    dimensions: [.optional("channel", ["流入元", "流入経路"])],
    measures: [MeasureColumn(name: "friends", column: ["友だち追加日時"], nature: .mark)],
    personal: [["LINE登録名"], ["表示名"], ["システム表示名"], ["本名"], ["メールアドレス"], ["電話番号"]],
    cadence: .week)
}
