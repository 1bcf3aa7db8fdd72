/// The words a tool writes for where exactly a contact came from.
enum Origin {
  static let broadMatch = "検索_業務改善_部分一致"
  static let searchCampaigns = ["指名_ブランド", "検索_ワークフロー", "検索_経費精算, 請求書", "競合_比較"]
  static let searchShares = [0.30, 0.32, 0.24, 0.14]
  static let socialCampaigns = ["SNS_資料請求", "SNS_事例, 動画"]
  static let socialShares = [0.6, 0.4]
  static let summerWebinar = "夏の業務改善セミナー"

  /// Where a contact of this channel came from on this day.
  static func name(_ channel: Channel, on day: Day, chance: inout RandomStream) -> String {
    switch channel {
    case .paidSearch:
      if chance.happens(Story.broadLeads(on: day)) { return broadMatch }
      return searchCampaigns[chance.position(weights: searchShares)]
    case .paidSocial: return socialCampaigns[chance.position(weights: socialShares)]
    case .organicSearch: return ["google", "yahoo", "bing"][chance.position(weights: [7, 2, 1])]
    case .direct: return "aozora.example"
    case .referral:
      return ["hikaku.example", "itguide.example", "partner.example"][chance.below(3)]
    case .email: return ["週刊あおぞら便", "新機能のお知らせ"][chance.position(weights: [4, 1])]
    case .organicSocial: return ["X", "LinkedIn", "YouTube"][chance.below(3)]
    case .webinar:
      let summer = Story.summerRegistrations(on: day)
      let usual = 2.3 * BusinessYear.demand(on: day)
      return chance.happens(summer / (summer + usual)) ? summerWebinar : "導入事例セミナー"
    }
  }
}
