/// Where a visit, a lead or a deal came from: one vocabulary for all tools.
enum Channel: Int, CaseIterable {
  case organicSearch, paidSearch, direct, referral, email, organicSocial, paidSocial, webinar

  var name: String {
    switch self {
    case .organicSearch: "Organic Search"
    case .paidSearch: "Paid Search"
    case .direct: "Direct"
    case .referral: "Referral"
    case .email: "Email"
    case .organicSocial: "Organic Social"
    case .paidSocial: "Paid Social"
    case .webinar: "Webinar"
    }
  }

  /// How this channel behaves when nothing special happens.
  var habits: ChannelHabits {
    switch self {
    case .organicSearch: .init(888, 0.0171, engaged: 0.62, [0.33, 0.410, 0.50, 0.174])
    case .paidSearch: .init(412, 0.0310, engaged: 0.55, [0.405, 0.405, 0.50, 0.174])
    case .direct: .init(398, 0.0139, engaged: 0.58, [0.30, 0.400, 0.50, 0.174])
    case .referral: .init(153, 0.0226, engaged: 0.66, [0.36, 0.450, 0.54, 0.21])
    case .email: .init(153, 0.0207, engaged: 0.71, [0.30, 0.390, 0.50, 0.174])
    case .organicSocial: .init(184, 0.0056, engaged: 0.41, [0.15, 0.280, 0.44, 0.14])
    case .paidSocial: .init(153, 0.0141, engaged: 0.36, [0.14, 0.280, 0.44, 0.14])
    case .webinar: .init(0, 0, engaged: 0, [0.28, 0.330, 0.46, 0.155])
    }
  }
}

/// Volume and rates of one channel.
struct ChannelHabits {
  /// Sessions on an average day of the first year.
  var sessions: Double
  /// Share of sessions that leave an address.
  var conversion: Double
  /// Share of sessions that stay.
  var engaged: Double
  var mqlRate: Double
  var sqlRate: Double
  var opportunityRate: Double
  var winRate: Double

  /// The rates in the order of the stages: MQL, SQL, opportunity, won.
  init(_ sessions: Double, _ conversion: Double, engaged: Double, _ rates: [Double]) {
    self.sessions = sessions
    self.conversion = conversion
    self.engaged = engaged
    mqlRate = rates[0]
    sqlRate = rates[1]
    opportunityRate = rates[2]
    winRate = rates[3]
  }
}

/// What a visitor holds in the hand.
enum Device: Int, CaseIterable {
  case desktop, mobile, tablet

  var name: String { ["desktop", "mobile", "tablet"][rawValue] }

  /// Share of a channel's sessions; social media are read on the telephone.
  func share(of channel: Channel) -> Double {
    switch channel {
    case .organicSocial, .paidSocial: [0.27, 0.68, 0.05][rawValue]
    case .email: [0.71, 0.26, 0.03][rawValue]
    default: [0.65, 0.31, 0.04][rawValue]
    }
  }

  /// Conversion, compared with the channel's; weighted by the usual shares it is about 1.
  var conversion: Double { [1.13, 0.76, 0.80][rawValue] }
}

/// Employees of a lead's company.
enum CompanySize: Int, CaseIterable {
  case small, medium, large, enterprise

  var name: String { ["1-50", "51-300", "301-1000", "1001+"][rawValue] }

  /// Monthly fee in thousands of yen that such a company usually agrees to.
  var fee: Double { [30, 38, 47, 58][rawValue] }

  static let shares = [0.35, 0.38, 0.19, 0.08]
}
