import Metrics
import Testing

@testable import MetricsStore

@Suite struct DefinitionsMistakesTests {
  @Test(arguments: yamlMistakes) func aMistakeInYAMLIsNamedAtItsPlace(_ mistake: Mistake) {
    expectOnly(mistake)
  }

  @Test(arguments: workspaceMistakes) func aMistakeInTheWorkspaceIsNamedAtItsPlace(
    _ mistake: Mistake
  ) {
    expectOnly(mistake)
  }

  @Test(arguments: sourceMistakes) func aMistakeInASourceIsNamedAtItsPlace(_ mistake: Mistake) {
    expectOnly(mistake)
  }

  @Test(arguments: metricMistakes) func aMistakeInAMetricIsNamedAtItsPlace(_ mistake: Mistake) {
    expectOnly(mistake)
  }

  @Test(arguments: formulaMistakes) func aMistakeInAFormulaIsNamedAtItsPlace(_ mistake: Mistake) {
    expectOnly(mistake)
  }

  @Test(arguments: planMistakes) func aMistakeInTreeFunnelsTargetsOrViewsIsNamedAtItsPlace(
    _ mistake: Mistake
  ) {
    expectOnly(mistake)
  }

  private func expectOnly(_ mistake: Mistake) {
    let loaded = load(mistake.text)
    #expect(lines(loaded) == ["kpi.yaml:\(mistake.place) \(mistake.code)"])
    #expect(loaded.definitions == nil)
  }

  @Test func theGoodPartsOfTheTableHaveNoMistakes() {
    let loaded = load(Mistake("none", "workspace: {name: Good}").text)
    #expect(lines(loaded) == [])
    #expect(loaded.definitions?.metrics.count == 4)
  }

  @Test func aMistypedNameOffersTheNearestOne() {
    let loaded = load(Mistake("", "workspace: {curency: JPY}").text)
    #expect(loaded.issues.first?.message == "there is no key “curency” here")
    #expect(loaded.issues.first?.help == "did you mean “currency”?")
  }

  @Test func aCycleIsNamedAsAWhole() {
    let loaded = load(
      Mistake("", "metrics: {a: {formula: b + 1}, b: {formula: 2 * c}, c: {formula: -a}}").text)
    #expect(loaded.issues.first?.message == "a formula needs its own result: a → b → c → a")
  }

  @Test func everyDuplicateIsReportedAndTheRestIsChecked() {
    let loaded = load(
      """
      metrics:
        a: {from: web.visits, "label": one, label: two, unit: curency}
        a: {from: web.visits}
        a: {from: web.visits}
      sources: {web: {files: a.csv, date: d, measures: {visits: v, visits: w}}}
      """)
    #expect(
      lines(loaded) == [
        "kpi.yaml:2:39 duplicate-key", "kpi.yaml:2:57 bad-value", "kpi.yaml:3:3 duplicate-key",
        "kpi.yaml:4:3 duplicate-key", "kpi.yaml:5:62 duplicate-key",
      ])
  }
}

private let yamlMistakes = [
  Mistake("yaml-syntax", "workspace:\n  name: a\n ‸currency: JPY", alone: true),
  Mistake("yaml-syntax", "metrics:\n  a: {from: web.a\n  b‸: {from: web.b}}", alone: true),
  Mistake("yaml-syntax", "workspace: {name: ‸\"open", alone: true),
  Mistake("yaml-tab", "workspace:\n‸\tname: a", alone: true),
  Mistake("yaml-documents", "workspace: {name: a}\n‸---\nmetrics: {}", alone: true),
  Mistake("yaml-anchor", "workspace: {name: ‸&name Aozora}", alone: true),
  Mistake("yaml-merge-key", "workspace: {‸<<: {name: a}}"),
  Mistake("yaml-tag", "workspace: {name: ‸!secret a}", alone: true),
  Mistake("yaml-key", "workspace: {name: a, ‸[a, b]: c}"),
  Mistake("duplicate-key", "workspace: {name: 青, ‸name: b}"),
  Mistake("duplicate-key", "workspace:\n  name: a\n  currency: JPY\n  ‸name: b"),
  Mistake("wrong-kind", "‸- workspace\n- metrics", alone: true),
  Mistake("wrong-kind", "‸hello", alone: true),
]

