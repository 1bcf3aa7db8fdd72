import Metrics

/// What the rows of one event log come to.
struct EventContent: Sendable {
  /// The figures by segment and day.
  let daily: Held<DailyContent>
  /// What happened in which segment, by code: the event's position in the plan, and the segment.
  let kinds: KeyCodes
  /// What each person did; nobody where the plan keeps no journeys.
  let steps: PersonSteps
  /// The days on which anything happened.
  let days: DayBits
  /// How many rows name no person.
  let namelessRows: Int
  /// Whether there was no room for the steps, so that they are none.
  let lacksSteps: Bool
}

/// Takes rows of which each is an event of a person.
struct EventRows: SharedRowSink, ~Copyable {
  /// What has been added up so far.
  private(set) var content: DailyContent

  private let plan: SourcePlan
  /// What cells of dimensions mean.
  private let memo: CellMemo
  private let fields: [Int]
  private let layout: DailyLayout
  private let formats: RowFormats
  private let date: Int
  private let person: Int
  private let event: Int
  private var filter: RowFilter?
  private var moments = MomentReading()
  private let hash = PersonHash.ofThisRun
  private var names = TextCodes()
  /// The position of each name in the plan's events; -1 where no metric asks for it.
  private var namedEvents: [Int] = []
  /// The measures of a row, by its event's position plus 1.
  private let rowMeasures: [[Int]]
  private let measureFields: [Int]
  private var figures: RowFigures

  private var kinds = KeyCodes()
  private var days = DayBits()
  private var namelessRows = 0
  private let steps = LooseSteps()
  /// Steps that other sinks took, with this one's kind for each of theirs.
  private var joined: [(steps: LooseSteps, kinds: [Int32])] = []

  /// Fewer steps than this are taken over one by one.
  private static let fewSteps = 1 << 16

  /// Rows of a plan whose columns stand in the given fields, -1 where the file lacks one, and are
  /// written in these formats.
  init(_ plan: SourcePlan, fields: [Int], formats: RowFormats) {
    self.formats = formats
    self.plan = plan
    self.fields = fields
    layout = DailyLayout(plan)
    memo = CellMemo(columns: plan.dimensions.count)
    content = DailyContent(plan, layout, fields: fields)
    date = plan.date.map { fields[$0] } ?? 0
    person = plan.log.map { fields[$0.person] } ?? 0
    event = plan.log.map { fields[$0.event] } ?? 0
    filter = plan.source.condition.map {
      RowFilter($0, fields: plan.conditionColumns.mapValues { fields[$0] })
    }
    measureFields = plan.measures.map { measure in
      if case .column(let column) = measure.origin { fields[column] } else { -1 }
    }
    rowMeasures = (-1..<plan.loggedEvents.count).map { event in
      plan.measures.indices.filter { plan.measures[$0].event ?? event == event }
    }
    figures = RowFigures(plan, layout, formats)
  }

  func fresh() -> EventRows { EventRows(plan, fields: fields, formats: formats) }

  mutating func begin(chunk: Int) {}

  mutating func take<Row: RowCells & ~Copyable>(_ row: inout Row) -> RowOutcome {
    if filter != nil, filter?.accepts(&row) == false { return .excluded }
    let moment: Int64
    switch moments.read(row.cell(date)) {
    case .moment(let seconds): moment = seconds
    case .missing: return .rejected(field: date, .noDate)
    case .invalid: return .rejected(field: date, .notADate)
    }
    let event = namedEvent(row.cell(self.event))
    let measures = rowMeasures[event + 1]
    for measure in measures {
      guard figures.read(measure, from: measureFields[measure], &row) else {
        return .rejected(field: measureFields[measure], .notANumber)
      }
    }
    if let measure = figures.overflow(of: measures) {
      return .rejected(field: measureFields[measure], .notANumber)
    }
    // Rounded down, since moments before 1970 are negative.
    let day = Int32(truncatingIfNeeded: (moment &- (moment < 0 ? 86_399 : 0)) / 86_400)
    let segment = content.segments.code(&row, memo)
    if event >= 0, plan.keepsJourneys {
      let cell = row.cell(person)
      if NumberCell.isMissing(cell) {
        namelessRows += 1
      } else {
        let kind = kinds.code(Int32(truncatingIfNeeded: event), segment)
        steps.insert(
          JourneyStep(moment: moment, kind: kind),
          of: hash.person(cell, isPadded: Row.isPadded))
      }
    }
    days.insert(day)
    if measures.isEmpty {
      content.unusedRows += 1
    } else {
      figures.add(measures, to: &content, segment: segment, day: day, fields: measureFields, &row)
    }
    return .taken
  }

  @inline(__always)
  private mutating func namedEvent(_ name: CellBytes) -> Int {
    let code = Int(names.code(name))
    if code == namedEvents.count {
      let text = names.text(code)
      namedEvents.append(plan.loggedEvents.firstIndex(of: text) ?? -1)
    }
    return namedEvents[code]
  }

  mutating func join(_ other: borrowing EventRows) {
    let segments = content.join(other.content)
    days.formUnion(other.days)
    namelessRows += other.namelessRows
    let map = (0..<other.kinds.count).map { kind in
      let (event, segment) = other.kinds.pair(kind)
      return kinds.code(event, segments[Int(segment)])
    }
    for (theirs, codes) in other.joined + [(other.steps, other.kinds.identity)] {
      let common = codes.map { map[Int($0)] }
      if theirs.count < EventRows.fewSteps {
        steps.take(theirs, kinds: common)
      } else {
        joined.append((theirs, common))
      }
    }
  }

  /// What the rows came to, with their steps gathered by person.
  consuming func finished() -> EventContent {
    let all = joined + [(steps, kinds.identity)]
    let gathered = all.contains { $0.steps.isIncomplete } ? nil : PersonSteps(all)
    return EventContent(
      daily: Held(content), kinds: kinds, steps: gathered ?? PersonSteps(), days: days,
      namelessRows: namelessRows, lacksSteps: gathered == nil)
  }
}

extension KeyCodes {
  /// Every code.
  fileprivate var identity: [Int32] { (0..<Int32(count)).map { $0 } }
}

extension EventContent {
  /// Says what was odd about the events.
  func report(to log: inout FileIssues) {
    if namelessRows > 0 {
      log.add(
        .note, "no-person",
        "\(namelessRows) \(namelessRows == 1 ? "row names" : "rows name") no person: counted as "
          + "events, not as persons")
    }
    if lacksSteps {
      log.add(
        .error, "too-many-events",
        "there is no room for what each person did: persons are neither counted nor followed",
        help: "split the log into files, or leave out events with where")
    }
  }
}
