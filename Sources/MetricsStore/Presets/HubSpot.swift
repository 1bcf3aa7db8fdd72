import Metrics

/// HubSpot CRM, exports of contacts and of deals.
///
/// English names are those of HubSpot's own properties and of public readers. Of the Japanese ones
/// only those of deals were seen; the dates of life cycle stages have no Japanese name here, since
/// none could be confirmed.
extension Preset {
  /// One row per contact, counted by the dates of its life cycle.
  static let hubSpotContacts = Preset(
    name: "hubspot-contacts", otherNames: ["hubspot"], title: "HubSpot contacts",
    marks: PresetMarks(
      needed: [
        identifier,
        [
          "Lifecycle Stage", "ライフサイクルステージ", "Original Source", "Original Traffic Source",
          "Became a Lead Date", "Became a Marketing Qualified Lead Date", "Became a Customer Date",
        ],
      ],
      usual: [
        ["Create Date", "作成日"], ["Lead Status"], ["Email", "Eメール"], ["First Name", "名"],
        ["Became a Marketing Qualified Lead Date"], ["Became a Sales Qualified Lead Date"],
        ["Became an Opportunity Date"], ["Became a Customer Date"],
        ["Original Source Drill-Down 1"],
      ]),
    layout: .records(
      id: identifier,
      events: [
        Event(name: "created", date: ["Create Date", "作成日"]),
        Event(name: "subscriber", date: ["Became a Subscriber Date"]),
        Event(name: "lead", date: ["Became a Lead Date"]),
        Event(name: "mql", date: ["Became a Marketing Qualified Lead Date"]),
        Event(name: "sql", date: ["Became a Sales Qualified Lead Date"]),
        Event(name: "opportunity", date: ["Became an Opportunity Date"]),
        Event(name: "customer", date: ["Became a Customer Date"]),
      ]),
    dimensions: [.optional("channel", ["Original Source", "Original Traffic Source", "元のソース"])],
    measures: [],
    personal: [
      ["Email", "Eメール", "メールアドレス"], ["First Name", "名"], ["Last Name", "姓"],
      ["Phone Number", "電話番号"], ["Mobile Phone Number", "携帯電話番号"], ["Street Address"],
    ],
    cadence: .week)

  /// One row per deal, counted by the dates on which it was made and closed.
  ///
  /// The date on which a deal entered a stage has the stage in its name (`Date entered "Proposal
  /// (Sales Pipeline)"`), so a source names those that it counts.
  static let hubSpotDeals = Preset(
    name: "hubspot-deals", title: "HubSpot deals",
    marks: PresetMarks(
      needed: [["Deal Name", "取引名"], ["Deal Stage", "取引ステージ"]],
      usual: [
        identifier, ["Pipeline", "パイプライン"], ["Amount", "金額"], ["Create Date", "作成日"],
        ["Close Date", "クローズ日"], ["Date entered*"],
      ]),
    layout: .records(
      id: identifier,
      events: [
        Event(name: "created", date: ["Create Date", "作成日"]),
        Event(name: "closed", date: ["Close Date", "クローズ日"]),
        Event(
          name: "won", date: ["Close Date", "クローズ日"],
          condition: .isIn(
            .column("Deal Stage"),
            ["Closed Won", "Closed won", "closed won", "closedwon", "成約", "受注"].map { .text($0) })),
      ]),
    dimensions: [.optional("pipeline", ["Pipeline", "パイプライン"])],
    measures: [
      .amount("amount", ["Amount", "金額"], at: "created"),
      .amount("won_amount", ["Amount", "金額"], at: "won"),
    ],
    aliases: ["Deal Stage": ["Deal Stage", "取引ステージ"]], cadence: .week)

  private static let identifier: ColumnName = ["Record ID", "Contact ID", "Deal ID", "レコードID"]
}