private let workspaceMistakes = [
  Mistake("unknown-key", "‸metric: {}"),
  Mistake("unknown-key", "workspace: {name: a, ‸time_zone: UTC}"),
  Mistake("wrong-kind", "workspace: ‸Aozora"),
  Mistake("wrong-kind", "‸workspace:"),
  Mistake("unknown-key", "workspace: {name: {en: A, ‸jp: 青}}"),
  Mistake("bad-value", "workspace: {currency: ‸yen}"),
  Mistake("unknown-timezone", "workspace: {timezone: ‸Tokyo}"),
  Mistake("unknown-timezone", "workspace: {timezone: ‸../../etc/passwd}"),
  Mistake("bad-value", "workspace: {week_starts: ‸mon}"),
  Mistake("bad-value", "workspace: {fiscal_year_starts: ‸13}"),
  Mistake("bad-value", "workspace: {sprint: {weeks: ‸5, starts: 2026-04-06}}"),
  Mistake("missing-key", "workspace: {‸sprint: {weeks: 2}}"),
  Mistake("bad-value", "workspace: {as_of: ‸2026-02-30}"),
  Mistake("bad-name", "workspace: {phases: {‸lead acquisition: Leads}}"),
  Mistake("bad-value", "defaults: {better: ‸more}"),
  Mistake("outside-workspace", "include: [‸../other.yaml]"),
  Mistake("missing-file", "include: [‸more.yaml]"),
]

private let sourceMistakes = [
  Mistake("missing-key", "sources:\n  ‸web: {date: d, measures: {visits: v}}\nmetrics: {}"),
  Mistake(
    "outside-workspace",
    "metrics: {}\nsources: {web: {files: ‸/etc/passwd, date: d, measures: {a: b}}}"),
  Mistake(
    "outside-workspace",
    "metrics: {}\nsources: {web: {files: [a.csv, ‸../b.csv], date: d, measures: {a: b}}}"),
  Mistake("missing-key", "metrics: {}\nsources: {‸web: {files: a.csv, measures: {a: b}}}"),
  Mistake("missing-key", "metrics: {}\nsources: {‸web: {files: a.csv, date: d}}"),
  Mistake("wrong-kind", "metrics: {}\nsources: {web: {files: a.csv, date: d, measures: ‸{}}}"),
  Mistake("wrong-kind", "metrics: {}\nsources: {web: {files: ‸[], date: d, measures: {a: b}}}"),
  Mistake("wrong-kind", "metrics: {}\nsources: {web: {files: ‸{}, date: d, measures: {a: b}}}"),
  Mistake("wrong-kind", "metrics: {}\nsources: {web: {files: a, date: ‸'', measures: {a: b}}}"),
  Mistake("unsupported-key", "metrics: {}\nsources: {web: {‸command: [bin/x], date: d}}"),
  Mistake(
    "conflicting-keys",
    "metrics: {}\nsources: {s: {files: a, date: d, metric: m, value: v, ‸measures: {a: b}}}"),
  Mistake("missing-key", "metrics: {}\nsources: {‸s: {files: a.csv, date: d, metric: m}}"),
  Mistake(
    "conflicting-keys", "metrics: {}\nsources: {s: {files: a.csv, ‸events: {lead: Created}}}"),
  Mistake(
    "unknown-event",
    "metrics: {}\nsources:\n  s:\n    files: a.csv\n    record: ID\n    events: {won: Closed}\n"
      + "    measures: {amount: {sum: Amount, at: ‸wonn}}"),
  Mistake(
    "missing-key",
    "metrics: {}\nsources: {s: {files: a, record: ID, events: {won: C}, measures: {‸amount: A}}}"),
  Mistake(
    "defined-twice",
    "metrics: {}\nsources: {s: {files: a, date: d, record: ID, events: {won: C}, measures: {‸won: A}}}"
  ),
  Mistake(
    "bad-expression",
    "metrics: {}\nsources: {s: {files: a, date: d, measures: {a: b}, where: Cost > ‸> 0}}"),
  Mistake(
    "unknown-key",
    "metrics: {}\nsources: {s: {files: a, date: d, measures: {a: b}, ‸dimension: [c]}}"),
  Mistake(
    "bad-value", "metrics: {}\nsources: {s: {files: a, date: d, measures: {a: b}, cadence: ‸daily}}"
  ),
]

