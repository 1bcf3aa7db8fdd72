import Metrics

/// Which records of a source count: of those with the same identifier the last, in path order.
struct SurvivingRecords {
  /// The file and row of each record that counts, in the order of first appearance.
  private(set) var rows: [(file: Int, row: Int)] = []
  /// For each file how many of its records a later one replaces.
  private(set) var replaced: [Int]
  /// What was replaced, and where.
  private(set) var issues: [Issue] = []

  /// Goes through the records of all files in order.
  init(_ files: [(name: SafeText, records: RecordContent)]) {
    replaced = Array(repeating: 0, count: files.count)
    var identifiers = TextCodes()
    var examples: [String] = []
    var total = 0
    var firstPlace: SourcePlace?
    for (file, (name, records)) in files.enumerated() {
      let codes = records.identifiers.codes(in: &identifiers)
      for row in 0..<records.count {
        let code = Int(codes[Int(records.identifier[row])])
        // Codes of a file are numbered in the order of its rows, so that new ones come in order.
        guard code < rows.count else {
          rows.append((file, row))
          continue
        }
        replaced[rows[code].file] += 1
        total += 1
        if examples.count < 3 {
          let older = rows[code]
          let line = Int(records.line[row])
          firstPlace = firstPlace ?? SourcePlace(file: name, line: line)
          let olderLine = files[older.file].records.line[older.row]
          let olderFile = older.file == file ? "" : "\(files[older.file].name):"
          examples.append("line \(line) replaces \(olderFile)\(olderLine)")
        }
        rows[code] = (file, row)
      }
    }
    guard let firstPlace else { return }
    issues.append(
      Issue(
        .warning, code: "duplicate-record", at: firstPlace,
        message: SafeText(
          "\(total) \(total == 1 ? "record stands" : "records stand") twice, and the later counts: "
            + examples.joined(separator: ", ") + (total > examples.count ? ", …" : ""))))
  }
}
