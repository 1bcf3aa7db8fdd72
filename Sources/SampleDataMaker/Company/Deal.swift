/// One opportunity of the sales team.
struct Deal {
  var channel: Channel
  var size: CompanySize
  var created: Day
  /// When it was closed, or when the sales team hopes to close it.
  var close: Day
  /// Agreed fee of the first year in yen: twelve months.
  var amount: Int
  var stage: DealStage

  /// Fee a month in yen.
  var monthlyFee: Int { amount / 12 }
}

/// Salesforce's words for how far a deal is.
enum DealStage: Int {
  case prospecting, qualification, needsAnalysis, proposal, negotiation, won, lost

  var name: String {
    [
      "Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote",
      "Negotiation/Review", "Closed Won", "Closed Lost",
    ][rawValue]
  }

  /// In percent.
  var probability: Int { [10, 20, 40, 65, 80, 100, 0][rawValue] }
}
