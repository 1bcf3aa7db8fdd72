import Metrics
import Testing

@testable import MetricsStore

private func loaded(_ source: String, metrics: String = "{}") -> LoadedDefinitions {
  load("sources: {web: {files: a.csv, \(source)}}\nmetrics: \(metrics)")
}

@Suite struct PresetsInDefinitions {
  @Test func aPresetSuppliesWhatTheSourceDoesNotSay() {
    let loaded = loaded(
      "preset: ga4", metrics: "{visits: {from: web.sessions}, rate: {from: web.engagement_rate}}")
    #expect(lines(loaded) == [])
    let source = loaded.definitions?.source("web")
    #expect(source?.preset == "ga4")
    #expect(source?.date?.aliases.contains("日付") == true)
    #expect(source?.period == .preamble)
    #expect(source?.dimensions.map(\.name) == ["channel"])
    #expect(source?.dimensions.map(\.isRequired) == [false])
    #expect(source?.cadence == .day)
    #expect(
      loaded.definitions?.metrics.map(\.origin) == [
        .measured(Quantity(source: "web", measure: "sessions")),
        .measured(
          Quantity(
            source: "web", measure: "engagement_rate", rollup: .mean, weight: "sessions")),
      ])
    #expect(source?.measures.first { $0.name == "engagement_rate" }?.scale == .fraction)
  }

  @Test func whatTheSourceSaysCountsAndTheRestStays() {
    let loaded = loaded(
      """
      preset: GA4, date: Tag, dimensions: {device: Device category}, cadence: week,
       measures: {sessions: Sitzungen, extra: Extra, key_event_rate: KER}
      """)
    #expect(lines(loaded) == [])
    let source = loaded.definitions?.source("web")
    #expect(source?.date == ["Tag"])
    #expect(source?.period == nil)
    #expect(source?.dimensions == [Dimension(name: "device", origin: .column(["Device category"]))])
    #expect(source?.cadence == .week)
    let measures = source?.measures ?? []
    #expect(measures.prefix(3).map(\.name) == ["sessions", "extra", "key_event_rate"])
    #expect(measures.first?.column == ["Sitzungen"])
    #expect(measures[2].scale == .fraction)
    #expect(measures.contains { $0.name == "engaged_sessions" })
    #expect(measures.count { $0.name == "sessions" } == 1)
  }

  @Test func aPresetOfRecordsHasAnIdentifierEventsAndPersonalColumns() {
    let loaded = loaded(
      "preset: hubspot-deals, record: Deal ID, personal: [Owner mail]",
      metrics: "{won: {from: web.won}, amount: {from: web.won_amount}}")
    #expect(lines(loaded) == [])
    guard let source = loaded.definitions?.source("web"),
      case .records(let id, let events, let measures) = source.layout
    else {
      Issue.record("no records")
      return
    }
    #expect(id == ["Deal ID"])
    #expect(events.map(\.name) == ["created", "closed", "won"])
    #expect(measures.map(\.event) == ["created", "won"])
    #expect(source.personal == [["Owner mail"]])
    #expect(source.column(named: "Deal Stage") == ["Deal Stage", "取引ステージ"])
    #expect(source.column(named: "Amount") == ["Amount"])
    #expect(source.period == nil)
  }

  @Test func aSourcesOwnEventGoesBeforeThePresets() {
    let loaded = loaded(
      """
      preset: hubspot-contacts, events: {lead: Create Date, demo: Demo Date},
       measures: {value: {sum: Value, at: mql}}
      """)
    #expect(lines(loaded) == [])
    guard case .records(_, let events, let measures)? = loaded.definitions?.source("web")?.layout
    else {
      Issue.record("no records")
      return
    }
    #expect(events.first { $0.name == "lead" }?.date == ["Create Date"])
    #expect(events.count { $0.name == "lead" } == 1)
    #expect(events.contains { $0.name == "demo" })
    #expect(measures == [MeasureColumn(name: "value", column: ["Value"], event: "mql")])
  }

  @Test(arguments: Preset.all.flatMap { [$0.name] + $0.otherNames })
  func everyPresetMakesASourceOfItself(_ name: String) {
    let loaded = loaded("preset: \(name)")
    #expect(lines(loaded) == [])
    let source = loaded.definitions?.source("web")
    #expect(source?.measureNames?.isEmpty == false)
    if case .records? = source?.layout { return }
    #expect(source?.date != nil || source?.period != nil)
  }

  @Test(arguments: [
    Mistake("bad-value", "metrics: {}\nsources: {web: {files: a.csv, preset: ‸ga5}}"),
    Mistake("unknown-measure", presetMetric("{a: {from: web.‸session}}")),
    Mistake(
      "conflicting-keys",
      "metrics: {}\nsources: {web: {files: a, preset: ga4, date: d, ‸metric: m, value: v}}"),
    Mistake(
      "conflicting-keys",
      "metrics: {}\nsources: {web: {files: a, preset: hubspot-deals, ‸period: preamble}}"),
    Mistake(
      "conflicting-keys",
      "metrics: {}\nsources: {web: {files: a, preset: hubspot-deals, measures: {‸won: {sum: A, at: closed}}}}"
    ),
    Mistake(
      "personal-dimension",
      "metrics: {}\nsources: {web: {files: a, preset: hubspot-contacts, dimensions: {p: ‸email}}}"),
  ])
  func aMistakeWithAPresetIsNamedAtItsPlace(_ mistake: Mistake) {
    #expect(lines(load(mistake.text)) == ["kpi.yaml:\(mistake.place) \(mistake.code)"])
  }

  @Test func aMistypedPresetOffersTheNearestOne() {
    let loaded = loaded("preset: search-consol")
    #expect(loaded.issues.map(\.help) == ["did you mean “search-console”?"])
  }

  @Test func commandsAreStillRefused() {
    let loaded = loaded("preset: ga4, command: [bin/x], every: 1h")
    #expect(loaded.issues.map(\.code) == ["unsupported-key", "unsupported-key"])
  }
}

