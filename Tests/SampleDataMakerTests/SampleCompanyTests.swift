import Testing

@testable import SampleDataMaker

private let autumn = SampleCompany(days: Day(2026, 8, 1)...Day(2026, 11, 15), seed: 3)

@Test func noStageIsReachedBeforeTheOneBeforeIt() {
  for contact in autumn.contacts {
    let stages = [contact.created, contact.mql, contact.sql, contact.opportunity, contact.customer]
    let reached = stages.compactMap { $0 }
    let ordered = zip(reached, reached.dropFirst()).allSatisfy { $0 < $1 }
    if !ordered { Issue.record("\(reached.map(\.text))") }
  }
  #expect(autumn.contacts.count > 5000)
}

@Test func whatLiesBeyondTheLastDayIsNotKnown() {
  let last = autumn.days.upperBound
  #expect(autumn.contacts.allSatisfy { ($0.customer ?? $0.created).day <= last })
  #expect(autumn.deals.allSatisfy { $0.created <= last })
}

@Test func anOpenDealClosesInTheFutureAndAClosedOneInThePast() {
  let last = autumn.days.upperBound
  for deal in autumn.deals {
    let closed = deal.stage == .won || deal.stage == .lost
    #expect(closed == (deal.close <= last))
    #expect(deal.close >= deal.created)
  }
}

@Test func theCampaignOfOctoberBringsLeadsThatDoNotQualify() {
  let broad = autumn.contacts.filter { $0.origin == Origin.broadMatch }
  let qualified = broad.count { $0.mql != nil }
  #expect(broad.allSatisfy { $0.created.day >= Story.broadMatch })
  #expect(qualified * 10 < broad.count)
}

@Test func aBrokenFormCostsTheLeadsAndNotTheSessions() {
  let may = Traffic(days: Day(2026, 5, 1)...Day(2026, 5, 31), seed: 3)
  let phones = may.cells.filter { $0.channel == .organicSearch && $0.device == .mobile }
  let broken = phones.filter { (12...20).contains($0.day.civil.day) }
  let intact = phones.filter { (21...29).contains($0.day.civil.day) }
  #expect(broken.reduce(0) { $0 + $1.leads } * 5 < intact.reduce(0) { $0 + $1.leads })
  #expect(broken.reduce(0) { $0 + $1.sessions } * 10 > intact.reduce(0) { $0 + $1.sessions } * 8)
}
