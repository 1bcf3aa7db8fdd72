import Metrics

/// Takes rows of which each is an event of a person.
struct EventRows: SharedRowSink, ~Copyable {
  /// What has been added up so far.
  private(set) var content: DailyContent

  private let plan: SourcePlan
  private let fields: [Int]
  private let formats: RowFormats
  private let date: Int
  private let person: Int
  private let event: Int
  private var filter: RowFilter?
  private var moments: MomentReading
  private let hash = PersonHash.ofThisRun
  private var names: TextCodes
  /// What short cells mean: of each dimension, then the number of the event.
  private let memo: CellMemo
  /// The memo's column of events.
  private let eventColumn: Int
  private var figures: RowFigures
  private let layout: EventLayout

  private var kinds: KindCodes
  private var days = DayBits()
  private var lastDay = Int32.min
  private var namelessRows = 0
  private let steps = LooseSteps()
  /// Steps that other sinks took, with this one's kind for each of theirs.
  private var joined: [(steps: LooseSteps, kinds: [Int32])] = []

  /// Fewer steps than this are taken over one by one.
  private static let fewSteps = 1 << 16

  /// Rows of a plan whose columns stand in the given fields, -1 where the file lacks one, and are
  /// written in these formats.
  init(_ plan: SourcePlan, fields: [Int], formats: RowFormats) {
    self.plan = plan
    self.fields = fields
    self.formats = formats
    let daily = DailyLayout(plan)
    content = DailyContent(plan, daily, fields: fields)
    layout = EventLayout(plan, daily, fields: fields, formats: formats)
    figures = RowFigures(plan, daily, formats)
    moments = MomentReading(plan.date.map { formats.dates[$0] } ?? DateFormat())
    date = plan.date.map { fields[$0] } ?? 0
    person = plan.log.map { fields[$0.person] } ?? 0
    event = plan.log.map { fields[$0.event] } ?? 0
    filter = plan.source.condition.map {
      RowFilter($0, fields: plan.conditionColumns.mapValues { fields[$0] })
    }
    names = TextCodes(plan.loggedEvents)
    kinds = KindCodes(eventCount: plan.loggedEvents.count)
    eventColumn = plan.dimensions.count
    memo = CellMemo(columns: eventColumn + 1)
  }

  func fresh() -> EventRows { EventRows(plan, fields: fields, formats: formats) }

  mutating func begin(chunk: Int) {}

  mutating func take<Row: RowCells & ~Copyable>(_ row: inout Row) -> RowOutcome {
    if Row.isPadded, filter == nil, takeQuickly(&row) { return .taken }
    return takeSlowly(&row)
  }

  /// Takes a row if its cells are as most are: a moment like 2026-11-05T09:30:00Z, texts that have been
  /// seen, and short numbers that are only added up; else does nothing.
  @inline(__always)
  private mutating func takeQuickly<Row: RowCells & ~Copyable>(_ row: inout Row) -> Bool {
    let event = memo.meaning(of: CellKey(row.raw(self.event)), in: eventColumn)
    guard event >= 0, layout.isQuick[Int(event)] else { return false }
    guard let moment = moments.seconds(of: row.raw(date)) else { return false }
    let day = moments.day
    guard let segment = content.segments.knownCode(&row, memo) else { return false }
    let measures = layout.quickRange(of: Int(event))
    for index in measures where layout.quick[index].field >= 0 {
      guard let number = NumberReading.short(row.raw(Int(layout.quick[index].field))) else {
        return false
      }
      layout.numbers[index] = number
    }
    let name = row.cell(person)
    guard !name.isEmpty, !MissingMark.isPossible(name) else { return false }
    if layout.keepsSteps[Int(event)] {
      steps.insert(
        JourneyStep(moment: moment, kind: kinds.code(event: Int(event), segment: segment)),
        of: hash.person(name, isPadded: true))
    }
    if day != lastDay { note(day) }
    for index in measures {
      let measure = layout.quick[index]
      let figures = content.table.figures(
        segment: segment, panel: Int(measure.panel), day: day)
      let figure = figures + Int(measure.position)
      if measure.unit >= 0 {
        content.table.add(layout.numbers[index], to: figure.value, Int(measure.unit))
      }
      figure.pointee.weight &+= 1
    }
    return true
  }

  private mutating func note(_ day: Int32) {
    days.insert(day)
    lastDay = day
  }

  @inline(never)
  private mutating func takeSlowly<Row: RowCells & ~Copyable>(_ row: inout Row) -> RowOutcome {
    if filter != nil, filter?.accepts(&row) == false { return .excluded }
    let moment: Int64
    switch moments.read(row.cell(date)) {
    case .moment(let seconds): moment = seconds
    case .missing: return .rejected(field: date, .noDate)
    case .ambiguous: return .rejected(field: date, .ambiguousDate)
    case .invalid: return .rejected(field: date, .notADate)
    }
    let event = namedEvent(&row)
    let measures = layout.measures[event]
    for measure in measures {
      let field = layout.fields[measure]
      guard figures.read(measure, from: field, &row, &content.oddities) else {
        return .rejected(field: field, .notANumber)
      }
    }
    if let measure = figures.overflow(of: measures) {
      return .rejected(field: layout.fields[measure], .notANumber)
    }
    // Rounded down, since moments before 1970 are negative.
    let day = Int32(truncatingIfNeeded: (moment &- (moment < 0 ? 86_399 : 0)) / 86_400)
    let segment = content.segments.code(&row, memo)
    if layout.keepsSteps[event] {
      let name = row.cell(person)
      if NumberCell.isMissing(name) {
        namelessRows += 1
      } else {
        let kind = kinds.code(event: event, segment: segment)
        steps.insert(
          JourneyStep(moment: moment, kind: kind), of: hash.person(name, isPadded: Row.isPadded))
      }
    }
    note(day)
    if measures.isEmpty {
      content.unusedRows += 1
    } else {
      figures.add(measures, to: &content, segment: segment, day: day, fields: layout.fields, &row)
    }
    return .taken
  }

  /// The position of the row's event in the plan; behind all of them where no metric asks for it.
  private mutating func namedEvent<Row: RowCells & ~Copyable>(_ row: inout Row) -> Int {
    let key = Row.isPadded ? CellKey(row.raw(event)) : CellKey()
    let known = memo.meaning(of: key, in: eventColumn)
    if known >= 0 { return Int(known) }
    let position = min(Int(names.code(row.cell(event))), plan.loggedEvents.count)
    memo.note(Int32(position), of: key, in: eventColumn)
    return position
  }

  mutating func join(_ other: borrowing EventRows) {
    let segments = content.join(other.content)
    days.formUnion(other.days)
    namelessRows += other.namelessRows
    var map: [Int32] = []
    for kind in 0..<other.kinds.pairs.count {
      let (event, segment) = other.kinds.pairs.pair(kind)
      map.append(kinds.code(event: Int(event), segment: segments[Int(segment)]))
    }
    for (theirs, codes) in other.joined + [(other.steps, other.kinds.pairs.identity)] {
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
    let all = joined + [(steps, kinds.pairs.identity)]
    let gathered = all.contains { $0.steps.isIncomplete } ? nil : PersonSteps(all)
    return EventContent(
      daily: Held(content), kinds: kinds.pairs, steps: gathered ?? PersonSteps(), days: days,
      namelessRows: namelessRows, lacksSteps: gathered == nil)
  }
}

extension KeyCodes {
  /// Every code.
  fileprivate var identity: [Int32] { (0..<Int32(count)).map { $0 } }
}
