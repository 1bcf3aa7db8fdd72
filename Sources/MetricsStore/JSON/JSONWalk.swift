/// Goes through a JSON text from one record to the next.
///
/// A text is one object after the other, mostly one on each line, or one value: an array of records,
/// or an object in which such arrays lie, perhaps in further objects.
struct JSONWalk {
  /// How the records lie in a text.
  enum Layout: Hashable, Sendable {
    /// One behind the other.
    case sequence
    /// In the arrays of one value.
    case document
  }

  /// What comes next.
  enum Step {
    /// A record, at which the window now stands, of the table at this path: the names on the way to
    /// its array, with dots between.
    case record(table: Int)
    case end
    /// Behind the value stands another, so that it is a sequence.
    case isSequence
  }

  /// The paths of the arrays that were met, in order.
  private(set) var paths: [String] = []
  /// Whether an object that encloses everything has the names of a GA4 event.
  private(set) var isEvent = false
  /// Whether the text is an object.
  private(set) var isObject = false

  private enum Level {
    case object(path: String, isFirst: Bool)
    case array(table: Int, isFirst: Bool)
  }

  /// Deeper objects are not looked into for arrays.
  private static let deepest = 4
  private static let longestName = 1024
  private static let tableLimit = 100

  private let layout: Layout
  private var levels: [Level] = []
  private var isBegun = false
  private var hasRecords = false

  /// A walk through a text of a layout, from its start.
  init(_ layout: Layout) {
    self.layout = layout
    if layout == .sequence { paths = [""] }
  }

  /// Goes to the next record; what stood at the last one was read or skipped.
  mutating func advance(_ window: JSONWindow) throws(JSONFailure) -> Step {
    guard layout == .document else {
      return try window.nextByte() == nil ? .end : .record(table: 0)
    }
    while true {
      switch levels.last {
      case .object(let path, let isFirst): try advance(in: path, isFirst, window)
      case .array(let table, let isFirst):
        if try advance(inArray: table, isFirst, window) { return .record(table: table) }
      case nil:
        if let step = try advanceOutside(window) { return step }
      }
    }
  }

  /// Goes into the value that is the text; nil where it did.
  private mutating func advanceOutside(_ window: JSONWindow) throws(JSONFailure) -> Step? {
    let byte = try window.nextByte()
    let isArray = byte == UInt8(ascii: "[")
    guard let byte else { return .end }
    guard isArray || byte == UInt8(ascii: "{") else {
      throw window.damage(isBegun ? .moreBehind : .noValue)
    }
    if isBegun {
      guard isArray != isObject else { throw window.damage(.moreBehind) }
      // Arrays of records one behind the other are pages of one.
      if isObject || !hasRecords { return .isSequence }
    }
    isBegun = true
    isObject = !isArray
    window.skipByte()
    if isArray, let table = table(at: "") {
      levels.append(.array(table: table, isFirst: true))
    } else {
      levels.append(.object(path: "", isFirst: true))
    }
    return nil
  }

  /// What stands in an object.
  private enum Member {
    case end, passed
    /// An object or array that is looked into, by its name.
    case container(String)
  }

  /// Goes to the next array in an object, or behind its end.
  private mutating func advance(
    in path: String, _ isFirst: Bool, _ window: JSONWindow
  ) throws(JSONFailure) {
    let depth = levels.count
    let isFull = paths.count >= JSONWalk.tableLimit
    let member = try window.take { scanner throws(JSONStop) -> Member in
      scanner.skipSpace()
      if isFirst, scanner.byte == UInt8(ascii: "}") {
        scanner.index += 1
        return .end
      }
      if !isFirst, try !scanner.nextMember() { return .end }
      let key = try scanner.key()
      if depth < JSONWalk.deepest, !isFull, scanner.isAtContainer {
        let length = min(key.end - key.start, JSONWalk.longestName)
        return .container(CellBytes(scanner.base, key.start, key.start + length).text)
      }
      try scanner.skipValue(depth: depth)
      return .passed
    }
    levels[depth - 1] = .object(path: path, isFirst: false)
    switch member {
    case .end: levels.removeLast()
    case .passed: break
    case .container(let name):
      if depth == 1, name == "event_params" { isEvent = true }
      let inner = path.isEmpty ? name : path + "." + name
      if try window.nextByte() == UInt8(ascii: "["), let table = table(at: inner) {
        levels.append(.array(table: table, isFirst: true))
      } else {
        levels.append(.object(path: inner, isFirst: true))
      }
      window.skipByte()
    }
  }

  /// Goes to the next object or array in an array, or behind its end; whether there is one.
  private mutating func advance(
    inArray table: Int, _ isFirst: Bool, _ window: JSONWindow
  ) throws(JSONFailure) -> Bool {
    let depth = levels.count
    let isRecord = try window.take { scanner throws(JSONStop) -> Bool? in
      scanner.skipSpace()
      if isFirst, scanner.byte == UInt8(ascii: "]") {
        scanner.index += 1
        return nil
      }
      if !isFirst, try !scanner.nextElement() { return nil }
      if scanner.isAtContainer { return true }
      try scanner.skipValue(depth: depth)
      return false
    }
    levels[depth - 1] = .array(table: table, isFirst: false)
    guard let isRecord else {
      levels.removeLast()
      return false
    }
    if isRecord { hasRecords = true }
    return isRecord
  }

  /// The table of a path; nil where there are too many.
  private mutating func table(at path: String) -> Int? {
    if let table = paths.firstIndex(of: path) { return table }
    guard paths.count < JSONWalk.tableLimit else { return nil }
    paths.append(path)
    return paths.count - 1
  }
}
