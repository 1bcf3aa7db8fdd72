import Metrics
import Testing

@testable import MetricsStore

@Suite struct EventLogDefinitionTests {
  private let text = """
    sources:
      journey:
        files: data/events.csv
        date: ts
        person: [user_id, user]
        event: stage
        dimensions: {channel: channel}
        measures: {amount: {sum: amount, at: purchase}, size: size}
    metrics:
      visits: {from: journey.visit}
      visitors: {from: journey.visit, rollup: distinct}
      buyers: {from: journey.purchase, rollup: distinct}
      signups: {from: journey.sign up, rollup: count}
      revenue: {from: journey.amount}
      sizes: {from: journey.size, rollup: distinct}
      rate: {formula: buyers / visitors, unit: percent}
    funnels:
      signup: {stages: [visitors, signups, buyers], records: journey, within: 30 days}
      counts: {stages: [visits, buyers]}
    """

  @Test func rowsAreEventsOfPersons() throws {
    let loaded = load(text)
    #expect(lines(loaded) == [])
    let definitions = try #require(loaded.definitions)
    let source = try #require(definitions.source("journey"))
    #expect(
      source.layout
        == .events(
          person: ["user_id", "user"], event: ["stage"],
          measures: [
            MeasureColumn(name: "amount", column: ["amount"], event: "purchase"),
            MeasureColumn(name: "size", column: ["size"]),
          ]))
    func quantity(_ metric: String) -> Quantity? {
      if case .measured(let quantity)? = definitions.metric(metric)?.origin {
        quantity
      } else {
        nil
      }
    }
    #expect(quantity("visits") == Quantity(source: "journey", measure: "visit", rollup: .count))
    #expect(
      quantity("visitors") == Quantity(source: "journey", measure: "visit", rollup: .distinct))
    #expect(
      quantity("signups") == Quantity(source: "journey", measure: "sign up", rollup: .count))
    #expect(quantity("revenue") == Quantity(source: "journey", measure: "amount", rollup: .sum))
  }

  @Test func aFunnelFollowsThePersonsOfALog() throws {
    let definitions = try #require(load(text).definitions)
    let funnel = try #require(definitions.funnel("signup"))
    #expect(funnel.records == "journey")
    #expect(funnel.within == 30)
    #expect(
      definitions.followedStages(of: funnel).map(\.event) == ["visit", "sign up", "purchase"])
    let counts = try #require(definitions.funnel("counts"))
    #expect(counts.records == nil)
    #expect(definitions.followedStages(of: counts).isEmpty)
  }

  @Test func stagesOfOtherSourcesAreNotFollowed() throws {
    let loaded = load(
      """
      sources:
        web: {files: a.csv, date: d, measures: {sessions: s}}
        contacts: {files: b.csv, record: id, events: {lead: l, mql: m}, measures: {age: {sum: a, at: mql}}}
      metrics:
        sessions: {from: web.sessions}
        leads: {from: contacts.lead}
        mql: {from: contacts.mql}
        age: {from: contacts.age}
      funnels: {f: {stages: [sessions, leads, age, mql], records: contacts}}
      """)
    #expect(lines(loaded) == [])
    let definitions = try #require(loaded.definitions)
    let funnel = try #require(definitions.funnel("f"))
    #expect(definitions.followedStages(of: funnel).map(\.metric) == ["leads", "mql"])
    #expect(funnel.within == nil)
  }

  @Test(arguments: [
    Mistake("missing-key", "sources: {‸j: {files: a.csv, date: d, person: p}}\nmetrics: {}"),
    Mistake("missing-key", "sources: {‸j: {files: a.csv, date: d, event: e}}\nmetrics: {}"),
    Mistake("missing-key", "sources: {‸j: {files: a.csv, person: p, event: e}}\nmetrics: {}"),
    Mistake(
      "conflicting-keys",
      "sources: {j: {files: a.csv, date: d, person: p, event: e, ‸record: r}}\nmetrics: {}"),
    Mistake(
      "conflicting-keys",
      "sources: {j: {files: a.csv, date: d, person: p, event: e, ‸events: {a: b}}}\nmetrics: {}"),
    Mistake(
      "conflicting-keys",
      "sources: {j: {files: a.csv, date: d, person: p, event: e, ‸metric: m}}\nmetrics: {}"),
    Mistake(
      "conflicting-keys",
      "sources: {j: {files: a.csv, date: d, person: p, event: e, ‸period: preamble}}\nmetrics: {}"
    ),
    Mistake(
      "wrong-kind",
      "sources: {j: {files: a.csv, date: d, person: p, event: e, measures: {a: {sum: a, at: ‸[b]}}}}"
        + "\nmetrics: {}"),
    Mistake(
      "conflicting-keys",
      "sources: {j: {files: a.csv, date: d, person: p, event: e}}\n"
        + "metrics: {a: {from: j.visit, ‸rollup: sum}}"),
    Mistake(
      "bad-value",
      "sources: {j: {files: a.csv, date: d, person: p, event: e}}\n"
        + "metrics: {a: {from: j.visit}, b: {from: j.buy}}\n"
        + "funnels: {f: {stages: [a, b], records: j, within: ‸soon}}"),
    Mistake(
      "unknown-source",
      "sources: {j: {files: a.csv, date: d, person: p, event: e}}\n"
        + "metrics: {a: {from: j.visit}, b: {from: j.buy}}\n"
        + "funnels: {f: {stages: [a, b], records: ‸k}}"),
    Mistake(
      "conflicting-keys",
      "sources: {j: {files: a.csv, date: d, person: p, event: e}}\n"
        + "metrics: {a: {from: j.visit}, b: {from: j.buy}}\n"
        + "funnels: {f: {stages: [a, b], ‸within: 3 days}}"),
    Mistake(
      "conflicting-keys",
      "sources: {j: {files: a.csv, date: d, measures: {x: x, y: y}}}\n"
        + "metrics: {a: {from: j.x}, b: {from: j.y}}\n"
        + "funnels: {f: {stages: [a, b], ‸records: j}}"),
    Mistake(
      "conflicting-keys",
      "sources: {j: {files: a.csv, date: d, person: p, event: e, measures: {x: x}}}\n"
        + "metrics: {a: {from: j.x}, b: {from: j.y}}\n"
        + "funnels: {f: {stages: [a, b], ‸records: j}}"),
  ])
  func aMistakeIsNamedAtItsPlace(_ mistake: Mistake) {
    let loaded = load(mistake.text)
    #expect(lines(loaded) == ["kpi.yaml:\(mistake.place) \(mistake.code)"])
    #expect(loaded.definitions == nil)
  }
}
