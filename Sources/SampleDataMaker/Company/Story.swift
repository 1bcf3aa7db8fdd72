/// What happened to this company: the findings a reader should be able to make.
enum Story {
  /// The seed of the committed files.
  static let seed: UInt64 = 2576

  /// The first day of the daily files.
  static let first = Day(2024, 9, 16)
  /// The last day anything is known of.
  static let last = Day(2026, 11, 15)

  // 1. The form on telephones broke for visitors from organic search.

  private static let brokenForm = Day(2026, 5, 12)...Day(2026, 5, 20)

  /// What is left of conversion while the form is broken.
  static func formWorks(on day: Day, _ channel: Channel, _ device: Device) -> Double {
    let broken = channel == .organicSearch && device == .mobile && brokenForm.contains(day)
    return broken ? 0.03 : 1
  }

  // 2. A webinar a week through the summer brought many addresses and little interest.

  private static let summerSeries = Day(2026, 6, 1)...Day(2026, 8, 28)

  /// Registrations to be expected for the summer's webinars.
  static func summerRegistrations(on day: Day) -> Double {
    summerSeries.contains(day) ? [5, 8, 13, 17, 3, 0.6, 0.6][day.weekday] : 0
  }

  /// Share of the summer's registrations that become an MQL.
  static let summerMQLRate = 0.09

  // 3. On 1 October a broad-match campaign took over the budget of paid search. It is cheap by the
  //    lead, so the cost per lead looks better than ever, and hardly any of its leads qualify.

  static let broadMatch = Day(2026, 10, 1)

  /// Share of paid search's leads that the new campaign brings: 56 %, rising to 68 %.
  static func broadLeads(on day: Day) -> Double {
    guard day >= broadMatch else { return 0 }
    return min(0.68, 0.56 + 0.004 * Double(day.number - broadMatch.number))
  }

  /// Share of paid search's clicks that the new campaign takes.
  static func broadClicks(on day: Day) -> Double { broadLeads(on: day) * 0.78 }

  /// Paid search converts better by so much while the new campaign runs.
  static func broadLift(on day: Day) -> Double { day >= broadMatch ? 1.08 : 1 }

  /// Share of the new campaign's leads that become an MQL.
  static let broadMQLRate = 0.05
}
