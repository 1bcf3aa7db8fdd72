import Metrics

/// Which records of a source count: of those with the same identifier the last, in path order.
struct SurvivingRecords {
  /// For each file the rows that count, in order.
  private(set) var rows: [[Int]]
  /// For each file how many of its records a later one replaces.
  private(set) var replaced: [Int]
  /// What was replaced, and where.
  private(set) var issues: [Issue] = []

  /// Goes through the records of all files in order.
  init(_ files: [(name: SafeText, records: RecordContent)]) {
    replaced = Array(repeating: 0, count: files.count)
    var identifiers = TextCodes()
    /// For each identifier its last record so far; a negative row where there is none.
    var latest: [(file: Int, row: Int)] = []
    var isReplaced = files.map { Array(repeating: false, count: $0.records.count) }
    var examples: [String] = []
    var total = 0
    var firstPlace: SourcePlace?
    for file in files.indices {
      let records = files[file].records
      let codes = records.identifiers.codes(in: &identifiers)
      let new = identifiers.count - latest.count
      latest += Array(repeating: (file: 0, row: -1), count: new)
      for row in 0..<records.count {
        let code = Int(codes[Int(records.identifier[row])])
        let older = latest[code]
        latest[code] = (file, row)
        guard older.row >= 0 else { continue }
        isReplaced[older.file][older.row] = true
        replaced[older.file] += 1
        total += 1
        if examples.count < 3 {
          let line = Int(records.line[row])
          firstPlace = firstPlace ?? SourcePlace(file: files[file].name, line: line)
          let olderLine = files[older.file].records.line[older.row]
          let olderFile = older.file == file ? "" : "\(files[older.file].name):"
          examples.append("line \(line) replaces \(olderFile)\(olderLine)")
        }
      }
    }
    rows = isReplaced.map { flags in flags.indices.filter { !flags[$0] } }
    guard let firstPlace else { return }
    issues.append(
      Issue(
        .warning, code: "duplicate-record", at: firstPlace,
        message: SafeText(
          "\(total) \(total == 1 ? "record stands" : "records stand") twice, and the later counts: "
            + examples.joined(separator: ", ") + (total > examples.count ? ", …" : ""))))
  }
}
