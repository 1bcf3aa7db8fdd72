import Metrics

/// Reads the `workspace` part: name, money, time zone, calendar, phases.
struct WorkspaceReader {
  let hasTimeZone: (String) -> Bool

  /// The workspace that the value describes; what is wrong in it is noted and left at its default.
  func workspace(_ cursor: Cursor) -> WorkspaceDefinition {
    var workspace = WorkspaceDefinition()
    guard let map = cursor.map() else { return workspace }
    if let name = map.take("name")?.localizedText() { workspace.name = name }
    if let code = map.take("currency").flatMap(currency) { workspace.currency = code }
    if let zone = map.take("timezone").flatMap(timeZone) { workspace.timeZone = zone }
    workspace.calendar = BusinessCalendar(
      weekStart: map.take("week_starts").flatMap(weekday) ?? .monday,
      fiscalStartMonth: map.take("fiscal_year_starts").flatMap(month) ?? 1,
      sprint: map.take("sprint").flatMap(sprint))
    if let asOf = map.take("as_of").flatMap(asOf) { workspace.asOf = asOf }
    if let phases = map.take("phases").flatMap(phases) { workspace.phases = phases }
    map.finish()
    return workspace
  }

  private func currency(_ cursor: Cursor) -> String? {
    guard let text = cursor.text() else { return nil }
    if text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return text }
    cursor.report(.badValue(text, expected: "a currency code such as JPY", choices: []))
    return nil
  }

  private func timeZone(_ cursor: Cursor) -> String? {
    guard let text = cursor.text() else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isWellFormed = parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_+-".contains($0)) }
    }
    if isWellFormed, hasTimeZone(text) { return text }
    cursor.report(.unknownTimeZone(text))
    return nil
  }

  private func weekday(_ cursor: Cursor) -> Weekday? {
    guard let text = cursor.text("a weekday") else { return nil }
    if let day = Weekday.allCases.first(where: { $0.name == text.lowercased() }) { return day }
    cursor.report(
      .badValue(text, expected: "a weekday", choices: Weekday.allCases.map(\.name)))
    return nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private func month(_ cursor: Cursor) -> Int? {
    guard let text = cursor.text("a month") else { return nil }
    if let index = WorkspaceReader.months.firstIndex(of: text.lowercased()) { return index + 1 }
    if let number = Int(text), (1...12).contains(number) { return number }
    cursor.report(.badValue(text, expected: "a month", choices: WorkspaceReader.months))
    return nil
  }

  private func sprint(_ cursor: Cursor) -> BusinessCalendar.Sprint? {
    guard let map = cursor.map() else { return nil }
    let weeks = map.require("weeks", at: cursor.keyPlace)?.wholeNumber(in: 1...4)
    let starts = map.require("starts", at: cursor.keyPlace)?.day()
    map.finish()
    guard let weeks, let starts else { return nil }
    return BusinessCalendar.Sprint(firstDay: starts, weeks: weeks)
  }

  private func asOf(_ cursor: Cursor) -> AsOf? {
    guard let text = cursor.text("latest, today or a date") else { return nil }
    if let asOf = AsOf(text) { return asOf }
    cursor.report(
      .badValue(text, expected: "latest, today or a date", choices: ["latest", "today"]))
    return nil
  }

  private func phases(_ cursor: Cursor) -> [Phase]? {
    cursor.named()?.compactMap { name, _, value in
      value.localizedText().map { Phase(name: name, label: $0) }
    }
  }
}
