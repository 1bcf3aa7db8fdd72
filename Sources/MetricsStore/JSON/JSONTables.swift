import Metrics

/// The tables in a JSON text: one where it is a list of records, or one for every list in it.
///
/// The text is read twice, once for the columns and once for the rows, so that no record is kept.
struct JSONTables {
  /// A list of records.
  struct Table: Hashable, Sendable {
    /// The names on the way to it, with dots between; empty where the text is the list.
    let name: String
    let records: Int
  }

  /// Begins to read the text, in UTF-8, from its start.
  typealias Opening = () throws(FileFault) -> ByteSupply

  /// The tables in their order.
  let tables: [Table]

  private let open: Opening
  private let blockSize: Int
  private let survey: JSONSurvey
  /// The surveys of the tables.
  private let listed: [JSONSurvey.Table]

  /// Looks for the tables of a text.
  init(
    blockSize: Int = JSONWindow.blockSize, opening open: @escaping Opening
  ) throws(FileFault) {
    self.open = open
    self.blockSize = blockSize
    survey = try JSONTables.survey(open, blockSize)
    let isNamed = survey.tables.contains { JSONTables.list($0.path, "rows") != nil }
    listed = survey.tables.filter { !isNamed || $0.listedNames.isEmpty }
    tables = listed.map { Table(name: $0.path, records: $0.records) }
  }

  /// The rows of a table, given by its place in `tables`.
  func rows(of table: Int) throws(FileFault) -> JSONRows {
    let table = listed[table]
    return try JSONRows(
      try open(), layout: survey.layout, table: table, names: names(of: table),
      byteCount: survey.byteCount, blockSize: blockSize)
  }

  private static func survey(_ open: Opening, _ blockSize: Int) throws(FileFault) -> JSONSurvey {
    do throws(JSONFailure) {
      let survey = try JSONSurvey(.document, blockSize: blockSize, try opened(open))
      guard survey.isRatherSequence else { return survey }
      return try JSONSurvey(.sequence, blockSize: blockSize, try opened(open))
    } catch {
      guard case .damage(let damage) = error else { throw fault(of: error, open) }
      // One damaged line may make a list of objects look like a single one.
      if let survey = try sequence(open, blockSize),
        survey.lossCount < survey.tables.first?.records ?? 0
      {
        return survey
      }
      throw fault(of: .damage(damage), open)
    }
  }

  /// The text as one object after the other; nil where it cannot be read so.
  private static func sequence(
    _ open: Opening, _ blockSize: Int
  ) throws(FileFault) -> JSONSurvey? {
    do throws(JSONFailure) {
      return try JSONSurvey(.sequence, blockSize: blockSize, try opened(open))
    } catch {
      if case .fault(let fault) = error { throw fault }
      return nil
    }
  }

  private static func opened(_ open: Opening) throws(JSONFailure) -> ByteSupply {
    do throws(FileFault) {
      return try open()
    } catch {
      throw .fault(error)
    }
  }

  private static func fault(of failure: JSONFailure, _ open: Opening) -> FileFault {
    switch failure {
    case .fault(let fault): return fault
    case .damage(let damage):
      let place = try? TextPlaces([damage.offset], in: open()).places.first
      return .content("is damaged: \(damage.words)", line: place?.line, column: place?.column)
    }
  }

  /// The names of a table's columns.
  private func names(of table: JSONSurvey.Table) -> [String] {
    let columns = table.columns
    return columns.columns.map { node in
      let parent = columns.parent(of: Int(node))
      let path = columns.path(of: Int(node))
      guard columns.parent(of: parent) == JSONColumns.root, parent != JSONColumns.root,
        let place = Int(columns.name(of: Int(node)))
      else { return path }
      // The rows of GA4's Data API have their names beside them.
      let list =
        columns.name(of: parent) == "dimensionValues" ? "dimensionHeaders" : "metricHeaders"
      let siblings = table.path.split(separator: ".", omittingEmptySubsequences: false).dropLast()
      let names = survey.tables.first {
        JSONTables.list($0.path, list) == siblings.joined(separator: ".")
      }?.listedNames
      guard let names, names.indices.contains(place - 1), !names[place - 1].isEmpty else {
        return path
      }
      return names[place - 1]
    }
  }

  /// The path in which a list of this name lies; nil where it has another name.
  private static func list(_ path: String, _ name: String) -> String? {
    if path == name { return "" }
    return path.hasSuffix("." + name) ? String(path.dropLast(name.count + 1)) : nil
  }

  /// Reports what was odd about a table, given by its place in `tables`.
  func report(_ table: Int, to log: inout FileIssues) {
    reportLosses(to: &log)
    let table = listed[table]
    if table.leftOut > 0 {
      let name = quoted(table.leftOutPath)
      log.add(
        .note, "nested-array",
        table.leftOut == 1
          ? "left out a list of objects: \(name)"
          : "left out \(table.leftOut) lists of objects, the first of them \(name)")
    }
    if table.doubled > 0 {
      log.add(
        .warning, "doubled-name",
        table.doubled == 1
          ? "a name stands twice in one object; the later value is taken"
          : "names stand twice in one object \(table.doubled) times; the later values are taken")
    }
    if table.columns.isCutShort {
      log.add(
        .warning, "too-many-columns",
        "more than \(JSONColumns.columnLimit) columns, or very long names; the others are left out")
    }
  }

  private func reportLosses(to log: inout FileIssues) {
    guard !survey.losses.isEmpty else { return }
    let offsets = survey.losses.flatMap { [$0.offset, $0.damage.offset] }
    let places = (try? TextPlaces(offsets, in: open()))?.places
    for (index, loss) in survey.losses.enumerated() {
      let start = places?[index * 2]
      let end = places?[index * 2 + 1]
      let isElsewhere = start?.line != end?.line
      let place = isElsewhere ? end.map { " on line \($0.line), column \($0.column)" } : nil
      log.add(
        .error, "damaged-record", line: start?.line, column: isElsewhere ? nil : end?.column,
        "left out a record: \(loss.damage.words)\(place ?? "")")
    }
    let more = survey.lossCount - survey.losses.count
    if more > 0 { log.add(.error, "damaged-records", "left out \(more) more damaged records") }
  }
}
