@testable import Metrics

/// An event of a person, for making journeys by hand.
struct LoggedEvent {
  var person: Int
  /// Seconds since 1970.
  var moment: Int64
  var event: String
  var segment: [SafeText]

  init(_ person: Int, _ moment: Int64, _ event: String, _ segment: [SafeText] = []) {
    self.person = person
    self.moment = moment
    self.event = event
    self.segment = segment
  }

  /// An event on a day, at noon.
  init(_ person: Int, on day: Day, _ event: String, _ segment: [SafeText] = []) {
    self.init(person, Int64(day.number) * 86_400 + 43_200, event, segment)
  }

  var day: Day { Day(number: Int32((Double(moment) / 86_400).rounded(.down))) }
}

extension SourceRollup {
  /// What events come to, with distinct counts of each event's persons as `source.event`.
  init(_ events: [LoggedEvent], dimensions: [String] = []) {
    let segments = Set(events.map(\.segment)).sorted { $0.lexicographicallyPrecedes($1) }
    let values = dimensions.indices.map { position in
      Set(segments.map { $0[position] }).sorted()
    }
    let names = Set(events.map(\.event)).sorted()
    let kinds = Set(
      events.map { event in
        Journeys.Kind(
          event: Int32(names.firstIndex(of: event.event) ?? 0),
          segment: Int32(segments.firstIndex(of: event.segment) ?? 0))
      }
    )
    .sorted { ($0.segment, $0.event) < ($1.segment, $1.event) }
    var starts: [Int32] = [0]
    var steps: [JourneyStep] = []
    let byPerson = Dictionary(grouping: events, by: \.person)
    for person in 0...(events.map(\.person).max() ?? -1) + 1 {
      steps += (byPerson[person] ?? []).map { event in
        let kind = kinds.firstIndex {
          names[Int($0.event)] == event.event && segments[Int($0.segment)] == event.segment
        }
        return JourneyStep(moment: event.moment, kind: Int32(kind ?? 0))
      }.sorted()
      starts.append(Int32(steps.count))
    }
    let journeys = Journeys(events: names, kinds: kinds, starts: starts, steps: steps)
    let days = PersonDays(journeys, of: names, segmentCount: segments.count)
    var sets: [Quantity: DailySets] = [:]
    for (name, found) in zip(names, days.sets) {
      sets[Quantity(source: "files", measure: name, rollup: .distinct)] = found
    }
    let covered = CoveredDays(Set(events.map(\.day)))
    self.init(
      dimensions: dimensions, values: values,
      segments: segments.map { segment in
        segment.indices.map { Int32(values[$0].firstIndex(of: segment[$0]) ?? 0) }
      },
      sets: sets, journeys: journeys,
      coverage: Dictionary(uniqueKeysWithValues: names.map { ($0, covered) }),
      lastDay: events.map(\.day).max())
  }
}
