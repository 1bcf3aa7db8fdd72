/// Everything known at one moment: definitions, observations, and what was wrong with the files.
///
/// It never changes; a newer one takes its place.
public struct Snapshot: Sendable {
  /// What the definitions said; nil where they have errors and never were right.
  public let definitions: Definitions
  /// The roll-up of each source, by name.
  public let sources: [String: SourceRollup]
  /// The targets of the definitions and of target files.
  public let targets: [Target]
  /// What was read, file by file.
  public let files: [FileReport]
  /// Everything that was wrong or odd.
  public let issues: [Issue]
  /// Counts up with every snapshot of a store.
  public let generation: Int
  /// How far a reading has come; nil once all files are in.
  ///
  /// Meanwhile a source that is not in `sources` is still to be read, and one that is there may
  /// stand for an earlier state of its files.
  public let progress: Progress?

  /// A snapshot made of its parts.
  public init(
    definitions: Definitions = Definitions(), sources: [String: SourceRollup] = [:],
    targets: [Target] = [], files: [FileReport] = [], issues: [Issue] = [], generation: Int = 0,
    progress: Progress? = nil
  ) {
    self.definitions = definitions
    self.sources = sources
    self.targets = targets
    self.files = files
    self.issues = issues
    self.generation = generation
    self.progress = progress
  }

  /// The last day, not in the future, for which any source has data; nil where none has.
  public var latestDay: Day? {
    sources.values.compactMap(\.lastDay).max()
  }

  /// The date that a choice means: for `latest` today where there is no data at all.
  public func asOf(_ choice: AsOf, today: Day) -> Day {
    switch choice {
    case .latest: latestDay ?? today
    case .today: today
    case .day(let day): day
    }
  }

  /// The different values of a dimension over all sources, in order.
  public func values(of dimension: String) -> [SafeText] {
    var values: Set<SafeText> = []
    for source in sources.values {
      guard let position = source.dimensions.firstIndex(of: dimension) else { continue }
      values.formUnion(source.values[position])
    }
    return values.sorted()
  }
}

/// What reading one file gave.
public struct FileReport: Hashable, Sendable {
  /// How it stands with the file.
  public enum State: String, Hashable, Sendable {
    /// Its present content is in the numbers.
    case current
    /// It cannot be used as it is; the numbers of an earlier reading still stand.
    case keptOlder
    /// It is gone; its numbers stand a moment longer.
    case gone
    /// It cannot be used, and never could.
    case unreadable
  }

  /// The source it belongs to.
  public let source: String
  /// Its path in the workspace.
  public let path: SafeText
  /// How it stands with it.
  public let state: State
  /// Rows in the numbers.
  public let rows: Int
  /// Rows left out because something was wrong with them.
  public let rejected: Int
  /// Rows left out by the source's condition.
  public let excluded: Int
  /// The days that its rows cover; nil where there are none.
  public let days: DayRange?
  /// The line of its header, from 1; nil where none was found.
  public let headerLine: Int?
  /// When it was last changed, in seconds since 1970.
  public let modified: Int
  /// How its bytes stand for characters and its cells are parted, and which of its sheets or lists was
  /// read; each nil where there is no such thing or it is not known.
  public var encoding: TextEncoding?
  public var delimiter: UInt8?
  public var part: SafeText?
  /// The totals that it states, beside the sums of its rows.
  public var checksums: [Checksum] = []

  /// A total that a file states for a column, beside the sum of the rows.
  public struct Checksum: Hashable, Sendable {
    /// The line of the total, from 1, and what it is called.
    public let line: Int
    public let label: SafeText
    /// The column's name in the file.
    public let column: SafeText
    /// What the file says, and what its rows add up to.
    public let total: Double
    public let sum: Double
    /// Whether both agree, as far as rounded numbers can.
    public let isMatch: Bool

    /// A total beside a sum.
    public init(
      line: Int, label: SafeText, column: SafeText, total: Double, sum: Double, isMatch: Bool
    ) {
      self.line = line
      self.label = label
      self.column = column
      self.total = total
      self.sum = sum
      self.isMatch = isMatch
    }
  }

  /// A report on one file.
  public init(
    source: String, path: SafeText, state: State, rows: Int, rejected: Int, excluded: Int = 0,
    days: DayRange?, headerLine: Int?, modified: Int
  ) {
    self.source = source
    self.path = path
    self.state = state
    self.rows = rows
    self.rejected = rejected
    self.excluded = excluded
    self.days = days
    self.headerLine = headerLine
    self.modified = modified
  }
}
