import Glibc

@testable import Metrics
@testable import MetricsStore

/// A workspace with every kind of source and a folder for its cache, both removed with the test.
final class CachedWorkspace: Sendable {
  let folder = TemporaryFolder()
  let home = TemporaryFolder()
  /// Stands nowhere but in cells of people.
  static let email = "hanako.yamada@example.co.jp"

  init() {
    folder.write(CachedWorkspace.definitions, to: "kpi.yaml")
    save(
      "Date,Channel,Sessions,Cost\n2026-10-05,Paid,10,0.1\n2026-10-06,Search,20,0.2\n",
      "web/a.csv")
    save("Date,Channel,Sessions,Cost\n2026-11-05,Paid,30,-4.5\n2026-11-06,,x,7\n", "web/b.csv")
    save(
      """
      ID,Channel,Email,Created,Won
      1,Paid,\(CachedWorkspace.email),2026-10-01,2026-10-09
      \(CachedWorkspace.email),Search,b@example.com,2026-11-01,2026-11-20
      1,Paid,\(CachedWorkspace.email),2026-10-02,\(CachedWorkspace.email)
      """, "people.csv")
    save("day,name,amount\n2026-10-01,mrr,1e3\n2026-11-01,mrr,1200.25\n", "finance.csv")
    save("metric,grain,from,value,channel\nsessions,month,2026-10-01,40,Paid\n", "targets.csv")
  }

  /// Writes a file that looks as old as those that people have.
  func save(_ text: String, _ name: String) {
    folder.write(text, to: name)
    let time = timeval(tv_sec: 1_770_000_000, tv_usec: 0)
    utimes(folder.path + "/" + name, [time, time])
  }

  /// The folder of the cache.
  var cache: String { home.path + "/cache/kpitop" }

  /// The only file in it.
  var kept: String? {
    FolderListing(cache)?.all.first { $0.hasSuffix(CacheFolder.ending) }.map { cache + "/" + $0 }
  }

  /// The workspace, of which nothing is read yet.
  func unread(today: String = "2026-11-15") -> Workspace {
    let now = day(today)
    return Workspace(
      root: folder.path, today: { now }, load: Workspace.loading(folder.path, "kpi.yaml"))
  }

  /// Reads everything once through the cache, or without one.
  func read(
    today: String = "2026-11-15", isCached: Bool = true
  ) -> (workspace: Workspace, snapshot: Snapshot) {
    var workspace = unread(today: today)
    let snapshot = workspace.readOnce(options(isCached: isCached))
    return (workspace, snapshot)
  }

  func options(
    isCached: Bool = true, watching: MetricsStore.Options.Watching = .none
  ) -> MetricsStore.Options {
    MetricsStore.Options(
      watching: watching, today: { day("2026-11-15") }, delays: LiveStore.delays,
      cache: isCached ? cache : nil)
  }

  private static let definitions = """
    workspace: {name: Shop, timezone: UTC}
    sources:
      web:
        files: web/*.csv
        date: Date
        dimensions: {channel: Channel}
        measures: {sessions: Sessions, cost: Cost}
      people:
        files: people.csv
        record: ID
        dimensions: {channel: Channel}
        events: {lead: Created, won: Won}
        measures: {address: {sum: Email, at: lead}}
        cadence: week
      finance:
        files: finance.csv
        date: day
        metric: name
        value: amount
        cadence: month
    metrics:
      sessions: {from: web.sessions}
      cost: {from: web.cost}
      mean_cost: {from: web.cost, rollup: mean, weight: web.sessions}
      least: {from: web.cost, rollup: min}
      most: {from: web.cost, rollup: max}
      days: {from: web.sessions, rollup: count}
      leads: {from: people.lead}
      won: {from: people.won}
      addresses: {from: people.address, rollup: distinct}
      mrr: {from: finance.mrr, rollup: last}
      cpa: {formula: cost / leads}
    targets:
      from_file: {files: targets.csv}
    """
}

extension Workspace {
  /// The files whose rows were not read, since what they came to was kept.
  var unreadFiles: [String] {
    groups.flatMap { group in group.paths.filter { group.files[$0]?.isRolledUp == true } }
  }
}

extension Snapshot {
  /// Every value that can be seen: of each metric by month and week, in each channel and in all.
  var figures: [String] {
    let calendar = definitions.workspace.calendar
    let channels = values(of: "channel").map { Segment(["channel": [$0]]) } + [Segment()]
    var figures: [String] = []
    let asOf = asOf(.latest, today: day("2026-11-15"))
    for segment in channels {
      let evaluator = Evaluator(self, asOf: asOf, segment: segment)
      for metric in definitions.metrics.map(\.name) {
        for date in ["2026-10-01", "2026-10-08", "2026-11-01", "2026-11-05"].map({ day($0) }) {
          for grain in [Grain.week, .month] {
            let value = evaluator.value(metric, in: calendar.period(grain, containing: date))
            figures.append("\(metric) \(segment.values) \(date) \(grain): \(value)")
          }
        }
      }
    }
    return figures + targets.map { "\($0)" } + files.map { "\($0)" }
  }
}
