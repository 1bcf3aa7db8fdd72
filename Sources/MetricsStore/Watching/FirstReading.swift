import Metrics

extension Workspace {
  /// Reads everything, or takes what the cache has of it, and keeps there what is new.
  mutating func readOnce(_ options: MetricsStore.Options) -> Snapshot {
    readDefinitions()
    let keeper = options.cache.map { CacheKeeper(folder: $0) }
    let isWhole = keeper?.restore(&self) == true && unread.isEmpty
    if !isWhole { readAll(options.delays) }
    let whole = snapshot()
    keeper?.finish(self)
    return whole
  }

  /// How often it is told how far reading has come, in milliseconds.
  private static let telling = 200

  /// Reads every file that some group means and that has not been read, while `goOn` says so; with
  /// `again` those that were read, too.
  ///
  /// - Parameter tell: Is given what there is, some times a second, while it takes long.
  mutating func readAll(
    _ delays: MetricsStore.Options.Delays, again: Bool = false, goOn: () -> Bool = { true },
    tell: ((Snapshot) -> Void)? = nil
  ) {
    searchIssues = []
    let start = Clock.now
    let meter = ReadingMeter(start: start)
    let jobs = groups.indices.flatMap { self.jobs(of: $0, again: again, meter) }
    let bytes = jobs.reduce(0) { $0 + $1.signature.size }
    var left = jobs.reduce(into: [:]) { $0[$1.group, default: 0] += 1 }
    for group in left.keys where groups[group].merged != nil && standing[group] == nil {
      standing[group] = groups[group]
    }
    unread = Set(left.keys)
    var filesRead = 0
    var told = start
    let readings = SharedReadings(jobs)
    while let batch = readings.next(within: Workspace.telling) {
      for (job, reading) in batch {
        _ = take(
          reading, of: job.path, seen: job.signature, of: job.group, at: Clock.now, delays)
        filesRead += 1
        left[job.group, default: 1] -= 1
        if left[job.group] == 0 { finish(job.group) }
      }
      let now = Clock.now
      if !goOn() {
        readings.stop()
      } else if let tell, now >= told + Workspace.telling, filesRead < jobs.count {
        told = now
        tell(
          snapshot(
            progress: meter.progress(
              files: filesRead, of: jobs.count, bytesInAll: bytes, at: now)))
      }
    }
    for group in unread { finish(group) }
  }

  private mutating func finish(_ group: Int) {
    unread.remove(group)
    standing[group] = nil
  }

  /// The files of a group that are to be read.
  private mutating func jobs(
    of index: Int, again: Bool, _ meter: ReadingMeter
  ) -> [SharedReadings.Job] {
    let search = search(groups[index])
    note(search, of: groups[index])
    let (group, root) = (groups[index], root)
    return search.files.compactMap { path in
      guard again || group.files[path] == nil,
        let signature = FileSignature(path: root + "/" + path)
      else { return nil }
      return SharedReadings.Job(group: index, path: path, signature: signature) {
        group.read(path, in: root, meter: meter)
      }
    }
  }

  /// Reads the files of which no more was kept than a roll-up that no longer holds.
  mutating func fillIn(_ delays: MetricsStore.Options.Delays) {
    var isLacking = false
    for index in groups.indices where groups[index].forgetRolledUp() { isLacking = true }
    if isLacking { readAll(delays) }
  }
}