private let metricMistakes = [
  Mistake("unknown-source", "metrics: {sessions: {from: ‸wbe.visits}}"),
  Mistake("unknown-measure", "metrics: {sessions: {from: web.‸visit}}"),
  Mistake("unknown-measure", "metrics: {sessions: {from: \"web.‸visit\"}}"),
  Mistake("bad-value", "metrics: {sessions: {from: ‸visits}}"),
  Mistake("missing-key", "metrics: {‸sessions: {label: Sessions}}"),
  Mistake("conflicting-keys", "metrics: {a: {from: web.visits, ‸formula: 1 + 1}}"),
  Mistake("bad-name", "metrics:\n  ‸2nd_visits: {from: web.visits}"),
  Mistake("bad-name", "metrics:\n  ‸conversion-rate: {from: web.visits}"),
  Mistake("unknown-phase", "metrics: {a: {from: web.visits, phase: ‸awarenes}}"),
  Mistake("bad-value", "metrics: {a: {from: web.visits, rollup: ‸average}}"),
  Mistake("conflicting-keys", "metrics: {a: {formula: 1 + 1, ‸rollup: sum}}"),
  Mistake("conflicting-keys", "metrics: {a: {from: deals.lead, ‸rollup: sum}}"),
  Mistake("conflicting-keys", "metrics: {a: {from: web.visits, ‸weight: cost}}"),
  Mistake("unknown-measure", "metrics: {a: {from: web.visits, rollup: mean, weight: ‸costs}}"),
  Mistake("bad-value", "metrics: {a: {from: web.visits, rollup: mean, weight: ‸deals.won}}"),
  Mistake("bad-value", "metrics: {a: {from: web.visits, unit: ‸yen}}"),
  Mistake("bad-value", "metrics: {a: {from: web.visits, status: {on_track: 90%, at_risk: ‸95%}}}"),
  Mistake("bad-value", "metrics: {a: {from: web.visits, status: {on_track: ‸high}}}"),
]

private let formulaMistakes = [
  Mistake("unknown-metric", "metrics:\n  v: {from: web.visits}\n  a: {formula: v / ‸w}"),
  Mistake("unknown-metric", "metrics:\n  v: {from: web.visits}\n  a: {formula: \"v / ‸w\"}"),
  Mistake(
    "unknown-metric",
    "metrics:\n  v: {from: web.visits}\n  a: {formula: '青 / ‸w', unit: ratio}\n  青: {formula: v}"),
  Mistake(
    "unknown-metric",
    "metrics:\n  v: {from: web.visits}\n  a:\n    formula: v\n      + v\n      + ‸vv"),
  Mistake(
    "unknown-metric", "metrics:\n  v: {from: web.visits}\n  a:\n    formula: ‸|\n      v + w"),
  Mistake("unknown-metric", "metrics: {a: {formula: \"\\u0032 * ‸w\"}}"),
  Mistake("bad-expression", "metrics: {v: {from: web.visits}, a: {formula: v / ‸/ v}}"),
  Mistake("bad-expression", "metrics: {v: {from: web.visits}, a: {formula: (v‸}}"),
  Mistake("bad-expression", "metrics: {v: {from: web.visits}, a: {formula: \"‸avg(v, v)\"}}"),
  Mistake("formula-cycle", "metrics:\n  a: {formula: b + 1}\n  b: {formula: 2 * ‸a}"),
  Mistake("formula-cycle", "metrics:\n  a: {formula: ‸a + 1}"),
  Mistake(
    "unlike-units",
    "metrics:\n  v: {from: web.visits}\n  c: {from: web.cost, unit: currency}\n  a: {formula: ‸v + c}"
  ),
  Mistake(
    "unlike-units",
    "metrics:\n  v: {from: web.visits, unit: days}\n  c: {from: web.cost, unit: currency}\n"
      + "  a: {formula: ‸\"coalesce(v, c)\"}"),
  Mistake(
    "unit-mismatch",
    "metrics:\n  v: {from: web.visits}\n  c: {from: web.cost, unit: currency}\n"
      + "  a: {formula: ‸c / v, unit: percent}"),
  Mistake(
    "senseless-unit",
    "metrics:\n  v: {from: web.visits}\n  c: {from: web.cost, unit: currency}\n  a: {formula: ‸v / c}"
  ),
]

