/// One day of one channel on one kind of device.
struct TrafficCell {
  var day: Day
  var channel: Channel
  var device: Device
  var sessions: Int
  var engaged: Int
  var newUsers: Int
  /// Addresses left, as the marketing tool counts them.
  var leads: Int
  /// Forms sent, as the web tool counts them: some people send theirs twice.
  var keyEvents: Int
}

/// Visits and the addresses they leave, day by day.
struct Traffic {
  private(set) var cells: [TrafficCell] = []

  init(days: ClosedRange<Day>, seed: UInt64) {
    var chance = RandomStream(seed: seed, name: "traffic")
    for day in days {
      for channel in Channel.allCases {
        let mood = 1 + 0.05 * chance.bell()
        for device in Device.allCases {
          cells.append(Self.cell(day, channel, device, mood: mood, &chance))
        }
      }
    }
  }

  private static func cell(
    _ day: Day, _ channel: Channel, _ device: Device, mood: Double, _ chance: inout RandomStream
  ) -> TrafficCell {
    let habits = channel.habits
    let demand = BusinessYear.demand(on: day) * device.share(of: channel)
    let newsletter = channel == .email ? (day.weekday == 2 ? 2.0 : 0.75) : 1
    let sessions = chance.count(mean: habits.sessions * demand * mood * newsletter)
    var leads = Double(sessions) * habits.conversion * device.conversion
    leads *= Story.formWorks(on: day, channel, device)
    if channel == .paidSearch { leads *= Story.broadLift(on: day) }
    if channel == .webinar {
      let summer = Story.summerRegistrations(on: day) * device.share(of: channel)
      leads = 2.3 * demand + summer
    }
    let count = chance.count(mean: leads)
    return TrafficCell(
      day: day, channel: channel, device: device, sessions: sessions,
      engaged: portion(habits.engaged, of: sessions, &chance),
      newUsers: portion(device == .mobile ? 0.68 : 0.57, of: sessions, &chance),
      leads: count, keyEvents: count + chance.count(mean: Double(count) * 0.05))
  }

  private static func portion(
    _ share: Double, of whole: Int, _ chance: inout RandomStream
  ) -> Int {
    let mean = share * Double(whole)
    let spread = (mean * (1 - share)).squareRoot()
    return min(whole, max(0, Int((mean + spread * chance.bell()).rounded())))
  }
}
