import Metrics

/// The files that are read for one purpose: for a source, or for targets.
struct FileGroup {
  /// What the files are read for.
  enum Purpose {
    case source(SourcePlan)
    case targets(Definitions)
  }

  /// What the files are read for.
  let purpose: Purpose
  /// Which files they are.
  let pattern: FilePattern
  /// The files by their paths in the workspace.
  var files: [String: WatchedFile] = [:]
  /// What all files came to; nil where it is to be made anew.
  private(set) var merged: SourceMerge?
  /// The roll-up of that as of a day; nil where it is to be made anew.
  private(set) var rollup: SourceRollup?
  private var day: Day?

  /// The files of a source.
  init(_ plan: SourcePlan) {
    purpose = .source(plan)
    pattern = plan.source.files
  }

  /// Files of targets.
  init(targets pattern: FilePattern, for definitions: Definitions) {
    purpose = .targets(definitions)
    self.pattern = pattern
  }

  /// What file reports call it.
  var name: String {
    switch purpose {
    case .source(let plan): plan.source.name
    case .targets: "targets"
    }
  }

  /// Reads one of its files; `meter` is told how far it has come.
  func read(_ path: String, in root: String, meter: ReadingMeter? = nil) -> FileReading {
    let full = root + "/" + path
    return switch purpose {
    case .source(let plan): FileReading(path: full, name: SafeText(path), plan: plan, meter: meter)
    case .targets(let definitions):
      FileReading(path: full, name: SafeText(path), targetsFor: definitions)
    }
  }

  /// Whether a funnel follows the persons or records of its files.
  var followsPersons: Bool {
    if case .source(let plan) = purpose { plan.isFollowed } else { false }
  }

  /// Whether it reads its files as the other group does, so that their readings can be taken over.
  func readsLike(_ other: FileGroup) -> Bool {
    switch (purpose, other.purpose) {
    case (.source(let plan), .source(let theirs)): plan.readsLike(theirs)
    default: false
    }
  }

  /// Takes over what another group that reads the same has of its files.
  mutating func take(over other: FileGroup) {
    files = other.files
    merged = other.merged
  }

  /// The paths in order.
  var paths: [String] { files.keys.sorted() }

  /// Brings all files together, where that has not been done since one changed.
  mutating func merge(calendar: BusinessCalendar, today: Day) {
    guard case .source(let plan) = purpose else { return }
    if merged == nil {
      let contents = paths.compactMap { path -> (SafeText, FileReading.Content)? in
        files[path]?.accepted?.content.map { (SafeText(path), $0) }
      }
      merged = SourceMerge(plan, files: contents)
      rollup = nil
    }
    if rollup == nil || day != today {
      rollup = merged?.rollup(of: plan, calendar: calendar, today: today)
      day = today
    }
  }

  /// Has the roll-up made anew, since a file changed.
  mutating func forgetMerge() {
    merged = nil
    rollup = nil
  }

  /// Forgets the files whose rows are not at hand where they are needed, so that they are read;
  /// whether there were some.
  mutating func forgetRolledUp() -> Bool {
    guard merged == nil else { return false }
    let before = files.count
    files = files.filter { !$0.value.isRolledUp }
    return files.count < before
  }

  /// What can be kept of it; nil where a file could not be read as it is, or is not without errors.
  var kept: KeptGroup? {
    let files = paths.compactMap { path in self.files[path]?.kept(path) }
    guard files.count == self.files.count else { return nil }
    if case .source(let plan) = purpose {
      // What persons did is not kept anywhere.
      guard merged != nil, !plan.keepsJourneys else { return nil }
    }
    return KeptGroup(files: files, merge: merged)
  }

  /// Takes in what was kept of it.
  mutating func restore(_ kept: KeptGroup) {
    files = kept.files.reduce(into: [:]) { $0[$1.path] = WatchedFile($1) }
    merged = kept.merge
    rollup = nil
  }

  /// The targets in its files.
  var targets: [Target] {
    paths.flatMap { path -> [Target] in
      guard case .targets(let targets) = files[path]?.accepted?.content else { return [] }
      return targets
    }
  }

  /// A report on each file.
  var reports: [FileReport] {
    var replaced = merged?.replaced[...] ?? []
    return paths.compactMap { path in
      guard let file = files[path], let reading = file.accepted else { return nil }
      let lost = reading.content == nil ? 0 : replaced.popFirst() ?? 0
      var report = FileReport(
        source: name, path: SafeText(path), state: file.state, rows: reading.usedRows - lost,
        rejected: reading.rejected, excluded: reading.excluded, days: reading.days,
        headerLine: reading.headerLine, modified: reading.signature?.modifiedSeconds ?? 0)
      report.encoding = reading.encoding
      report.delimiter = reading.delimiter
      report.part = reading.part
      report.checksums = reading.checksums
      return report
    }
  }

  /// What is to be said about its files.
  var issues: [Issue] {
    var issues = paths.flatMap { files[$0]?.issues(name: SafeText($0)) ?? [] }
    if files.isEmpty {
      issues.append(
        Issue(
          .warning, code: "no-files", at: pattern.place,
          message: SafeText(
            "no file matches "
              + pattern.globs.map { quoted($0) }.joined(separator: " or "))))
    }
    if case .source(let plan) = purpose { issues += plan.issues }
    return issues + (merged?.issues ?? [])
  }
}

extension FileReading {
  /// The rows that are in the numbers.
  var usedRows: Int { content == nil ? 0 : rows }
}