private let planMistakes = [
  Mistake("unknown-metric", "tree: {‸revenu: {}}"),
  Mistake("unknown-metric", "tree:\n  revenue:\n    children:\n      won: {}\n      ‸lead: {}"),
  Mistake("tree-cycle", "tree: {revenue: {children: {won: {children: {‸revenue: {}}}}}}"),
  Mistake("bad-value", "tree: {revenue: {level: ‸KGB}}"),
  Mistake("conflicting-keys", "tree: {revenue: {children: {won: {‸lag: 4 weeks}}}}"),
  Mistake("bad-value", "tree: {revenue: {children: {won: {edge: influence, lag: ‸4w}}}}"),
  Mistake("conflicting-keys", "tree: {revenue: {‸edge: influence}}"),
  Mistake("bad-value", "tree: {revenue: {strategic: ‸maybe}}"),
  Mistake("unsupported-key", "tree: {revenue: {‸what_if: 3}}"),
  Mistake("too-few-stages", "funnels: {f: {stages: ‸[sessions]}}"),
  Mistake("unknown-metric", "funnels: {f: {stages: [sessions, ‸lead]}}"),
  Mistake("repeated-stage", "funnels: {f: {stages: [sessions, leads, ‸sessions]}}"),
  Mistake("missing-key", "funnels: {‸f: {label: Funnel}}"),
  Mistake("conflicting-keys", "funnels: {f: {stages: [sessions, leads], ‸records: deals}}"),
  Mistake("unknown-metric", "targets: {‸lead: {month: {2026-04: 3}}}"),
  Mistake("unknown-key", "targets: {leads: {‸monthly: {2026-04: 3}}}"),
  Mistake("bad-value", "targets: {leads: {month: {‸2026-13: 3}}}"),
  Mistake("bad-value", "targets: {leads: {week: {‸2026-W99999999999999999: 3}}}"),
  Mistake("bad-value", "targets: {leads: {month: {2026-04: ‸12:30}}}"),
  Mistake("bad-value", "targets: {leads: {month: {2026-04: ‸no}}}"),
  Mistake("defined-twice", "targets: {leads: {month: {2026-04: 3, ‸2026-04-01: 4}}}"),
  Mistake(
    "unknown-key",
    "targets: {leads: {segments: [{‸chanel: Paid, channel: x, month: {2026-04: 3}}]}}"),
  Mistake("missing-key", "targets: {leads: {segments: [‸{month: {2026-04: 3}}]}}"),
  Mistake("missing-key", "targets: {‸from_file: {}}"),
  Mistake("unsupported-key", "views: {‸review: {}}"),
  Mistake("unknown-metric", "views: {monitor: {week: [leads, ‸sales]}}"),
  Mistake("unknown-key", "views: {monitor: {‸weekly: all}}"),
]
