import Metrics

/// Reads one source: its files, and how their rows are turned into observations.
struct SourceReader {
  let name: String
  let key: Cursor
  let log: IssueLog

  /// What the format has and this version does not read.
  private static let unsupported = ["command", "every"]

  /// The source that the value describes, or nil with the reasons noted.
  func source(_ cursor: Cursor) -> SourceDefinition? {
    guard let map = cursor.map() else { return nil }
    let isRefused = map.refuse(SourceReader.unsupported)
    let files = isRefused ? map.take("files") : map.require("files", at: key.place)
    let pattern = files.flatMap { $0.filePattern() }
    let presetName = map.take("preset")
    let preset = presetName.flatMap(self.preset)
    let format = FormatReader().format(map)
    let columns = ColumnReader()
    let date = map.take("date")
    let period = map.take("period")
    let time = SourceTime(
      date: date.flatMap(columns.column), period: period.flatMap(PeriodReader().origin),
      isDateGiven: date != nil, isPeriodGiven: period != nil, preset: preset)
    let cut = map.take("dimensions").map(columns.dimensions)
    let personal = map.take("personal").map(columns.columns) ?? []
    let parts = SourceLayoutReader(
      preset: preset, hasDate: date != nil || time.date != nil,
      hasPeriod: period != nil || time.period != nil, record: map.take("record"),
      events: map.take("events"), measures: map.take("measures"), metric: map.take("metric"),
      value: map.take("value"), person: map.take("person"), event: map.take("event"),
      owner: key.place, log: log)
    let condition = map.take("where").flatMap { $0.condition() }
    let cadence = map.take("cadence").flatMap(self.cadence) ?? time.cadence
    map.finish()
    guard !isRefused, presetName == nil || preset != nil, let layout = parts.layout(), let pattern
    else { return nil }
    let source = SourceDefinition(
      name: name, files: pattern, preset: preset?.name, format: format, date: time.date,
      period: layout.kindOfRow == nil ? time.period : nil, layout: layout,
      dimensions: cut.map { $0.map(\.dimension) } ?? preset?.dimensions ?? [],
      personal: personal + (preset?.personal ?? []), condition: condition,
      aliases: preset?.aliases ?? [:], cadence: cadence, place: key.place)
    if let period, let row = layout.kindOfRow {
      period.reportConflict("period", with: row, "\(row)s are counted by their own dates")
    }
    PersonalChecks(log: log).check(source, dimensions: cut ?? [], record: parts.record)
    return source
  }

  private func preset(_ cursor: Cursor) -> Preset? {
    guard let text = cursor.text("the name of a preset") else { return nil }
    if let preset = Preset.named(text) { return preset }
    cursor.report(.badValue(text, expected: "a preset", choices: Preset.all.map(\.name)))
    return nil
  }

  private func cadence(_ cursor: Cursor) -> Grain? {
    guard let grain = cursor.choice(Grain.self, "a cadence") else { return nil }
    guard grain == .sprint else { return grain }
    let choices = Grain.allCases.filter { $0 != .sprint }.map(\.rawValue)
    cursor.report(.badValue("sprint", expected: "the cadence of a source", choices: choices))
    return nil
  }
}

/// When the rows of a source are, by its own keys and else by its preset.
private struct SourceTime {
  let date: ColumnName?
  let period: PeriodOrigin?
  /// How much time a row covers where the source does not say.
  let cadence: Grain

  /// A source that names one of both has only that; the preset's count where it names none.
  init(
    date: ColumnName?, period: PeriodOrigin?, isDateGiven: Bool, isPeriodGiven: Bool,
    preset: Preset?
  ) {
    let isGiven = isDateGiven || isPeriodGiven
    self.date = isGiven ? date : preset?.date
    self.period = isGiven ? period : preset?.period
    // A period that stands once for a whole file is seldom a day.
    let isFilePeriod = isPeriodGiven && !isDateGiven
    cadence = isFilePeriod ? .month : preset?.cadence ?? .day
  }
}

extension SourceDefinition.Layout {
  /// What a row is that has dates of its own and no other: a record or an event; else nil.
  fileprivate var kindOfRow: String? {
    switch self {
    case .records: "record"
    case .events: "event"
    case .wide, .tidy: nil
    }
  }
}

extension Cursor {
  /// One or several globs inside the workspace.
  func filePattern() -> FilePattern? {
    guard let values = oneOrList() else { return nil }
    let globs = values.compactMap { $0.insidePath() }
    return globs.count == values.count ? FilePattern(globs, place: place) : nil
  }

  /// A path or glob that cannot lead out of the workspace.
  func insidePath() -> String? {
    guard let text = text("a path") else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if text.hasPrefix("/") || text.hasPrefix("~") || parts.contains("..")
      || text.contains("\\") || text.utf8.contains(0) || text.utf8.count > 1024
    {
      report(.outsideWorkspace(String(text.prefix(200))))
      return nil
    }
    return text
  }

  /// The condition on rows that stands here.
  func condition() -> RowCondition? {
    guard let text = text("a condition") else { return nil }
    do {
      return try RowCondition(parsing: text)
    } catch {
      log.add(.expression(error), at: node.place(ofCharacter: error.offset))
      return nil
    }
  }
}
