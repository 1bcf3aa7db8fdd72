/// Aozora Cloud, from its visits to its contracts.
struct SampleCompany {
  /// The days that the files tell of.
  let days: ClosedRange<Day>
  let seed: UInt64
  let traffic: Traffic
  /// In the order of their creation; the first ones were there before the files begin.
  private(set) var contacts: [Contact] = []
  /// In the order of their creation; the first ones were there before the files begin.
  private(set) var deals: [Deal] = []

  /// Life begins some months before the first day, so that the first day finds deals in the making.
  init(days: ClosedRange<Day>, seed: UInt64) {
    self.days = days
    self.seed = seed
    traffic = Traffic(days: days.lowerBound.advanced(by: -140)...days.upperBound, seed: seed)
    var chance = RandomStream(seed: seed, name: "contacts")
    var journey = Journey(seed: seed)
    var start = traffic.cells.startIndex
    while start < traffic.cells.endIndex {
      let end = start + Channel.allCases.count * Device.allCases.count
      var arrivals: [Contact] = []
      for cell in traffic.cells[start..<end] {
        for _ in 0..<cell.leads { arrivals.append(Self.arrival(cell, &chance)) }
      }
      for contact in Self.inOrder(arrivals, of: \.created.minute) {
        follow(contact, &journey, &chance)
      }
      start = end
    }
    deals = Self.inOrder(deals, of: \.created.number)
  }

  /// Sorted, and what is equal stays in its order, which the library's sort does not promise.
  private static func inOrder<Item>(_ items: [Item], of key: KeyPath<Item, Int>) -> [Item] {
    let places = items.indices.sorted {
      (items[$0][keyPath: key], $0) < (items[$1][keyPath: key], $1)
    }
    return places.map { items[$0] }
  }

  private static func arrival(_ cell: TrafficCell, _ chance: inout RandomStream) -> Contact {
    let minute = 7 * 60 + (chance.below(900) + chance.below(900)) / 2
    return Contact(
      created: Moment(day: cell.day, minute: minute), channel: cell.channel, device: cell.device,
      size: CompanySize.allCases[chance.position(weights: CompanySize.shares)],
      origin: Origin.name(cell.channel, on: cell.day, chance: &chance))
  }

  /// Takes a contact as far as it comes until the last day; what lies beyond is not known.
  private mutating func follow(
    _ arrival: Contact, _ journey: inout Journey, _ chance: inout RandomStream
  ) {
    var contact = arrival
    journey.qualify(&contact)
    if let opened = contact.opportunity {
      let end = journey.close(contact.channel, opened: opened)
      if opened.day <= days.upperBound {
        deals.append(deal(of: contact, opened: opened.day, end, &chance))
      }
      if end.won { contact.customer = end.moment }
    }
    contact.mql = known(contact.mql)
    contact.sql = known(contact.sql)
    contact.opportunity = known(contact.opportunity)
    contact.customer = known(contact.customer)
    contacts.append(contact)
  }

  private func known(_ moment: Moment?) -> Moment? {
    moment.flatMap { $0.day <= days.upperBound ? $0 : nil }
  }

  private func deal(
    of contact: Contact, opened: Day, _ end: (won: Bool, moment: Moment),
    _ chance: inout RandomStream
  ) -> Deal {
    let fee = max(12, Int((contact.size.fee * (1 + 0.15 * chance.bell())).rounded()))
    var deal = Deal(
      channel: contact.channel, size: contact.size, created: opened, close: end.moment.day,
      amount: fee * 12_000, stage: end.won ? .won : .lost)
    guard end.moment.day > days.upperBound else { return deal }
    let elapsed = days.upperBound.number - opened.number
    let whole = end.moment.day.number - opened.number
    deal.stage = DealStage(rawValue: min(4, elapsed * 5 / whole)) ?? .prospecting
    let hoped = end.moment.day.advanced(by: chance.below(21))
    deal.close = BusinessYear.workday(from: hoped)
    return deal
  }
}
