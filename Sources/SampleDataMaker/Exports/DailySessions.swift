/// Sessions of one channel by day, over all devices.
struct DailySessions {
  private(set) var days: [(day: Day, sessions: Int)] = []

  init(_ company: SampleCompany, channel: Channel) {
    for cell in company.traffic.cells
    where cell.channel == channel && company.days.contains(cell.day) {
      if let last = days.last, last.day == cell.day {
        days[days.count - 1].sessions += cell.sessions
      } else {
        days.append((cell.day, cell.sessions))
      }
    }
  }
}

/// Leads of one channel by day and campaign.
struct LeadsByOrigin {
  private var counts: [Day: [String: Int]] = [:]

  init(_ company: SampleCompany, channel: Channel) {
    for contact in company.contacts where contact.channel == channel {
      counts[contact.created.day, default: [:]][contact.origin, default: 0] += 1
    }
  }

  func count(on day: Day, of origin: String) -> Int { counts[day]?[origin] ?? 0 }
}
