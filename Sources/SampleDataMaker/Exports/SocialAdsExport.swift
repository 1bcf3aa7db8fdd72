/// Meta's report by campaign and day, without its summary row.
struct SocialAdsExport {
  let file: ExportFile

  init(_ company: SampleCompany) {
    var chance = RandomStream(seed: company.seed, name: "meta ads")
    let leads = LeadsByOrigin(company, channel: .paidSocial)
    var rows: [[String]] = []
    for visits in DailySessions(company, channel: .paidSocial).days {
      for (name, share) in zip(Origin.socialCampaigns, Origin.socialShares) {
        let clicks = chance.count(mean: Double(visits.sessions) * share * 1.12)
        let price = 128 * (1 + 0.06 * chance.bell())
        let views = Int((Double(clicks) / 0.011 * (1 + 0.08 * chance.bell())).rounded())
        let results = leads.count(on: visits.day, of: name)
        rows.append([
          name, visits.day.text(), "\(max(clicks, views))", "\(clicks)",
          "\(Int((Double(clicks) * price).rounded()))", results == 0 ? "" : "\(results)",
          visits.day.text(), visits.day.text(),
        ])
      }
    }
    file = ExportFile(
      path: "data/meta/campaigns.csv",
      header: [
        "Campaign name", "Day", "Impressions", "Link clicks", "Amount spent (JPY)", "Results",
        "Reporting starts", "Reporting ends",
      ],
      rows: rows, habits: [.byteOrderMark])
  }
}
