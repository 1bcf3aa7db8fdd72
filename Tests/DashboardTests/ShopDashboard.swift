import Dashboard
import Drawing
import Metrics

/// A small shop with ten weeks of even data, so that every figure on a screen can be worked out by
/// hand: each week 700 visits and 70 sign-ups; each day of the last week 5 sign-ups instead of 10
/// by mail; a tenth of the sign-ups buy, at ¥3,000 each.
enum Shop {
  static let today = Day(number: 20_769)

  static func day(_ text: String) -> Day {
    Day(iso: text) ?? Day(number: 0)
  }

  static let definitions: Definitions = {
    var definitions = Definitions()
    definitions.workspace.name = LocalizedText(english: "Shop", japanese: "お店")
    definitions.sources = [
      SourceDefinition(
        name: "web", files: FilePattern(["web.csv"], place: place), date: ColumnName(["day"]),
        layout: .wide(measures: []),
        dimensions: [
          Dimension(name: "channel", origin: .column(ColumnName(["channel"])))
        ], place: place)
    ]
    definitions.metrics = [
      measured("visits", "Visits", "訪問", phase: "awareness"),
      measured("leads", "Sign-ups", "登録", phase: "lead"),
      measured("sales", "Sales", "購入", phase: "relationship"),
      measured("revenue", "Revenue", "売上", phase: "relationship", unit: .currency),
      computed("lead_rate", "Sign-up rate", "登録率", .metric("leads"), .metric("visits"), .percent),
      computed("price", "Price", "単価", .metric("revenue"), .metric("sales"), .currency),
    ]
    definitions.tree = [
      TreeNode(
        metric: "revenue", level: .kgi, owner: "Hana",
        children: [
          TreeNode(
            metric: "sales", level: .ksf, owner: "Ken",
            children: [
              TreeNode(metric: "leads", level: .kpi, owner: "Mio"),
              TreeNode(metric: "visits", level: .kpi, edge: .influence(lagDays: 7)),
            ]),
          TreeNode(metric: "price", level: .ksf, owner: "Ken"),
        ])
    ]
    definitions.funnels = [
      FunnelDefinition(
        name: "shop", label: LocalizedText(english: "Shop funnel", japanese: "お店のファネル"),
        stages: ["visits", "leads", "sales"], value: "price")
    ]
    definitions.targets = [
      Target(metric: "lead_rate", grain: nil, from: day("2026-01-01"), value: 0.1),
      Target(metric: "revenue", grain: .week, from: day("2026-01-01"), value: 21_000),
    ]
    return definitions
  }()

  private static let place = SourcePlace(file: "kpi.yaml")

  private static func measured(
    _ name: String, _ english: SafeText, _ japanese: SafeText, phase: String,
    unit: MetricUnit = .count
  ) -> MetricDefinition {
    MetricDefinition(
      name: name, label: LocalizedText(english: english, japanese: japanese),
      origin: .measured(Quantity(source: "web", measure: name)), unit: unit, phase: phase)
  }

  private static func computed(
    _ name: String, _ english: SafeText, _ japanese: SafeText, _ part: Formula, _ whole: Formula,
    _ unit: MetricUnit
  ) -> MetricDefinition {
    MetricDefinition(
      name: name, label: LocalizedText(english: english, japanese: japanese),
      origin: .formula(.binary(.divided, part, whole)), unit: unit, phase: "lead")
  }

  /// The last day with data, a Sunday.
  static let asOf = day("2026-11-15")

  /// Ten weeks up to the as-of date; `mail` are the sign-ups by mail on each of the last seven days.
  static func snapshot(mail: Double = 5, generation: Int = 1, issues: [Issue] = []) -> Snapshot {
    let days = DayRange(asOf - 69, through: asOf)
    func cells(_ value: (Day) -> Double) -> [DailyCells.Cell] {
      days.days.map { DailyCells.Cell(day: $0.number, value: value($0), weight: 1) }
    }
    func leads(_ day: Day) -> Double { asOf - day < 7 ? mail : 10 }
    let measures: [(String, [[DailyCells.Cell]])] = [
      ("visits", [cells { _ in 60 }, cells { _ in 40 }]),
      ("leads", [cells(leads), cells { _ in 0 }]),
      ("sales", [cells { _ in 1 }, cells { _ in 0 }]),
      ("revenue", [cells { _ in 3000 }, cells { _ in 0 }]),
    ]
    let covered = CoveredDays(all: days)
    let rollup = SourceRollup(
      dimensions: ["channel"], values: [["mail", "search"]], segments: [[0], [1]],
      cells: Dictionary(
        uniqueKeysWithValues: measures.map {
          (Quantity(source: "web", measure: $0.0), DailyCells(segments: $0.1))
        }),
      coverage: Dictionary(uniqueKeysWithValues: measures.map { ($0.0, covered) }),
      lastDay: asOf)
    return Snapshot(
      definitions: definitions, sources: ["web": rollup], targets: definitions.targets,
      issues: issues, generation: generation)
  }

  /// A dashboard that has just read the shop, after some keys.
  static func dashboard(
    _ keys: String = "", language: Language = .english, lens: Lens = Lens()
  ) -> Dashboard {
    var dashboard = Dashboard(
      settings: Dashboard.Settings(
        language: language, themes: ["dark", "light"], today: { _ in asOf },
        start: Place(.funnel, lens: lens)))
    _ = dashboard.update(.snapshot(snapshot()), at: 0)
    _ = dashboard.type(keys)
    return dashboard
  }
}

extension Dashboard {
  /// Presses keys: letters as themselves, `⏎ ⎋ ⇥ ↑ ↓ ← → ⌫` as the keys they picture.
  @discardableResult
  mutating func type(_ keys: String, at now: Double = 1) -> [Request] {
    let named: [Character: Key] = [
      "⏎": .enter, "⎋": .escape, "⇥": .tab, "↑": .up, "↓": .down, "←": .left, "→": .right,
      "⌫": .backspace,
    ]
    return keys.flatMap { update(.key(named[$0] ?? .character($0)), at: now) }
  }

  /// The picture of the screen as lines.
  func picture(_ columns: Int, _ rows: Int) -> [String] {
    view(Size(columns: columns, rows: rows)).lines
  }

  /// The line above the view: what one is looking at.
  var subject: String { picture(120, 30)[0] }

  /// The way here, at the right of the second line.
  var breadcrumb: String {
    let line = picture(120, 30)[1]
    guard let start = line.range(of: "Monitor")?.upperBound else { return line }
    return String(line[start...].drop { $0 == " " })
  }
}

extension String {
  /// Where a text stands first; without Foundation.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    firstRange(of: text)
  }
}