@Suite struct SumsThatMeanNothing {
  @Test(arguments: [
    ("ga4", "{from: web.users}"), ("ga4", "{from: web.users, rollup: sum}"),
    ("meta-ads", "{from: web.reach}"), ("search-console", "{from: web.position, rollup: sum}"),
    ("ga4-bigquery", "{from: web.events, rollup: count}"),
    ("ga4", "{from: web.users, rollup: max}"), ("search-console", "{from: web.position}"),
    ("ga4", "{from: web.sessions}"),
  ])
  func areWarnedOfAndNothingElse(_ preset: String, _ metric: String) {
    let loaded = loaded("preset: \(preset)", metrics: "{a: \(metric)}")
    let isSum =
      metric.hasSuffix("sum}") || metric.hasSuffix("users}") || metric.hasSuffix("reach}")
    #expect(loaded.issues.map(\.code) == (isSum ? ["not-additive"] : []))
    #expect(loaded.issues.allSatisfy { $0.severity == .warning })
    #expect(loaded.definitions != nil)
  }

  @Test func identifiersAreCountedApartAndMarksByRow() {
    let loaded = loaded(
      "preset: ga4-bigquery", metrics: "{u: {from: web.users}, e: {from: web.events}}")
    #expect(lines(loaded) == [])
    #expect(
      loaded.definitions?.metrics.map(\.origin) == [
        .measured(Quantity(source: "web", measure: "users", rollup: .distinct)),
        .measured(Quantity(source: "web", measure: "events", rollup: .count)),
      ])
  }
}

@Suite struct PersonalKeys {
  private static let source = "date: d, measures: {people: Email, cost: Cost}, personal: [E mail]"

