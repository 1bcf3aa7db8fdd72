import Glibc
import Metrics
import Testing

/// A workspace of eight weeks and two files in a folder of its own, removed with the test.
///
/// Every day brings 100 visits by search and 50 by social, and in the last week 120 by search.
final class SmallWorkspace {
  let path: String

  init() throws {
    var template = Array("/tmp/kpitop-session-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw PseudoTerminal.Failure("mkdtemp") }
    path = String(cString: made)
    mkdir(path + "/data", 0o755)
    write(SmallWorkspace.definitions, to: "kpi.yaml")
    write(SmallWorkspace.visits(inLastWeek: 120), to: "data/web.csv")
    write(SmallWorkspace.spend(aDay: 1000), to: "data/cost.csv")
    for name in ["kpi.yaml", "data/web.csv", "data/cost.csv"] { age(name) }
  }

  /// Makes a file look as old as those that people have, so that saving it again in the same second
  /// gives it another date.
  private func age(_ name: String) {
    let time = timeval(tv_sec: 1_770_000_000, tv_usec: 0)
    utimes(path + "/" + name, [time, time])
  }

  deinit {
    for name in ["data/web.csv", "data/cost.csv", "kpi.yaml"] { unlink(path + "/" + name) }
    rmdir(path + "/data")
    rmdir(path)
  }

  /// Opens the dashboard on it, and waits for the first whole screen.
  func open(
    columns: Int = 120, rows: Int = 36, environment: [String: String] = [:],
    shows text: String = "1,190", at place: SourceLocation = #_sourceLocation
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Products.path("kpitop"), ["open", path], columns: columns, rows: rows,
      environment: environment)
    terminal.expect(text, at: place)
    return terminal
  }

  /// Writes a file in place, as `>` does.
  func write(_ text: String, to name: String) {
    guard let file = fopen(path + "/" + name, "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  /// Writes a file beside and renames it over, as careful programs do.
  func replace(_ name: String, by text: String) {
    write(text, to: name + ".tmp")
    rename(path + "/\(name).tmp", path + "/" + name)
  }

  private static let days = 56

  private static func date(_ index: Int) -> String {
    Day(year: 2026, month: 3, day: 2).map { "\($0 + index)" } ?? ""
  }

  /// The table of visits, with so many a day by search in the last week.
  static func visits(inLastWeek search: Int) -> String {
    (0..<days).reduce(into: "Date,Channel,Sessions,Leads,Won\n") { text, index in
      let date = date(index)
      text += "\(date),Search,\(index < days - 7 ? 100 : search),20,4\n\(date),Social,50,5,1\n"
    }
  }

  /// The table of what is spent, the same each day.
  static func spend(aDay amount: Int) -> String {
    (0..<days).reduce(into: "Date,Channel,Cost\n") { $0 += "\(date($1)),Search,\(amount)\n" }
  }

  static let definitions = """
    workspace:
      name: {en: Blue Bakery, ja: 青いパン屋}
      timezone: Asia/Tokyo
      as_of: latest
    sources:
      web:
        files: data/web.csv
        date: Date
        dimensions: {channel: Channel}
        measures: {sessions: Sessions, leads: Leads, won: Won}
      ads:
        files: data/cost.csv
        date: Date
        dimensions: {channel: Channel}
        measures: {cost: Cost}
    metrics:
      visits: {from: web.sessions, label: {en: Visits, ja: 訪問}, owner: Aya}
      leads: {from: web.leads, label: {en: Leads, ja: リード}, owner: Ben}
      won: {from: web.won, label: {en: Won, ja: 受注}, owner: Chie}
      cost: {from: ads.cost, label: {en: Ad spend, ja: 広告費}, better: lower, owner: Aya}
    tree:
      won:
        level: KGI
        children:
          leads: {level: KSF, children: {visits: {level: KPI}}}
    funnels:
      sales:
        label: {en: Bread funnel, ja: パンのファネル}
        stages: [visits, leads, won]

    """
}
