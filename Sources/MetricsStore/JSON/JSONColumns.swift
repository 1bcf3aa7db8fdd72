import Glibc

/// The columns of a table of JSON records: the paths of names at which values stand.
///
/// A path is a node in a tree. Records mostly have their names in one order, so that each node keeps
/// which one followed it, and a name is rarely looked up.
struct JSONColumns {
  /// Columns after so many are left out.
  static let columnLimit = 2000
  private static let nodeLimit = 20_000
  private static let longestName = 1024

  private struct Node {
    let parent: Int32
    let nameStart: Int
    let nameEnd: Int
    /// Its column; -1 where no value stood here.
    var column: Int32 = -1
    /// Which of the parent's nodes followed it last; -1 where none did.
    var follower: Int32 = -1
    /// Which of its nodes came first last; -1 where none did.
    var first: Int32 = -1
    let kind: Kind
    let hash: Int
  }

  /// How an array at a node is read.
  enum Kind: UInt8 {
    /// As the array looks.
    case any
    /// Elements with a key and a value, as GA4 writes parameters.
    case pairs
    /// Each element is a column, by its place.
    case places
  }

  /// The node of a record itself.
  static let root = 0

  /// The node of each column, in order of first appearance.
  private(set) var columns: [Int32] = []
  /// Whether there were more columns than are kept.
  private(set) var isCutShort = false

  private var nodes = [Node(parent: -1, nameStart: 0, nameEnd: 0, kind: .any, hash: 0)]
  /// The bytes of all names, one behind the other.
  private var names: [UInt8] = []
  /// Nodes by the hash of parent and name, with -1 for none.
  private var slots = [Int32](repeating: -1, count: 256)

  /// How an array at a node is read.
  @inline(__always)
  func kind(of node: Int) -> Kind { nodes[node].kind }

  /// The column of a node; nil where it has none.
  @inline(__always)
  func column(of node: Int) -> Int? {
    let column = nodes[node].column
    return column < 0 ? nil : Int(column)
  }

  /// The column of a node, made where it has none; nil where there are too many.
  mutating func makeColumn(of node: Int) -> Int? {
    if let column = column(of: node) { return column }
    guard columns.count < JSONColumns.columnLimit else {
      isCutShort = true
      return nil
    }
    nodes[node].column = Int32(columns.count)
    columns.append(Int32(node))
    return columns.count - 1
  }

  /// Takes back the columns made after the first `count`.
  mutating func cut(to count: Int) {
    while columns.count > count { nodes[Int(columns.removeLast())].column = -1 }
  }

  /// The node of a name under a parent; `previous` is the node before it in the record, below 0
  /// where it is the first. Below 0 where there is none and none is to be made, or there are too many.
  @inline(__always)
  mutating func node(_ name: CellBytes, under parent: Int, after previous: Int, isMade: Bool) -> Int
  {
    let expected = previous < 0 ? nodes[parent].first : nodes[previous].follower
    if expected >= 0, isNamed(Int(expected), name) { return Int(expected) }
    return search(name, under: parent, after: previous, isMade: isMade)
  }

  @inline(__always)
  private func isNamed(_ node: Int, _ name: CellBytes) -> Bool {
    let start = nodes[node].nameStart
    guard nodes[node].nameEnd - start == name.count else { return false }
    guard let other = name.buffer.baseAddress else { return true }
    return names.withUnsafeBufferPointer { names in
      guard let base = names.baseAddress else { return false }
      return memcmp(base + start, other, name.count) == 0
    }
  }

  @inline(never)
  private mutating func search(
    _ name: CellBytes, under parent: Int, after previous: Int, isMade: Bool
  ) -> Int {
    // Seeded anew in every run, so that no file can be made to collide.
    var hasher = Hasher()
    hasher.combine(parent)
    hasher.combine(bytes: UnsafeRawBufferPointer(name.buffer))
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let node = Int(slots[slot])
      if nodes[node].parent == Int32(parent), isNamed(node, name) {
        remember(node, under: parent, after: previous)
        return node
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard isMade else { return -1 }
    guard nodes.count < JSONColumns.nodeLimit, name.count <= JSONColumns.longestName else {
      isCutShort = true
      return -1
    }
    let start = names.count
    names.append(contentsOf: name.buffer)
    let node = nodes.count
    nodes.append(
      Node(
        parent: Int32(parent), nameStart: start, nameEnd: names.count,
        kind: Kind(ofArraysNamed: name), hash: hash))
    slots[slot] = Int32(node)
    remember(node, under: parent, after: previous)
    if nodes.count * 2 > slots.count { spread() }
    return node
  }

  private mutating func remember(_ node: Int, under parent: Int, after previous: Int) {
    if previous < 0 {
      nodes[parent].first = Int32(node)
    } else {
      nodes[previous].follower = Int32(node)
    }
  }
  /// Doubles the slots.
  private mutating func spread() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for node in 1..<nodes.count {
      var slot = nodes[node].hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(node)
    }
  }

  /// The names on the way to a node, with dots between.
  func path(of node: Int) -> String {
    var parts: [String] = []
    var node = node
    while node > 0 {
      parts.append(name(of: node))
      node = Int(nodes[node].parent)
    }
    return parts.reversed().joined(separator: ".")
  }

  /// The last name of a node's path.
  func name(of node: Int) -> String {
    String(decoding: names[nodes[node].nameStart..<nodes[node].nameEnd], as: UTF8.self)
  }

  /// The node in which a node lies.
  func parent(of node: Int) -> Int { Int(nodes[node].parent) }
}

extension JSONColumns.Kind {
  /// How arrays of a name are read: GA4's parameters in BigQuery, the rows of GA4's Data API and of
  /// Search Console's API.
  fileprivate init(ofArraysNamed name: CellBytes) {
    self =
      switch name.text {
      case "event_params", "user_properties": .pairs
      case "dimensionValues", "metricValues", "keys": .places
      default: .any
      }
  }
}
