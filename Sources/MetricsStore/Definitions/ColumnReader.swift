import Metrics

/// Reads columns, dimensions, measures and events of a source.
struct ColumnReader {
  /// A column by its name, or by several that it may have.
  func column(_ cursor: Cursor) -> ColumnName? {
    guard let values = cursor.oneOrList() else { return nil }
    let aliases = values.compactMap { $0.text("the name of a column") }
    return aliases.count == values.count ? ColumnName(aliases) : nil
  }

  /// Several columns, each by one name.
  func columns(_ cursor: Cursor) -> [ColumnName] {
    (cursor.oneOrList() ?? []).compactMap { value in
      value.text("the name of a column").map { ColumnName([$0]) }
    }
  }

  /// A map of dimensions, or a list of columns that are dimensions by their own names.
  func dimensions(_ cursor: Cursor) -> [(dimension: Dimension, value: Cursor)] {
    if case .list = cursor.node.content {
      var seen: Set<String> = []
      return (cursor.list() ?? []).compactMap { value in
        guard let name = value.nameValue() else { return nil }
        guard seen.insert(name).inserted else {
          value.report(.definedTwice(.dimension, name, first: cursor.place))
          return nil
        }
        return (Dimension(name: name, origin: .column(ColumnName([name]))), value)
      }
    }
    return (cursor.named() ?? []).compactMap { name, key, value in
      origin(value).map { (Dimension(name: name, origin: $0), value) }
    }
  }

  private func origin(_ cursor: Cursor) -> Dimension.Origin? {
    guard case .map = cursor.node.content else { return column(cursor).map { .column($0) } }
    guard let map = cursor.map() else { return nil }
    let constant = map.require("constant", at: cursor.keyPlace)?.safeText()
    map.finish()
    return constant.map { .constant($0) }
  }

  /// The events of a source of records.
  func events(_ cursor: Cursor) -> [(event: Event, key: Cursor)] {
    (cursor.someNamed("events") ?? []).compactMap { name, key, value in
      event(name, value).map { ($0, key) }
    }
  }

  private func event(_ name: String, _ cursor: Cursor) -> Event? {
    guard case .map = cursor.node.content else {
      return column(cursor).map { Event(name: name, date: $0) }
    }
    guard let map = cursor.map() else { return nil }
    let date = map.require("date", at: cursor.keyPlace).flatMap(column)
    let condition = map.take("where").flatMap { $0.condition() }
    map.finish()
    return date.map { Event(name: name, date: $0, condition: condition) }
  }

  /// A measure as it is written: its column, the event that it is counted at, and its scale.
  struct Measure {
    let name: String
    let key: Cursor
    let column: ColumnName
    var at: Cursor?
    var scale: NumberScale?
  }

  /// The measures of a source.
  func measures(_ cursor: Cursor) -> [Measure] {
    (cursor.someNamed("measures") ?? []).compactMap { name, key, value in
      guard case .map = value.node.content else {
        return column(value).map { Measure(name: name, key: key, column: $0) }
      }
      return value.map().flatMap { measure(name, key, $0) }
    }
  }

  private func measure(_ name: String, _ key: Cursor, _ map: KeyedMap) -> Measure? {
    let sum = map.take("sum")
    let column = sum == nil ? map.require("column", at: key.place) : map.take("column")
    let at = map.take("at")
    let scale = map.take("scale")?.choice(NumberScale.self, "a scale")
    map.finish()
    if let sum, column != nil {
      sum.reportConflict("sum", with: "column", "both name the column")
      return nil
    }
    return (sum ?? column).flatMap(self.column).map {
      Measure(name: name, key: key, column: $0, at: at, scale: scale)
    }
  }
}
