/// GA4's traffic acquisition report, one file a calendar year.
struct WebExport {
  let files: [ExportFile]

  init(_ company: SampleCompany) {
    let days = company.days
    files = (days.lowerBound.civil.year...days.upperBound.civil.year).map { year in
      let first = max(days.lowerBound, Day(year, 1, 1))
      let last = min(days.upperBound, Day(year, 12, 31))
      let rows = company.traffic.cells
        .filter { $0.channel != .webinar && (first...last).contains($0.day) }
        .map(Self.row)
      return ExportFile(
        path: "data/ga4/traffic-\(year).csv", preamble: Self.preamble(first, last),
        header: [
          "Date", "Session default channel group", "Device category", "Sessions",
          "Engaged sessions", "New users", "Key events",
        ],
        rows: rows)
    }
  }

  private static func row(_ cell: TrafficCell) -> [String] {
    [
      cell.day.text(separator: ""), cell.channel.name, cell.device.name, "\(cell.sessions)",
      "\(cell.engaged)", "\(cell.newUsers)", "\(cell.keyEvents)",
    ]
  }

  private static func preamble(_ first: Day, _ last: Day) -> String {
    """
    # ----------------------------------------
    # Traffic acquisition: Session default channel group
    # Account: 青空クラウド
    # Property: aozora.example
    # ----------------------------------------
    #
    # All Users
    # Start date: \(first.text(separator: ""))
    # End date: \(last.text(separator: ""))

    """
  }
}
