/// HubSpot's contacts: one person a line, without name or address.
struct ContactsExport {
  let file: ExportFile

  init(_ company: SampleCompany) {
    var chance = RandomStream(seed: company.seed, name: "contact records")
    let first = company.days.lowerBound
    var record = 10_400_051
    var rows: [[String]] = []
    for contact in company.contacts {
      record += 1 + chance.below(9)
      let created = Self.text(contact.created, from: first)
      let stages = [contact.mql, contact.sql, contact.customer].map { Self.text($0, from: first) }
      let latest = [contact.mql, contact.sql, contact.customer].compactMap { $0 }.max()
      // Who came over from the former tool still on the way; its dates were not brought along.
      guard !created.isEmpty || (latest.map { $0.day >= first } ?? false) else { continue }
      rows.append(
        [
          "\(record)", created, contact.channel.name, contact.origin, contact.device.name,
          contact.size.name, contact.lifecycleStage,
        ] + stages)
    }
    file = ExportFile(
      path: "data/hubspot/contacts.csv",
      header: [
        "Record ID", "Create Date", "Original Source", "Original Source Drill-Down 1", "Device",
        "Company size", "Lifecycle Stage", "Became a Marketing Qualified Lead Date",
        "Became a Sales Qualified Lead Date", "Became a Customer Date",
      ],
      rows: rows)
  }

  private static func text(_ moment: Moment?, from first: Day) -> String {
    moment.flatMap { $0.day >= first ? $0.text : nil } ?? ""
  }
}
