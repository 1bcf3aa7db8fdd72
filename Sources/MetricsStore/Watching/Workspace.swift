import Glibc
import Metrics

/// A workspace's definitions and files as they were last read.
struct Workspace {
  /// Reads the definitions.
  typealias Loading = @Sendable () -> Loaded

  /// What the definition files gave.
  struct Loaded: Sendable {
    /// The definitions; nil where they have errors.
    var definitions: Definitions?
    var issues: [Issue] = []
    /// The definition files, relative to the workspace.
    var files: [String] = []
    /// Tells one state of these files from another; nil where that cannot be told.
    var mark: UInt64?
  }

  /// The workspace's folder.
  let root: String
  /// The definitions that count: the last ones without errors.
  private(set) var definitions = Definitions()
  /// The last loading of definitions, right or wrong.
  private(set) var loaded = Loaded()
  /// The files, by purpose: those of each source, then those of targets.
  var groups: [FileGroup] = []
  /// The groups of which some file is still to be read.
  var unread: Set<Int> = []
  /// What stands for such groups meanwhile, where something does.
  var standing: [Int: FileGroup] = [:]
  /// Files that lie outside of the workspace by a symbolic link, and searches cut short.
  var searchIssues: [Issue] = []
  /// Whether some file is reached through a symbolic link.
  var hasLinks = false
  /// The definition files' signatures when they were loaded.
  private(set) var loadedSignatures: [String: FileSignature] = [:]
  /// Signatures that differ from those, and since when they have been so.
  var settlingDefinitions: (signatures: [String: FileSignature], since: Int)?
  /// The snapshots made so far.
  private(set) var generation = 0

  private let load: Loading
  private var clock = ZoneClock("UTC")
  /// The date for which everything was brought together.
  private var day: Day?
  private let today: (@Sendable () -> Day)?

  /// A workspace of which nothing has been read.
  init(root: String, today: (@Sendable () -> Day)?, load: @escaping Loading) {
    self.root = root.isEmpty ? "." : root
    self.today = today
    self.load = load
  }

  /// Reads the definitions; groups whose files would be read the same keep what they have.
  mutating func readDefinitions() {
    let before = definitionSignatures
    loaded = load()
    // A file that was not known before is looked at afterwards; changed between, it is read again.
    loadedSignatures = definitionSignatures.merging(before) { $1 }
    guard let definitions = loaded.definitions else { return }
    self.definitions = definitions
    clock = ZoneClock(definitions.workspace.timeZone)
    let old = groups
    standing = [:]
    groups = definitions.sources.map { FileGroup(SourcePlan($0, asking: definitions)) }
    groups += definitions.targetFiles.map { FileGroup(targets: $0, for: definitions) }
    unread = Set(groups.indices)
    for index in groups.indices {
      guard let same = old.first(where: { groups[index].readsLike($0) }) else { continue }
      groups[index].take(over: same)
      unread.remove(index)
    }
  }

  /// Looks for the files of a group.
  func search(_ group: FileGroup) -> FileSearch { FileSearch(group.pattern.globs, in: root) }

  /// Reads a file of a group and takes in what it gave.
  mutating func read(
    _ path: String, of group: Int, at now: Int, _ delays: MetricsStore.Options.Delays
  ) -> Change {
    guard let signature = FileSignature(path: root + "/" + path) else { return .none }
    let reading = groups[group].read(path, in: root)
    return take(reading, of: path, seen: signature, of: group, at: now, delays)
  }

  /// Takes in what reading a file of a group gave.
  mutating func take(
    _ reading: FileReading, of path: String, seen signature: FileSignature, of group: Int,
    at now: Int, _ delays: MetricsStore.Options.Delays
  ) -> Change {
    var file = groups[group].files[path] ?? WatchedFile()
    var reading = reading
    // A first reading that was disturbed is better than none.
    if !reading.isWhole, file.accepted == nil {
      reading = groups[group].read(path, in: root)
      reading.isWhole = true
    }
    let change = file.take(
      reading, seen: signature, at: now, wallTime: Clock.wallTime, delays)
    groups[group].files[path] = file
    if change == .numbers { groups[group].forgetMerge() }
    return change
  }

  /// The present signatures of the definition files, and of others beside them, since an `include`
  /// may begin to mean them.
  var definitionSignatures: [String: FileSignature] {
    var paths = Set(loaded.files)
    for folder in definitionFolders {
      let names = FolderListing(folder.isEmpty ? root : root + "/" + folder)?.all ?? []
      for name in names where Workspace.isDefinition(name) {
        paths.insert(folder.isEmpty ? name : folder + "/" + name)
      }
    }
    return paths.reduce(into: [:]) { $0[$1] = FileSignature(path: root + "/" + $1) }
  }

  /// The folders of the definition files, relative to the workspace.
  var definitionFolders: Set<String> {
    loaded.files.reduce(into: [""]) { folders, file in
      guard let slash = file.lastIndex(of: "/") else { return }
      folders.insert(String(file[..<slash]))
    }
  }

  /// Whether a path may be that of a definition file.
  static func isDefinition(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// Whether the date has changed since the last snapshot.
  var isNewDay: Bool { day != nil && day != currentDay }

  /// Today's date.
  var currentDay: Day {
    today?() ?? clock.today
  }

  /// Everything that is known, as a snapshot; while files are read, of a source as it was before
  /// they were, or nothing.
  mutating func snapshot(progress: Snapshot.Progress? = nil) -> Snapshot {
    generation += 1
    let today = currentDay
    day = today
    let calendar = definitions.workspace.calendar
    var shown: [FileGroup] = []
    for index in groups.indices {
      if !unread.contains(index) {
        groups[index].merge(calendar: calendar, today: today)
        shown.append(groups[index])
      } else if var older = standing[index] {
        older.merge(calendar: calendar, today: today)
        shown.append(older)
      }
    }
    let sources = shown.compactMap { group in group.rollup.map { (group.name, $0) } }
    return Snapshot(
      definitions: definitions, sources: sources.reduce(into: [:]) { $0[$1.0] = $1.1 },
      targets: definitions.targets + shown.flatMap(\.targets), files: shown.flatMap(\.reports),
      issues: loaded.issues + searchIssues + shown.flatMap(\.issues), generation: generation,
      progress: progress)
  }

  /// What there is while files are still to be read: the definitions, and what stands meanwhile.
  mutating func outline() -> Snapshot {
    let count = unread.reduce(0) { $0 + search(groups[$1]).files.count }
    return snapshot(progress: Snapshot.Progress(filesRead: 0, filesInAll: count, rows: 0))
  }
}
