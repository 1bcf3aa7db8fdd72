import Metrics

/// What a look at a workspace's files brought.
struct Look {
  /// How much changed.
  var change = Change.none
  /// When something is to be looked at again; nil where nothing is open.
  var due: Int?

  /// Adds another moment to look at.
  mutating func await(_ moment: Int?) {
    guard let moment else { return }
    due = min(due ?? moment, moment)
  }
}

extension Workspace {
  /// The folders in which something may change.
  func folders(_ searches: [FileSearch]) -> Set<String> {
    searches.reduce(into: definitionFolders) { $0.formUnion($1.folders) }
  }

  /// Looks for the files of every group, and has their folders watched.
  func searches(_ events: FolderEvents?) -> [FileSearch] {
    var searches = groups.map { search($0) }
    // A folder that is new may have been filled before it was watched.
    for _ in 0..<3 {
      guard events?.watch(folders(searches)) == true else { break }
      searches = groups.map { search($0) }
    }
    return searches
  }

  /// Whether some file may be changed through another name, of which no event tells.
  var hasOtherNames: Bool {
    hasLinks || groups.contains { $0.files.values.contains(where: \.hasOtherNames) }
  }

  /// Looks at all definitions and files, and reads those that changed and are complete.
  mutating func look(
    _ hints: Hints, at now: Int, _ delays: MetricsStore.Options.Delays, _ events: FolderEvents?
  ) -> Look {
    var look = Look()
    lookAtDefinitions(hints, at: now, delays, &look)
    let searches = searches(events)
    let before = searchIssues
    searchIssues = []
    hasLinks = false
    for index in groups.indices {
      let search = searches[index]
      note(search, of: groups[index])
      let found = Set(search.files)
      for path in search.files {
        let change = lookAt(path, of: index, hints, at: now, delays)
        look.change = max(look.change, change)
      }
      for path in groups[index].paths where !found.contains(path) {
        guard var file = groups[index].files[path] else { continue }
        let missing = file.miss(at: now, delays)
        groups[index].files[path] = missing.isOver ? nil : file
        if missing.isOver, file.accepted?.content != nil {
          groups[index].forgetMerge()
          look.change = .numbers
        }
        look.change = max(look.change, missing.change)
      }
      for file in groups[index].files.values { look.await(file.due(delays)) }
    }
    fillIn(delays)
    if before != searchIssues || isNewDay { look.change = max(look.change, .words) }
    return look
  }

  private mutating func lookAt(
    _ path: String, of group: Int, _ hints: Hints, at now: Int,
    _ delays: MetricsStore.Options.Delays
  ) -> Change {
    let full = root + "/" + path
    guard let signature = FileSignature(path: full) else { return .none }
    var file = groups[group].files[path] ?? WatchedFile()
    let verdict = file.see(
      signature, isComplete: hints.completed.contains(path), at: now, delays)
    groups[group].files[path] = file
    switch verdict {
    case .nothing: return .none
    case .changed(let change):
      if change == .numbers { groups[group].forgetMerge() }
      return change
    case .compare where file.wasRead(OpenFile.checksum(of: full)): return .none
    case .compare, .read: return read(path, of: group, at: now, delays)
    }
  }

  private mutating func lookAtDefinitions(
    _ hints: Hints, at now: Int, _ delays: MetricsStore.Options.Delays, _ look: inout Look
  ) {
    let present = definitionSignatures
    guard present != loadedSignatures else {
      settlingDefinitions = nil
      return
    }
    let isComplete = hints.completed.contains { Workspace.isDefinition($0) }
    if !isComplete {
      guard let settling = settlingDefinitions, settling.signatures == present else {
        settlingDefinitions = (present, now)
        return look.await(now + delays.settling)
      }
      guard now >= settling.since + delays.settling else {
        return look.await(settling.since + delays.settling)
      }
    }
    settlingDefinitions = nil
    readDefinitions()
    readAll(delays)
    look.change = .numbers
  }

  /// Reads everything again, definitions and files; `tell` is given what there is meanwhile.
  mutating func reload(
    _ delays: MetricsStore.Options.Delays, goOn: () -> Bool = { true },
    tell: ((Snapshot) -> Void)? = nil
  ) {
    readDefinitions()
    readAll(delays, again: true, goOn: goOn, tell: tell)
    fillIn(delays)
  }
}
