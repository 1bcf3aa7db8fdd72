import Metrics

/// The tables of a file as their cells are to be spelled, found by reading it twice.
struct TypedTables {
  /// By the tables' numbers.
  private(set) var tables: [Int: TypedTable] = [:]

  /// Reads the tables up to a number; nil for all.
  init(_ file: ExportFile, _ format: FileFormat, part: Int?, upTo last: Int?) throws(FileFault) {
    var profiles: [Int: [ColumnProfile]] = [:]
    try TypedTables.read(file, format, part, last) { number, names, reader in
      if profiles[number] == nil { profiles[number] = names.map { ColumnProfile(name: $0) } }
      // The word in a total's row would be a misfit among dates.
      if TypedTable.isCertainTotal(&reader) { return }
      for column in profiles[number, default: []].indices {
        profiles[number]?[column].see(reader.cell(column))
      }
    }
    var tables = profiles.mapValues { TypedTable($0) }
    try TypedTables.read(file, format, part, last) { number, _, reader in
      tables[number]?.see(&reader)
    }
    for number in tables.keys { tables[number]?.decide() }
    self.tables = tables
  }

  private static func read(
    _ file: ExportFile, _ format: FileFormat, _ part: Int?, _ last: Int?,
    _ body: (Int, [String], inout RecordReader) -> Void
  ) throws(FileFault) {
    var pass = try ExportPass(path: file.path, name: file.name, format: format, part: part)
    var names: [String] = []
    while true {
      switch try pass.advance() {
      case .end, .tooLong: return
      case .table:
        if let last, pass.walk.head.number > last { return }
        names = ColumnNames(pass.walk.head.names, width: pass.walk.head.width).names
      case .row: body(pass.walk.head.number, names, &pass.reader)
      }
    }
  }
}
