/// The values of one record of JSON, by columns.
///
/// What an object holds stands in columns of its own, named by the way to it with dots between.
struct JSONRecord: ~Copyable {
  /// Where a column's value stands, in the bytes that the record was read from.
  struct Cell {
    enum Kind { case plain, exponent, text, escapedText, array }

    var kind = Kind.plain
    var start = 0
    var end = 0
    /// The number of the record that it belongs to.
    var record = 0
  }

  /// What was left out or overwritten of one record.
  struct Oddities {
    /// Names that stood twice in one object, of which the later value is taken.
    var doubled = 0
    /// Arrays of objects or arrays.
    var leftOut = 0
    /// The node of the first array that was left out.
    var leftOutNode: Int?
  }

  /// The columns of all records.
  private(set) var columns: JSONColumns
  /// What was odd in the last record.
  private(set) var oddities = Oddities()

  /// The columns' cells; those that are not of the last record are empty.
  private var cells: [Cell]
  /// How many records were begun.
  private var number = 0
  /// Whether columns are made for what has none.
  private let gathers: Bool
  /// Holds a name without its escapes.
  private var scratch = GrowingBytes(capacity: 256)

  /// A record of a table whose columns are known, or are gathered from it.
  init(_ columns: JSONColumns, gathers: Bool) {
    self.columns = columns
    self.gathers = gathers
    cells = [Cell](repeating: Cell(), count: columns.columns.count)
  }

  /// Takes back the columns made after the first `count`.
  mutating func cutColumns(to count: Int) {
    columns.cut(to: count)
    cells.removeLast(max(0, cells.count - count))
  }

  /// The cell of a column in the last record; nil where it is empty.
  @inline(__always)
  func cell(_ column: Int) -> Cell? {
    guard column < cells.count, cells[column].record == number else { return nil }
    return cells[column]
  }

  /// Reads a record: an object by its names, an array by its places.
  mutating func read(_ scanner: inout JSONScanner) throws(JSONStop) {
    number += 1
    oddities = Oddities()
    switch scanner.byte {
    case UInt8(ascii: "{"): try readObject(JSONColumns.root, 0, &scanner)
    case UInt8(ascii: "["): try readPlaces(JSONColumns.root, 0, &scanner)
    default: throw scanner.stop(.noRecord)
    }
  }

  private mutating func readObject(
    _ node: Int, _ depth: Int, _ scanner: inout JSONScanner
  ) throws(JSONStop) {
    guard try scanner.open(depth, UInt8(ascii: "}")) else { return }
    var previous = -1
    repeat {
      let key = try scanner.key()
      let child = self.child(key, of: node, after: previous, scanner)
      if child >= 0 { previous = child }
      try readValue(child, depth + 1, &scanner)
    } while try scanner.nextMember()
  }

  /// The node of a name; below 0 where there is none.
  @inline(__always)
  private mutating func child(
    _ key: JSONScanner.Text, of node: Int, after previous: Int, _ scanner: JSONScanner
  ) -> Int {
    guard node >= 0 else { return -1 }
    let name = CellBytes(scanner.base, key.start, key.end)
    guard key.hasEscapes else {
      return columns.node(name, under: node, after: previous, isMade: gathers)
    }
    scratch.cut(to: 0)
    JSONText.decode(name) { scratch.append($0) }
    return columns.node(CellBytes(scratch.buffer), under: node, after: previous, isMade: gathers)
  }

  private mutating func readValue(
    _ node: Int, _ depth: Int, _ scanner: inout JSONScanner
  ) throws(JSONStop) {
    switch scanner.byte {
    case UInt8(ascii: "\""):
      let text = try scanner.text()
      set(node, text.hasEscapes ? .escapedText : .text, text.start, text.end)
    case UInt8(ascii: "{"): try readObject(node, depth, &scanner)
    case UInt8(ascii: "["): try readArray(node, depth, &scanner)
    default:
      let start = scanner.index
      switch try scanner.word() {
      case .null: touch(node)
      case .plain: set(node, .plain, start, scanner.index)
      case .exponent: set(node, .exponent, start, scanner.index)
      }
    }
  }

  /// Makes a column where a name stands without a value.
  private mutating func touch(_ node: Int) {
    guard node >= 0, gathers, let column = columns.makeColumn(of: node) else { return }
    if column >= cells.count { cells.append(Cell()) }
  }

