import Metrics

/// What the persons of several event logs did.
struct MergedJourneys {
  /// What they did; nil where there is no room for it.
  let journeys: Journeys?

  /// The logs of one plan, with a common segment for each segment of each.
  init(_ plan: SourcePlan, _ logs: [EventContent], segments: [[Int32]]) {
    var kinds = KeyCodes()
    let maps = zip(logs, segments).map { log, segments in
      log.kinds.journeyKinds { segments[Int($0)] }.map { kinds.code($0.event, $0.segment) }
    }
    let gathered: PersonSteps?
    if logs.contains(where: \.lacksSteps) {
      gathered = nil
    } else if logs.count == 1, maps[0] == Array(0..<Int32(maps[0].count)) {
      gathered = logs[0].steps
    } else {
      gathered = PersonSteps(joining: zip(logs, maps).map { ($0.steps, $1) })
    }
    journeys = gathered.map { gathered in
      Journeys(
        events: plan.loggedEvents, kinds: kinds.journeyKinds { $0 }, starts: gathered.starts,
        steps: gathered.steps)
    }
  }
}
