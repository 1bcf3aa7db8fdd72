import Metrics

/// What the rows of one event log come to.
struct EventContent: Sendable {
  /// The figures by segment and day.
  let daily: Held<DailyContent>
  /// What happened in which segment, by code: the event's position in the plan, and the segment.
  let kinds: KeyCodes
  /// What each person did; nobody where the plan keeps no journeys.
  let steps: PersonSteps
  /// The days on which anything happened.
  let days: DayBits
  /// How many rows name no person.
  let namelessRows: Int
  /// Whether there was no room for the steps, so that they are none.
  let lacksSteps: Bool
}

extension EventContent {
  /// Says what was odd about the events.
  func report(to log: inout FileIssues) {
    daily.value.oddities.report(to: &log)
    if namelessRows > 0 {
      log.add(
        .note, "no-person",
        "\(namelessRows) \(namelessRows == 1 ? "row names" : "rows name") no person: counted as "
          + "events, not as persons")
    }
    if lacksSteps {
      log.add(
        .error, "too-many-events",
        "there is no room for what each person did: persons are neither counted nor followed",
        help: "split the log into files, or leave out events with where")
    }
  }
}
