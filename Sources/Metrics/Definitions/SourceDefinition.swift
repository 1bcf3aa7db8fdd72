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
    /// One row per event of a person, with a column that names the event.
    case events(person: ColumnName, event: ColumnName, measures: [MeasureColumn])
  }

  /// Its name in definitions.
  public var name: String
  /// Which files it reads.
  public var files: FilePattern
  /// The preset that fills in what its definition does not say, by its main name; nil where it says
  /// everything itself.
  public var preset: String?
  /// How its files are written, as far as its definition says so.
  public var format: FileFormat
  /// The column of dates; records need none where every measure has an event.
  public var date: ColumnName?
  /// Where the period of a file stands whose rows have no dates. Beside a column of dates it is for
  /// the files that lack that column; nil where every file must have it.
  public var period: PeriodOrigin?
  /// What a row is.
  public var layout: Layout
  /// How its rows are cut.
  public var dimensions: [Dimension]
  /// Columns of personal data: what is in them is hashed on reading, and never shown or kept.
  public var personal: [ColumnName]
  /// Which rows count; all where it is nil.
  public var condition: RowCondition?
  /// What files may call the columns that conditions name, where it is not only by that name.
  public var aliases: [String: ColumnName]
  /// How fresh it should be: how many days one row of it covers, or for records, how long their
  /// list may be silent.
  public var cadence: Grain
  /// Where its definition stands.
  public var place: SourcePlace

  /// A source made of its parts.
  public init(
    name: String, files: FilePattern, preset: String? = nil, format: FileFormat = FileFormat(),
    date: ColumnName?, period: PeriodOrigin? = nil, layout: Layout,
    dimensions: [Dimension] = [], personal: [ColumnName] = [], condition: RowCondition? = nil,
    aliases: [String: ColumnName] = [:], cadence: Grain = .day, place: SourcePlace
  ) {
    self.name = name
    self.files = files
    self.preset = preset
    self.format = format
    self.date = date
    self.period = period
    self.layout = layout
    self.dimensions = dimensions
    self.personal = personal
    self.condition = condition
    self.aliases = aliases
    self.cadence = cadence
    self.place = place
  }

  /// The names of its measures and events; nil where the files name them: in a tidy source, and where
  /// rows are events.
  public var measureNames: [String]? {
    switch layout {
    case .wide(let measures): measures.map(\.name)
    case .tidy, .events: nil
    case .records(_, let events, let measures): events.map(\.name) + measures.map(\.name)
    }
  }

  /// The column that a condition names.
  public func column(named name: String) -> ColumnName {
    aliases[name] ?? ColumnName([name])
  }

  /// Its measured columns; none in a tidy source, and without events.
  public var measures: [MeasureColumn] {
    switch layout {
    case .wide(let measures), .records(_, _, let measures), .events(_, _, let measures): measures
    case .tidy: []
    }
  }

  /// Whether the name is one of its events, those of records or those that its rows name.
  public func isEvent(_ name: String) -> Bool {
    switch layout {
    case .records(_, let events, _): events.contains { $0.name == name }
    case .events(_, _, let measures): !measures.contains { $0.name == name }
    case .wide, .tidy: false
    }
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
