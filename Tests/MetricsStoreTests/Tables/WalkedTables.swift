import Metrics

@testable import MetricsStore

/// The tables that a walk finds in a text, in the dialect that is guessed.
struct WalkedTables {
  /// One table with its rows.
  struct Table {
    let head: TableHead
    var rows: [[String]] = []
  }

  private(set) var tables: [Table] = []
  private(set) var left = LeftOut()
  private(set) var repairs: [Repair.Kind] = []

  init(_ text: String, header: FileFormat.Header? = nil, step: Int = .max) {
    let bytes = Array(text.utf8)
    let dialect = bytes.prefix(1 << 18).withUnsafeBufferPointer {
      DialectGuess($0, isWhole: bytes.count <= 1 << 18).dialect
    }
    var reader = RecordReader(
      dialect: dialect, tolerance: .init(), supply: BytesInPieces(bytes: bytes, step: step).supply)
    var walk = TableWalk(header: header)
    loop: while let next = try? walk.advance(&reader) {
      switch next {
      case .end, .tooLong: break loop
      case .table: tables.append(Table(head: walk.head))
      case .row:
        tables[tables.count - 1].rows.append(reader.fields.indices.map { reader.text($0) })
        if let repair = reader.repair { repairs.append(repair.kind) }
      }
    }
    left = walk.left
  }

  /// The names of the columns of each table.
  var names: [[String]] { tables.map(\.head.names) }

  /// How many rows each table has.
  var counts: [Int] { tables.map(\.rows.count) }
}
