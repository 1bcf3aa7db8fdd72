import Metrics

/// Google Analytics 4 in BigQuery: one row per event, as NDJSON or as a flattened query result.
///
/// Columns and types are those of Google's description of the export's schema. What a query calls
/// its flattened columns is up to who wrote it: the names here are the usual ones.
extension Preset {
  /// Events with the visitor's identifier, which is personal data.
  static let ga4BigQuery = Preset(
    name: "ga4-bigquery", otherNames: ["bigquery", "ga4-events"],
    title: "Google Analytics 4, events from BigQuery",
    marks: PresetMarks(
      needed: [["event_name"], ["event_date", "event_timestamp"], visitor],
      usual: [
        ["event_params"], ["traffic_source*"], ["ga_session_id"], ["device*"], ["geo*"],
        ["platform"],
      ]),
    date: ["event_date"],
    dimensions: [
      .optional("event", ["event_name"]),
      .optional("source", ["traffic_source.source", "traffic_source_source", "source"]),
      .optional("medium", ["traffic_source.medium", "traffic_source_medium", "medium"]),
    ],
    measures: [
      MeasureColumn(name: "events", column: ["event_name"], nature: .mark),
      MeasureColumn(name: "users", column: visitor, nature: .identifier),
      .amount(
        "revenue",
        ["ecommerce.purchase_revenue", "ecommerce_purchase_revenue", "purchase_revenue"]),
    ],
    personal: [visitor, ["user_id"]])

  private static let visitor: ColumnName = ["user_pseudo_id"]
}
