import Metrics

/// Brings what the files of a source gave into one roll-up.
struct SourceMerge: Sendable {
  /// The figures, without the days on which there is data.
  let figures: SourceRollup
  /// The dates of the rows.
  let dates: SourceDates
  /// What only shows when all files are seen together.
  let issues: [Issue]
  /// For each file how many of its records a later one replaces.
  let replaced: [Int]

  /// What was merged before, of its parts.
  init(figures: SourceRollup, dates: SourceDates, issues: [Issue], replaced: [Int]) {
    self.figures = figures
    self.dates = dates
    self.issues = issues
    self.replaced = replaced
  }

  /// Files in the order of their paths.
  init(_ plan: SourcePlan, files: [(name: SafeText, content: FileReading.Content)]) {
    if plan.identifier != nil {
      let records = files.compactMap { file in
        if case .records(let content) = file.content { (file.name, content) } else { nil }
      }
      let survivors = SurvivingRecords(records)
      replaced = survivors.replaced
      issues = survivors.issues
      (figures, dates) = SourceMerge.rollup(plan, records: records.map(\.1), survivors)
    } else {
      replaced = Array(repeating: 0, count: files.count)
      issues = []
      let daily = files.compactMap { file in
        if case .daily(let content) = file.content { content } else { nil }
      }
      (figures, dates) = SourceMerge.rollup(plan, daily: daily)
    }
  }

  /// The roll-up as of today; days after it cover nothing.
  func rollup(of plan: SourcePlan, calendar: BusinessCalendar, today: Day) -> SourceRollup {
    let coverage = dates.coverage(of: plan, calendar: calendar, today: today)
    return figures.covering(coverage.days, lastDay: coverage.last)
  }

  private static func rollup(
    _ plan: SourcePlan, daily files: [DailyContent]
  ) -> (SourceRollup, SourceDates) {
    var common = CommonSegments(plan.source.dimensions)
    let tables = files.map { ($0.table, common.codes(of: $0.segments)) }
    var texts = plan.distinct.map { _ in TextCodes() }
    let textCodes = plan.distinct.indices.map { index in
      files.map { $0.texts[index].codes(in: &texts[index]) }
    }
    let dates = plan.measures.indices.map { index in
      files.reduce(into: DayBits()) { $0.formUnion($1.covered[index]) }
    }
    let figures = SourceRollup(
      plan, common, MergedTables(tables, segmentCount: common.codes.count), textCodes: textCodes)
    return (figures, SourceDates(dates: dates))
  }

  private static func rollup(
    _ plan: SourcePlan, records files: [RecordContent], _ survivors: SurvivingRecords
  ) -> (SourceRollup, SourceDates) {
    var common = CommonSegments(plan.source.dimensions)
    let segments = files.map { common.codes(of: $0.segments) }
    var texts = plan.distinct.map { _ in TextCodes() }
    let textCodes = plan.distinct.indices.map { index in
      files.map { $0.texts[index].codes(in: &texts[index]) }
    }
    var days = RecordDays(plan)
    for file in files.indices {
      let records = files[file]
      let textCodes = textCodes.map { $0[file] }
      for row in survivors.rows[file] {
        let segment = segments[file][Int(records.segment[row])]
        days.add(row, of: records, segment: segment, textCodes: textCodes)
      }
    }
    let identity = plan.distinct.indices.map { [(0..<Int32(texts[$0].count)).map { $0 }] }
    let merged = MergedTables(
      [(days.table, (0..<Int32(common.codes.count)).map { $0 })],
      segmentCount: common.codes.count)
    let figures = SourceRollup(plan, common, merged, textCodes: identity)
    return (figures, SourceDates(dates: [days.happened]))
  }
}

extension SourceRollup {
  /// The roll-up of merged tables; `textCodes` by distinct measure and table.
  fileprivate init(
    _ plan: SourcePlan, _ common: CommonSegments, _ merged: MergedTables, textCodes: [[[Int32]]]
  ) {
    let columns = plan.aggregates.indices.map { merged.cells($0, plan.aggregates[$0].kind) }
    var cells: [Quantity: DailyCells] = [:]
    var sets: [Quantity: DailySets] = [:]
    for quantity in plan.quantities {
      if let aggregate = plan.aggregate(of: quantity) { cells[quantity] = columns[aggregate] }
      if let position = plan.distinctPosition(of: quantity) {
        sets[quantity] = merged.sets(position, codes: textCodes[position])
      }
    }
    self.init(
      dimensions: plan.source.dimensions.map(\.name), values: common.values,
      segments: common.all, cells: cells, sets: sets, cadence: plan.source.rowGrain)
  }
}

extension SourceDefinition {
  /// How much time one row covers: of records a day, since each is counted by its own dates, however
  /// long their list may be silent.
  var rowGrain: Grain {
    if case .records = layout { .day } else { cadence }
  }
}
