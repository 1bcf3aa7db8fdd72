import Metrics

/// Reads one source: its files, and how their rows are turned into observations.
struct SourceReader {
  let name: String
  let key: Cursor
  let log: IssueLog

  /// What the format has and this version does not read.
  private static let unsupported = ["preset", "period", "command", "every", "personal"]

  /// The source that the value describes, or nil with the reasons noted.
  func source(_ cursor: Cursor) -> SourceDefinition? {
    guard let map = cursor.map() else { return nil }
    let isRefused = map.refuse(SourceReader.unsupported)
    let files = isRefused ? map.take("files") : map.require("files", at: key.place)
    let pattern = files.flatMap { $0.filePattern() }
    let date = map.take("date")
    let columns = ColumnReader()
    let dateColumn = date.flatMap(columns.column)
    let dimensions = map.take("dimensions").map(columns.dimensions) ?? []
    let parts = SourceLayoutReader(
      date: date, record: map.take("record"), events: map.take("events"),
      measures: map.take("measures"), metric: map.take("metric"), value: map.take("value"),
      owner: key.place, log: log)
    let condition = map.take("where").flatMap { $0.condition() }
    let cadence = map.take("cadence").flatMap(self.cadence) ?? .day
    map.finish()
    guard !isRefused, let layout = parts.layout(), let pattern else { return nil }
    return SourceDefinition(
      name: name, files: pattern, date: dateColumn, layout: layout, dimensions: dimensions,
      condition: condition, cadence: cadence, place: key.place)
  }

  private func cadence(_ cursor: Cursor) -> Grain? {
    guard let grain = cursor.choice(Grain.self, "a cadence") else { return nil }
    guard grain == .sprint else { return grain }
    let choices = Grain.allCases.filter { $0 != .sprint }.map(\.rawValue)
    cursor.report(.badValue("sprint", expected: "the cadence of a source", choices: choices))
    return nil
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
