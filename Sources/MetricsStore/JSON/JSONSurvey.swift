/// What a first reading of a JSON text finds: its tables, and the columns of each.
struct JSONSurvey {
  /// A table and what was odd about it.
  final class Table {
    /// The names on the way to its array, with dots between; empty where the text is the array.
    let path: String
    var columns: JSONColumns { record.columns }
    fileprivate(set) var records = 0
    /// Whether its records are arrays, of which the first holds the names of the columns.
    fileprivate(set) var isOfArrays = false
    /// How many names stood twice in one object.
    fileprivate(set) var doubled = 0
    /// How many arrays of objects or arrays were left out, and the path of the first.
    fileprivate(set) var leftOut = 0
    fileprivate(set) var leftOutPath = ""
    /// The values of the column `name`, if that is the only one and the table lists the names of
    /// other columns.
    fileprivate(set) var listedNames: [String] = []

    fileprivate var record: JSONRecord
    private let listsNames: Bool

    fileprivate init(path: String) {
      self.path = path
      record = JSONRecord(JSONColumns(), gathers: true)
      listsNames = path.hasSuffix("dimensionHeaders") || path.hasSuffix("metricHeaders")
    }

    /// Reads a record, at which the scanner stands.
    fileprivate func read(_ scanner: inout JSONScanner) throws(JSONStop) {
      let isArray = scanner.byte == UInt8(ascii: "[")
      let known = record.columns.columns.count
      do throws(JSONStop) {
        try record.read(&scanner)
      } catch {
        // What follows a mistake may be no part of the record.
        record.cutColumns(to: known)
        throw error
      }
      if records == 0 { isOfArrays = isArray }
      records += 1
      let oddities = record.oddities
      doubled += oddities.doubled
      leftOut += oddities.leftOut
      if leftOutPath.isEmpty, let node = oddities.leftOutNode {
        leftOutPath = record.columns.path(of: node)
      }
      if listsNames, listedNames.count < JSONColumns.columnLimit {
        listedNames.append(name(scanner))
      }
    }

    private func name(_ scanner: JSONScanner) -> String {
      let columns = columns
      for column in columns.columns.indices
      where columns.name(of: Int(columns.columns[column])) == "name" {
        guard let cell = record.cell(column) else { break }
        var bytes: [UInt8] = []
        JSONText.decode(CellBytes(scanner.base, cell.start, cell.end)) { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
      }
      return ""
    }
  }

  /// A record that is damaged and was left out.
  struct Loss {
    /// The byte where the record begins.
    let offset: Int
    let damage: JSONDamage
  }

  /// How the records lie in the text.
  let layout: JSONWalk.Layout
  /// The tables in which there are records, in order.
  private(set) var tables: [Table] = []
  /// The first damaged records, and how many there are.
  private(set) var losses: [Loss] = []
  private(set) var lossCount = 0
  /// How many bytes the text has.
  private(set) var byteCount = 0
  /// Whether the text is rather one object after the other.
  private(set) var isRatherSequence = false

  private static let lossLimit = 20

  /// Reads a text of a layout through.
  init(
    _ layout: JSONWalk.Layout, blockSize: Int, _ supply: @escaping ByteSupply
  ) throws(JSONFailure) {
    self.layout = layout
    let window = try JSONWindow.opened(blockSize, supply)
    var walk = JSONWalk(layout)
    var met: [Int: Table] = [:]
    reading: while true {
      switch try walk.advance(window) {
      case .end: break reading
      case .isSequence:
        isRatherSequence = true
        return
      case .record(let index):
        let table = met[index] ?? Table(path: walk.paths[index])
        met[index] = table
        try read(into: table, window)
      }
    }
    byteCount = window.bytesRead
    tables = met.sorted { $0.key < $1.key }.map(\.value).filter { $0.records > 0 }
    // An object without arrays of records is a record itself.
    isRatherSequence = walk.isObject && (tables.isEmpty || walk.isEvent)
  }

  private mutating func read(into table: Table, _ window: JSONWindow) throws(JSONFailure) {
    do throws(JSONFailure) {
      try window.take { scanner throws(JSONStop) in try table.read(&scanner) }
    } catch {
      guard layout == .sequence, case .damage(let damage) = error else { throw error }
      lossCount += 1
      if losses.count < JSONSurvey.lossLimit {
        losses.append(Loss(offset: window.place, damage: damage))
      }
      try window.skipToRecord()
    }
  }
}

extension JSONWindow {
  /// A window on a supply, with its faults as failures.
  static func opened(
    _ blockSize: Int, _ supply: @escaping ByteSupply
  ) throws(JSONFailure) -> JSONWindow {
    do throws(FileFault) {
      return try JSONWindow(blockSize: blockSize, supply: supply)
    } catch {
      throw .fault(error)
    }
  }
}