  @inline(__always)
  private mutating func set(_ node: Int, _ kind: Cell.Kind, _ start: Int, _ end: Int) {
    guard node >= 0 else { return }
    if gathers { touch(node) }
    guard let column = columns.column(of: node), column < cells.count else { return }
    if cells[column].record == number { oddities.doubled += 1 }
    cells[column] = Cell(kind: kind, start: start, end: end, record: number)
  }

  private mutating func readArray(
    _ node: Int, _ depth: Int, _ scanner: inout JSONScanner
  ) throws(JSONStop) {
    let kind = node >= 0 ? columns.kind(of: node) : .any
    if kind == .places { return try readPlaces(node, depth, &scanner) }
    let start = scanner.index
    guard try scanner.open(depth, UInt8(ascii: "]")) else { return }
    let beginsPair = try JSONRecord.beginsPair(scanner)
    if kind == .pairs || beginsPair {
      var previous = -1
      repeat {
        try readPair(node, after: &previous, depth + 1, &scanner)
      } while try scanner.nextElement()
      return
    }
    var isFlat = true
    repeat {
      if scanner.byte == UInt8(ascii: "{") || scanner.byte == UInt8(ascii: "[") { isFlat = false }
      try scanner.skipValue(depth: depth + 1)
    } while try scanner.nextElement()
    if isFlat {
      set(node, .array, start, scanner.index)
    } else {
      oddities.leftOut += 1
      if oddities.leftOutNode == nil, node >= 0 { oddities.leftOutNode = node }
    }
  }

  /// Whether an object follows whose first name is that of a key, as in `{"key": …, "value": …}`.
  private static func beginsPair(_ scanner: JSONScanner) throws(JSONStop) -> Bool {
    guard scanner.byte == UInt8(ascii: "{") else { return false }
    var ahead = scanner
    ahead.index += 1
    ahead.skipSpace()
    guard ahead.byte == UInt8(ascii: "\"") else { return false }
    return JSONRecord.isKeyName(try ahead.key(), ahead)
  }

  private static func isKeyName(_ key: JSONScanner.Text, _ scanner: JSONScanner) -> Bool {
    let name = CellBytes(scanner.base, key.start, key.end)
    return name.isWord("key") || name.isWord("action_type")
  }

  /// Reads an object with a key and a value, which is a column under `node` named by the key.
  private mutating func readPair(
    _ node: Int, after previous: inout Int, _ depth: Int, _ scanner: inout JSONScanner
  ) throws(JSONStop) {
    guard scanner.byte == UInt8(ascii: "{") else { return try scanner.skipValue(depth: depth) }
    guard try scanner.open(depth, UInt8(ascii: "}")) else { return }
    var key: JSONScanner.Text?
    var value: (kind: Cell.Kind, start: Int, end: Int)?
    repeat {
      let name = try scanner.key()
      if JSONRecord.isKeyName(name, scanner), scanner.byte == UInt8(ascii: "\"") {
        key = try scanner.text()
      } else if CellBytes(scanner.base, name.start, name.end).isWord("value") {
        value = try scanner.innerValue(depth: depth + 1)
      } else {
        try scanner.skipValue(depth: depth + 1)
      }
    } while try scanner.nextMember()
    guard let key else { return }
    let column = child(key, of: node, after: previous, scanner)
    if column >= 0 { previous = column }
    if let value { set(column, value.kind, value.start, value.end) } else { touch(column) }
  }

  /// Reads an array whose elements are columns by their places, counted from 1.
  private mutating func readPlaces(
    _ node: Int, _ depth: Int, _ scanner: inout JSONScanner
  ) throws(JSONStop) {
    guard try scanner.open(depth, UInt8(ascii: "]")) else { return }
    var place = 0
    var previous = -1
    repeat {
      place += 1
      var name = String(place)
      let child = name.withUTF8 {
        columns.node(CellBytes($0), under: node, after: previous, isMade: gathers)
      }
      if child >= 0 { previous = child }
      if let value = try scanner.innerValue(depth: depth + 1) {
        set(child, value.kind, value.start, value.end)
      } else if child >= 0 {
        touch(child)
      }
    } while try scanner.nextElement()
  }
}
