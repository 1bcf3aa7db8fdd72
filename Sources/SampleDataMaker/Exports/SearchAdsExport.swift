/// Google Ads' campaign report by day, its total rows left off.
struct SearchAdsExport {
  let file: ExportFile

  init(_ company: SampleCompany) {
    var chance = RandomStream(seed: company.seed, name: "google ads")
    let leads = LeadsByOrigin(company, channel: .paidSearch)
    var rows: [[String]] = []
    for visits in DailySessions(company, channel: .paidSearch).days {
      let clicks = Double(visits.sessions) / 0.94
      let broad = Story.broadClicks(on: visits.day)
      for (name, share) in zip(Origin.searchCampaigns, Origin.searchShares) {
        rows.append(
          Self.row(visits.day, name, clicks * share * (1 - broad), leads, company, &chance))
      }
      if broad > 0 {
        rows.append(
          Self.row(visits.day, Origin.broadMatch, clicks * broad, leads, company, &chance))
      }
    }
    file = ExportFile(
      path: "data/google-ads/campaigns.csv", preamble: Self.titles(company.days),
      header: ["Day", "Campaign", "Currency code", "Impr.", "Clicks", "Cost", "Conversions"],
      rows: rows)
  }

  private static func row(
    _ day: Day, _ campaign: String, _ mean: Double, _ leads: LeadsByOrigin,
    _ company: SampleCompany, _ chance: inout RandomStream
  ) -> [String] {
    let terms = AdTerms.of(campaign)
    let clicks = chance.count(mean: mean)
    let rise = 1 + 0.05 * Double(day.number - Day(2025, 1, 1).number) / 365
    let price = terms.price * rise * (1 + 0.05 * chance.bell())
    let impressions = Int((Double(clicks) / terms.clickRate * (1 + 0.06 * chance.bell())).rounded())
    let conversions = 100 * leads.count(on: day, of: campaign) + 25 * chance.below(3)
    return [
      day.text(), campaign, "JPY", grouped(max(clicks, impressions)), grouped(clicks),
      decimal(hundredths: Int((Double(clicks) * price).rounded()) * 100),
      decimal(hundredths: conversions),
    ]
  }

  private static func titles(_ days: ClosedRange<Day>) -> String {
    "Campaign report\n\"\(long(days.lowerBound)) - \(long(days.upperBound))\"\n"
  }

  private static func long(_ day: Day) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let (year, month, date) = day.civil
    return "\(months[month - 1]) \(date), \(year)"
  }
}

/// What a click costs in yen, and how many impressions bring one.
struct AdTerms {
  var price: Double
  var clickRate: Double

  static func of(_ campaign: String) -> AdTerms {
    switch campaign {
    case Origin.searchCampaigns[0]: AdTerms(price: 118, clickRate: 0.140)
    case Origin.searchCampaigns[1]: AdTerms(price: 395, clickRate: 0.042)
    case Origin.searchCampaigns[2]: AdTerms(price: 352, clickRate: 0.048)
    case Origin.searchCampaigns[3]: AdTerms(price: 402, clickRate: 0.031)
    default: AdTerms(price: 232, clickRate: 0.019)
    }
  }
}
