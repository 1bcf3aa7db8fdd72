import Metrics

@testable import MetricsStore

/// The example of the definitions format, reduced to the keys that are read.
let fullExample = """
  workspace:
    name: {en: Aozora Cloud, ja: 青空クラウド}
    currency: JPY
    timezone: Asia/Tokyo
    week_starts: monday
    fiscal_year_starts: april
    sprint: {weeks: 2, starts: 2026-04-06}
    as_of: latest
    phases:
      awareness: {en: Awareness, ja: 認知}
      lead: {en: Lead acquisition, ja: リード獲得}
      relationship: {en: Relationship, ja: 関係性}

  sources:
    web:
      files: data/ga4/*.csv
      date: Date
      dimensions: {channel: Session default channel group}
      measures: {sessions: Sessions, new_users: New users}
      cadence: day
    ads:
      files: [data/google-ads/*.csv, data/meta/*.csv]
      date: [Day, 日]
      dimensions: {channel: {constant: Paid Search}, campaign: [Campaign, キャンペーン]}
      measures: {cost: [Cost, 費用], clicks: [Clicks, クリック数]}
      where: Cost > 0 and Status != "removed"
    contacts:
      files: data/crm/contacts.csv
      record: Record ID
      dimensions: {channel: Original Source, segment: Company size}
      events:
        lead: Create Date
        mql: Became a Marketing Qualified Lead Date
    deals:
      files: data/crm/deals.csv
      record: Deal ID
      dimensions: {channel: Lead Source}
      events:
        opportunity: Create Date
        won: {date: Close Date, where: Stage = "Closed Won"}
      measures: {won_amount: {sum: Amount, at: won}, age: {sum: Age, at: won}}
    survey: {files: data/survey.csv, date: date, metric: metric, value: value, dimensions: [region]}

  metrics:
    sessions: {label: {en: Sessions, ja: セッション数}, from: web.sessions, phase: awareness}
    leads: {label: {en: Leads, ja: リード獲得数}, from: contacts.lead, phase: lead}
    mql: {from: contacts.mql, label: MQL, phase: lead}
    won: {from: deals.won, label: {en: Won, ja: 受注}, phase: relationship}
    revenue: {from: deals.won_amount, unit: currency, status: {on_track: 1.05, at_risk: 95%}}
    cost: {from: ads.cost, unit: currency, better: lower, owner: ads team, cadence: day}
    nps: {from: survey.nps, rollup: mean, definition: Would they recommend us?}
    cvr: {formula: leads / sessions, unit: percent}
    cpa: {formula: cost / leads, unit: currency, better: lower}
    deal_value: {formula: revenue / won}
    age: {from: deals.age, rollup: mean, weight: deals.won, unit: days, better: lower}

  defaults: {owner: growth team, department: marketing, cadence: month, better: higher}

  tree:
    revenue:
      level: KGI
      owner: head of sales
      department: sales
      definition: {ja: 会計上の売上。, en: Booked revenue.}
      horizon: long
      kind: lagging
      children:
        won: {strategic: yes, children: {leads: {}}}
        deal_value: {level: KPI}
        sessions: {edge: influence, lag: 4 weeks}
  funnels:
    b2b:
      label: {en: Demand funnel, ja: 需要ファネル}
      stages: [sessions, leads, mql, won]
      value: deal_value
  targets:
    revenue: {year: {FY2026: 100_000_000}}
    leads:
      month: {2026-04: 450, 2026-10: 500}
      segments: [{channel: Paid Search, month: {2026-04: 80}}]
    cvr: {any: {2026-04: 2.4%}}
    from_file: {files: data/targets.csv}
  views:
    monitor: {week: [sessions, cvr], month: all}
  """

/// What files by name hold, read as a workspace; a file that is not named is missing.
func load(_ files: [String: String]) -> LoadedDefinitions {
  load(bytes: files.mapValues { Array($0.utf8) })
}

/// What one main file gives.
func load(_ text: String) -> LoadedDefinitions { load(["kpi.yaml": text]) }

/// What files of bytes give.
func load(bytes files: [String: [UInt8]]) -> LoadedDefinitions {
  LoadedDefinitions(
    read: { path in files[path].map { .success($0) } ?? .failure(.missing) },
    glob: { pattern in
      let folder = pattern.prefix { $0 != "*" }
      return files.keys.filter { $0.hasPrefix(folder) }.sorted()
    },
    hasTimeZone: { $0.hasPrefix("Asia/") })
}

/// Issues as scripts see them.
func lines(_ loaded: LoadedDefinitions) -> [String] {
  loaded.issues.map { "\($0.place) \($0.code)" }
}