  @Test func peopleCanBeCounted() {
    let loaded = loaded(Self.source, metrics: "{a: {from: web.people}, b: {from: web.cost}}")
    #expect(lines(loaded) == [])
    #expect(
      loaded.definitions?.metrics.first?.origin
        == .measured(Quantity(source: "web", measure: "people", rollup: .distinct)))
    #expect(loaded.definitions?.source("web")?.isPersonal(["メール", "EMAIL"]) == true)
    #expect(loaded.definitions?.source("web")?.isPersonal(["Cost"]) == false)
  }

  @Test(arguments: [
    Mistake("personal-measure", personalMetric("{a: {from: web.people, rollup: ‸max}}")),
    Mistake("personal-measure", personalMetric("{a: {from: web.people, rollup: ‸sum}}")),
    Mistake(
      "personal-dimension",
      "metrics: {}\nsources: {s: {files: a, date: d, measures: {a: b}, personal: [Email], dimensions: [c, ‸Email]}}"
    ),
    Mistake(
      "looks-personal",
      "metrics: {}\nsources: {s: {files: a, record: ‸Email, events: {lead: Created}}}"),
    Mistake(
      "looks-personal",
      "metrics: {}\nsources: {s: {files: a, date: d, measures: {a: b}, dimensions: {who: ‸氏名}}}"),
    Mistake(
      "wrong-kind",
      "metrics: {}\nsources: {s: {files: a, personal: ‸[], date: d, measures: {a: b}}}"),
  ])
  func whatWouldShowPersonsIsNamedAtItsPlace(_ mistake: Mistake) {
    #expect(lines(load(mistake.text)) == ["kpi.yaml:\(mistake.place) \(mistake.code)"])
  }

  @Test func anIdentifierThatIsDeclaredPersonalIsNoWarning() {
    #expect(lines(loaded("record: Email, personal: Email, events: {lead: Created}")) == [])
  }
}

@Suite struct PeriodKeys {
  @Test(arguments: [
    ("preamble", PeriodOrigin.preamble), ("file_name", .fileName),
    ("{from: Start, to: [End, 終了日]}", .columns(first: ["Start"], last: ["End", "終了日"])),
  ])
  func aSourceWithoutDatesSaysWhereItsPeriodStands(_ pair: (String, PeriodOrigin)) {
    let loaded = loaded("period: \(pair.0), measures: {a: A}")
    #expect(lines(loaded) == [])
    let source = loaded.definitions?.source("web")
    #expect(source?.period == pair.1)
    #expect(source?.date == nil)
    #expect(source?.cadence == .month)
  }

  @Test func besideADateAPeriodIsForFilesWithoutOne() {
    let source = loaded("date: Day, period: preamble, measures: {a: A}").definitions?.source("web")
    #expect(source?.date == ["Day"])
    #expect(source?.period == .preamble)
    #expect(source?.cadence == .day)
  }

  @Test func aTidySourceMayHaveAPeriod() {
    let loaded = loaded("period: file_name, metric: m, value: v")
    #expect(lines(loaded) == [])
  }

  @Test(arguments: [
    Mistake(
      "bad-value", "metrics: {}\nsources: {s: {files: a, period: ‸header, measures: {a: b}}}"),
    Mistake(
      "missing-key", "metrics: {}\nsources: {s: {files: a, ‸period: {from: A}, measures: {a: b}}}"),
    Mistake(
      "conflicting-keys",
      "metrics: {}\nsources: {s: {files: a, record: ID, events: {e: d}, ‸period: file_name}}"),
  ])
  func aMistakeIsNamedAtItsPlace(_ mistake: Mistake) {
    #expect(lines(load(mistake.text)) == ["kpi.yaml:\(mistake.place) \(mistake.code)"])
  }
}

private func presetMetric(_ metrics: String) -> String {
  "sources: {web: {files: a.csv, preset: ga4}}\nmetrics: \(metrics)"
}

private func personalMetric(_ metrics: String) -> String {
  "sources: {web: {files: a, date: d, measures: {people: Email}, personal: [Email]}}\nmetrics: "
    + metrics
}
