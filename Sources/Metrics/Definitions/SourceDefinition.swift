/// How a group of files is turned into observations.
public struct SourceDefinition: Hashable, Sendable {
  /// What a row of its files is.
  public enum Layout: Hashable, Sendable {
    /// One row per date and segment, with a column per measure.
    case wide(measures: [MeasureColumn])
    /// One row per date, segment and measure, with one column of values.
    case tidy(metric: ColumnName, value: ColumnName)
    /// One row per record, such as a person or a deal, with a date column per event.
    case records(id: ColumnName, events: [Event], measures: [MeasureColumn])
  }

  /// Its name in definitions.
  public var name: String
  /// Which files it reads.
  public var files: FilePattern
  /// The column of dates; records need none where every measure has an event.
  public var date: ColumnName?
  /// What a row is.
  public var layout: Layout
  /// How its rows are cut.
  public var dimensions: [Dimension]
  /// Which rows count; all where it is nil.
  public var condition: RowCondition?
  /// How fresh it should be: how many days one row of it covers, or for records, how long their list
  /// may be silent.
  public var cadence: Grain
  /// Where its definition stands.
  public var place: SourcePlace

  /// A source made of its parts.
  public init(
    name: String, files: FilePattern, date: ColumnName?, layout: Layout,
    dimensions: [Dimension] = [], condition: RowCondition? = nil, cadence: Grain = .day,
    place: SourcePlace
  ) {
    self.name = name
    self.files = files
    self.date = date
    self.layout = layout
    self.dimensions = dimensions
    self.condition = condition
    self.cadence = cadence
    self.place = place
  }

  /// The names of its measures and events; nil for a tidy source, whose files name them.
  public var measureNames: [String]? {
    switch layout {
    case .wide(let measures): measures.map(\.name)
    case .tidy: nil
    case .records(_, let events, let measures): events.map(\.name) + measures.map(\.name)
    }
  }
}

/// The column of a file, by the names that it may have there; the first that is present counts.
public struct ColumnName: Hashable, Sendable {
  /// At least one name.
  public let aliases: [String]

  /// A column with one name or several.
  public init(_ aliases: [String]) {
    self.aliases = aliases
  }
}

/// One or several globs, relative to the workspace.
public struct FilePattern: Hashable, Sendable {
  /// Patterns such as `data/ga4/*.csv`.
  public let globs: [String]
  /// Where they stand in the definitions.
  public let place: SourcePlace

  /// Patterns, and where they stand.
  public init(_ globs: [String], place: SourcePlace) {
    self.globs = globs
    self.place = place
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

  /// A dimension.
  public init(name: String, origin: Origin) {
    self.name = name
    self.origin = origin
  }
}

/// A measured column.
public struct MeasureColumn: Hashable, Sendable {
  /// Its name in definitions.
  public let name: String
  /// The column it is read from.
  public let column: ColumnName
  /// In a file of records, the event whose date (and condition) it is counted by; else nil.
  public let event: String?

  /// A measure.
  public init(name: String, column: ColumnName, event: String? = nil) {
    self.name = name
    self.column = column
    self.event = event
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
