/// The column of a file, by the names that it may have there; the first that is present counts.
public struct ColumnName: Hashable, Sendable {
  /// At least one name.
  public let aliases: [String]

  /// A column with one name or several.
  public init(_ aliases: [String]) {
    self.aliases = aliases
  }
}

extension ColumnName: ExpressibleByArrayLiteral {
  /// A column with the names that stand there, of which there is at least one.
  public init(arrayLiteral aliases: String...) {
    self.init(aliases)
  }
}

/// How rows are cut: a column of the file, or one value for all of it.
public struct Dimension: Hashable, Sendable {
  /// Where its value comes from.
  public enum Origin: Hashable, Sendable {
    case column(ColumnName)
    case constant(SafeText)
  }

  /// Its name in definitions, the same in every source.
  public let name: String
  /// Where its value comes from.
  public let origin: Origin
  /// Whether a file without its column cannot be read; where it is not, the rows of such a file
  /// have no value in this dimension.
  public let isRequired: Bool

  /// A dimension.
  public init(name: String, origin: Origin, isRequired: Bool = true) {
    self.name = name
    self.origin = origin
    self.isRequired = isRequired
  }
}

/// A measured column.
public struct MeasureColumn: Hashable, Sendable {
  /// Its name in definitions.
  public let name: String
  /// The column it is read from.
  public let column: ColumnName
  /// In a file of records, the event whose date (and condition) it is counted by; where rows are
  /// events, the one in whose rows it counts; else nil.
  public let event: String?
  /// What a bare number in the column stands for; nil where the cells or the header say so.
  public let scale: NumberScale?
  /// How its values may be gathered.
  public let nature: MeasureNature

  /// A measure.
  public init(
    name: String, column: ColumnName, event: String? = nil, scale: NumberScale? = nil,
    nature: MeasureNature = .amount
  ) {
    self.name = name
    self.column = column
    self.event = event
    self.scale = scale
    self.nature = nature
  }
}

/// Something that happens to a record on a date, each counted by its own date column.
public struct Event: Hashable, Sendable {
  /// Its name in definitions.
  public let name: String
  /// The column of its date; a record without one has not had the event.
  public let date: ColumnName
  /// Which records count; all with a date where it is nil.
  public let condition: RowCondition?

  /// An event.
  public init(name: String, date: ColumnName, condition: RowCondition? = nil) {
    self.name = name
    self.date = date
    self.condition = condition
  }
}
