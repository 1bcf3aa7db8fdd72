import Metrics

/// Reads columns, dimensions, measures and events of a source.
struct ColumnReader {
  /// A column by its name, or by several that it may have.
  func column(_ cursor: Cursor) -> ColumnName? {
    guard let values = cursor.oneOrList() else { return nil }
    let aliases = values.compactMap { $0.text("the name of a column") }
    return aliases.count == values.count ? ColumnName(aliases) : nil
  }

  /// A map of dimensions, or a list of columns that are dimensions by their own names.
  func dimensions(_ cursor: Cursor) -> [Dimension] {
    if case .list = cursor.node.content {
      var seen: Set<String> = []
      return (cursor.list() ?? []).compactMap { value in
        guard let name = value.nameValue() else { return nil }
        guard seen.insert(name).inserted else {
          value.report(.definedTwice(.dimension, name, first: cursor.place))
          return nil
        }
        return Dimension(name: name, origin: .column(ColumnName([name])))
      }
    }
    return (cursor.named() ?? []).compactMap { name, key, value in
      origin(value).map { Dimension(name: name, origin: $0) }
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

  /// A measure as it is written: its column, and the event that it is counted at.
  struct Measure {
    let name: String
    let key: Cursor
    let column: ColumnName
    let at: Cursor?
  }

  /// The measures of a source.
  func measures(_ cursor: Cursor) -> [Measure] {
    (cursor.someNamed("measures") ?? []).compactMap { name, key, value in
      guard case .map = value.node.content else {
        return column(value).map { Measure(name: name, key: key, column: $0, at: nil) }
      }
      guard let map = value.map() else { return nil }
      let column = map.require("sum", at: key.place).flatMap(self.column)
      let at = map.take("at")
      map.finish()
      return column.map { Measure(name: name, key: key, column: $0, at: at) }
    }
  }
}
