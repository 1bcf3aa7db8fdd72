import Metrics

/// Where the columns that a plan needs stand in a table, how they are written, and where its totals and
/// its dates are.
struct RowLayout {
  /// The field of each of the plan's columns; -1 where the table lacks it.
  let fields: [Int]
  /// How the columns are written.
  private(set) var formats: RowFormats
  /// Where totals are to be looked for.
  private(set) var marks = TotalMarks()
  /// The names of the table's columns.
  private let names: [String]

  /// Looks at the table's header and at the rows in a sample; nil, with the reason said, where nothing
  /// tells when the rows are.
  init?(_ table: borrowing OpenedTable, _ plan: SourcePlan, path: String, _ log: inout FileIssues) {
    names = table.match.names
    let fields = table.match.fields.map { $0 ?? -1 }
    self.fields = fields
    formats = RowFormats(plan, fields: fields)
    // An event may be called total, and no tool sums up a log of them.
    if plan.log == nil { marks.labels = RowLayout.labels(plan, fields, names) }
    let asked = Set(plan.typedColumns.map { fields[$0] }.filter { $0 >= 0 })
    let survey = ColumnSurvey(
      table.export.sample, isWhole: table.export.isSampleWhole, table.dialect,
      TableSearch.Found(match: table.match, header: table.header, number: table.head.number),
      names: names, fields: asked, labels: marks.labels)
    marks.line = survey.totalLine
    setFormats(plan, survey)
    if plan.log == nil { setTotals(plan) }
    guard setDays(plan, table.head.preamble.map(\.text), path, table.head.firstLine, &log) else {
      return nil
    }
    report(survey, line: table.head.headerLines?.lowerBound, &log)
  }

  /// The fields of names, of the plan's dimensions and of up to two columns before them, that may say
  /// that a row is a total.
  private static func labels(_ plan: SourcePlan, _ fields: [Int], _ names: [String]) -> [Int] {
    let typed = Set(plan.typedColumns.map { fields[$0] })
    let named = plan.dimensions.compactMap { $0.map { fields[$0] } }.filter { $0 >= 0 }
    let front = names.indices.prefix(2).filter { !typed.contains($0) }
    let tidy = plan.tidy.map { fields[$0.metric] }
    return Array(Set(named + front)).sorted().filter { $0 != tidy }.prefix(4).map { $0 }
  }

  private mutating func setFormats(_ plan: SourcePlan, _ survey: ColumnSurvey) {
    let given = plan.source.format
    for (index, measure) in plan.measures.enumerated() {
      let column: Int
      switch measure.origin {
      case .column(let position): column = position
      case .named: column = plan.tidy?.value ?? 0
      case .event, .logged: continue
      }
      guard fields.indices.contains(column), fields[column] >= 0 else { continue }
      let found = survey.readings[fields[column]]?.numbers ?? NumberFormat()
      let scale = plan.source.measures.first { $0.name == measure.name }?.scale
      formats.numbers[index] = NumberFormat(
        decimal: given.decimal ?? found.decimal,
        percent: scale == .percent ? .unsigned : scale != nil ? .signed : found.percent,
        exponent: scale.map { $0 == .percent ? 0 : $0.exponent } ?? found.exponent)
    }
    for column in plan.columns.indices where fields[column] >= 0 {
      var format = survey.readings[fields[column]]?.dates ?? DateFormat()
      if let order = given.dateOrder { format = DateFormat(order: order, serials: format.serials) }
      formats.dates[column] = format
    }
  }

  private mutating func setTotals(_ plan: SourcePlan) {
    let preset = plan.source.preset.flatMap { Preset.named($0) }
    for case .empty(let column) in preset?.totals ?? [] {
      if let field = HeaderMatch([column], in: names).fields[0] { marks.filled.append(field) }
    }
    marks.figures = plan.measures.compactMap { measure in
      if case .column(let column) = measure.origin { fields[column] } else { nil }
    }
  }

  /// Finds where the day of a row stands; false, with the reason said, where nowhere.
  private mutating func setDays(
    _ plan: SourcePlan, _ preamble: [String], _ path: String, _ line: Int, _ log: inout FileIssues
  ) -> Bool {
    let source = plan.source
    func period(_ origin: PeriodOrigin) -> DayRange? {
      let found = FilePeriod(
        origin, preamble: preamble, path: log.file.string, order: source.format.dateOrder,
        calendar: plan.calendar)
      if let issue = found?.issue { log.add(issue) }
      return found?.range
    }
    if let date = plan.date, fields[date] >= 0 {
      let field = fields[date]
      guard case .counted(let unit) = DateOrigin(columnName: names[field]) else {
        formats.day = .column(field, formats.dates[date])
        return true
      }
      guard let range = period(.preamble) else { return false }
      let counted = CountedDates(unit: unit, period: range)
      if let issue = counted.issue(
        cadence: source.cadence, in: plan.calendar, file: log.file, line: line)
      {
        log.add(issue)
        return false
      }
      formats.day = .counted(field, counted)
      return true
    }
    guard let origin = source.period else {
      formats.day = nil
      return plan.identifier != nil
    }
    if case .columns = origin, let periods = plan.periodColumns {
      formats.day = .period(
        first: fields[periods.first], last: fields[periods.last], formats.dates[periods.first],
        source.cadence, plan.calendar)
      return true
    }
    guard let range = period(origin) else { return false }
    let fit = PeriodFit(range, cadence: source.cadence, calendar: plan.calendar)
    guard case .exact(let day) = fit else {
      if let issue = fit.issue(range, cadence: source.cadence, in: log.file) { log.add(issue) }
      return false
    }
    formats.day = .constant(day.number)
    return true
  }

  private func report(_ survey: ColumnSurvey, line: Int?, _ log: inout FileIssues) {
    for (field, reading) in survey.readings.enumerated() {
      // Cells that do not fit are told where they stand.
      for doubt in reading?.doubts ?? [] where doubt.code != "misfits" {
        log.add(
          .warning, doubt.code, line: line, "\(quoted(names[field])): \(doubt.words)",
          help: doubt.help)
      }
    }
  }

  /// The columns whose totals can be compared, with the sums of their rows.
  func compared(
    _ plan: SourcePlan, _ table: borrowing DailyTable
  ) -> [TotalComparison.Column] {
    plan.aggregates.enumerated().compactMap { index, aggregate in
      guard aggregate.kind == .sum,
        case .column(let column) = plan.measures[aggregate.measure].origin,
        let place = marks.figures.firstIndex(of: fields[column])
      else { return nil }
      let nature = plan.source.measures.first {
        $0.name == plan.measures[aggregate.measure].name
      }?.nature
      let name = names[fields[column]]
      return TotalComparison.Column(
        name: name, field: place, format: formats.numbers[aggregate.measure],
        sum: table.total(of: index),
        isAdditive: (nature?.isAdditive ?? true) && ColumnRole(header: name).isAdditive)
    }
  }

  /// Says what stands below the rows.
  func reportFooters(_ left: LeftOut, to log: inout FileIssues) {
    guard let count = left.counts[.footer], count > 0 else { return }
    let line = left.lines.first { $0.reason == .footer }?.lines.lowerBound
    log.add(
      .note, "footer", line: line,
      "\(count) \(count == 1 ? "line" : "lines") below the rows left out")
  }
}
