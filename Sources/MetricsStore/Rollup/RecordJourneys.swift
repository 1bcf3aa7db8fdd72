import Metrics

/// Follows records through their events, each by its date.
struct RecordJourneys {
  /// The measures that are events, in the order of the events' codes.
  private let events: [(name: String, position: Int)]
  private var kinds = KeyCodes()
  private var starts: [Int32] = [0]
  private var steps: [JourneyStep] = []

  /// For the records of a plan.
  init(_ plan: SourcePlan) {
    events = plan.measures.compactMap { measure in
      if case .event(let position) = measure.origin { (measure.name, position) } else { nil }
    }
  }

  /// Adds a record; `days` gives the date of each event of the plan, or `never`.
  mutating func add(_ days: ArraySlice<Int32>, segment: Int32) {
    // More steps than can be numbered are left out: they are 16 GiB by then.
    guard steps.count <= Int(Int32.max) - events.count else { return }
    let first = steps.count
    for (code, event) in events.enumerated() {
      let day = days[days.startIndex + event.position]
      guard day != RecordContent.never else { continue }
      let kind = kinds.code(Int32(code), segment)
      steps.append(JourneyStep(moment: Int64(day) * 86_400, kind: kind))
    }
    steps[first...].sort()
    starts.append(Int32(steps.count))
  }

  /// What the records went through.
  var journeys: Journeys {
    Journeys(
      events: events.map(\.name), kinds: kinds.journeyKinds { $0 }, starts: starts, steps: steps)
  }
}

extension KeyCodes {
  /// Pairs of an event's code and a segment as kinds, the segments by a common numbering.
  func journeyKinds(segment: (Int32) -> Int32) -> [Journeys.Kind] {
    (0..<count).map { code in
      let (event, own) = pair(code)
      return Journeys.Kind(event: event, segment: segment(own))
    }
  }
}
