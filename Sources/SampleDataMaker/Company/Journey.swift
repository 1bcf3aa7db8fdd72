/// How long each step takes, in days, and who takes it.
struct Journey {
  private var chance: RandomStream
  private var sqlSieve: Sieve
  private var opportunitySieve: Sieve
  private var winSieve: Sieve

  init(seed: UInt64) {
    chance = RandomStream(seed: seed, name: "journey")
    sqlSieve = Sieve(chance: &chance)
    opportunitySieve = Sieve(chance: &chance)
    winSieve = Sieve(chance: &chance)
  }

  private static let daysToMQL: [Double] = [28, 20, 14, 10, 8, 6, 5, 4, 2, 1, 1, 0.5, 0.5]
  private static let daysToSQL: [Double] = [
    0, 0, 1, 3, 5, 8, 11, 13, 13, 12, 10, 8, 6, 4, 3, 2, 1,
  ]
  private static let daysToOpportunity: [Double] = [0, 0, 2, 6, 10, 14, 15, 14, 12, 9, 6, 4, 2]

  /// A contact's first two stages, and whether a deal follows.
  mutating func qualify(_ contact: inout Contact) {
    let habits = contact.channel.habits
    guard chance.happens(Self.mqlRate(of: contact)) else { return }
    let mql = step(from: contact.created, days: Self.daysToMQL, office: chance.happens(0.8))
    contact.mql = mql
    guard sqlSieve.passes(habits.sqlRate, chance: &chance) else { return }
    let sql = step(from: mql, days: Self.daysToSQL, office: true)
    contact.sql = sql
    let rate = habits.opportunityRate
    guard opportunitySieve.passes(rate, chance: &chance) else { return }
    contact.opportunity = step(from: sql, days: Self.daysToOpportunity, office: true)
  }

  /// When and how the deal that was opened at `opened` ends.
  mutating func close(_ channel: Channel, opened: Moment) -> (won: Bool, moment: Moment) {
    guard winSieve.passes(channel.habits.winRate, chance: &chance) else {
      let day = opened.day.advanced(by: 14 + chance.below(57))
      return (false, Moment(on: BusinessYear.workday(from: day), after: opened, chance: &chance))
    }
    var day = opened.day.advanced(by: 21 + (chance.below(36) + chance.below(36)) / 2)
    day = Self.pulledIntoMarch(day, hurried: chance.happens(0.3), by: chance.below(7))
    return (true, Moment(on: BusinessYear.workday(from: day), after: opened, chance: &chance))
  }

  private mutating func step(from: Moment, days: [Double], office: Bool) -> Moment {
    let day = from.day.advanced(by: chance.position(weights: days))
    return Moment(
      on: office ? BusinessYear.workday(from: day) : day, after: from, chance: &chance)
  }

  private static func mqlRate(of contact: Contact) -> Double {
    switch contact.origin {
    case Origin.broadMatch: Story.broadMQLRate
    case Origin.summerWebinar: Story.summerMQLRate
    default: contact.channel.habits.mqlRate
    }
  }

  /// Buyers spend their budget before the fiscal year ends: early April becomes late March.
  private static func pulledIntoMarch(_ day: Day, hurried: Bool, by days: Int) -> Day {
    let (year, month, date) = day.civil
    guard month == 4 && date <= 14 && hurried else { return day }
    return Day(year, 3, 31).advanced(by: -days)
  }
}
