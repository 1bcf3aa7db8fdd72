import Metrics

/// Brings what the files of a source gave into one roll-up.
struct SourceMerge {
  /// The roll-up.
  let rollup: SourceRollup
  /// What only shows when all files are seen together.
  private(set) var issues: [Issue] = []
  /// For each file how many of its records a later one replaces.
  private(set) var replaced: [Int]

  /// Files in the order of their paths; days after `today` cover nothing.
  init(
    _ plan: SourcePlan, files: [(name: SafeText, content: FileReading.Content)],
    calendar: BusinessCalendar, today: Day
  ) {
    replaced = Array(repeating: 0, count: files.count)
    if plan.identifier != nil {
      let records = files.compactMap { file in
        if case .records(let content) = file.content { (file.name, content) } else { nil }
      }
      let survivors = SurvivingRecords(records)
      replaced = survivors.replaced
      issues = survivors.issues
      rollup = SourceMerge.rollup(plan, records: records.map(\.1), survivors, calendar, today)
    } else {
      let daily = files.compactMap { file in
        if case .daily(let content) = file.content { content } else { nil }
      }
      rollup = SourceMerge.rollup(plan, daily: daily, calendar, today)
    }
  }

  private static func rollup(
    _ plan: SourcePlan, daily files: [Held<DailyContent>], _ calendar: BusinessCalendar,
    _ today: Day
  ) -> SourceRollup {
    let layout = DailyLayout(plan)
    let common = CommonSegments(
      plan.source.dimensions, files: files.map { $0.value.segments })
    var texts = plan.distinct.map { _ in TextCodes() }
    let textCodes = plan.distinct.indices.map { index in
      files.map { $0.value.texts[index].codes(in: &texts[index]) }
    }
    let merged = MergedTables(
      zip(files, common.codes).map { MergedTables.Part($0, segments: $1) }, layout,
      segmentCount: common.segments.count)
    var coverage: [String: CoveredDays] = [:]
    var lastDay: Day?
    for (index, measure) in plan.measures.enumerated() {
      let days = merged.days[layout.presence[index]]
      if let last = days.last(notAfter: today) { lastDay = max(last, lastDay ?? last) }
      coverage[measure.name] = CoveredDays(
        plan.source.cadence == .day ? days.days : days.periods(plan.source.cadence, of: calendar))
    }
    return SourceRollup(
      plan, common, merged, textCodes: textCodes, coverage: coverage, lastDay: lastDay)
  }

  private static func rollup(
    _ plan: SourcePlan, records files: [RecordContent], _ survivors: SurvivingRecords,
    _ calendar: BusinessCalendar, _ today: Day
  ) -> SourceRollup {
    let common = CommonSegments(plan.source.dimensions, files: files.map(\.segments))
    var texts = plan.distinct.map { _ in TextCodes() }
    let textCodes = plan.distinct.indices.map { index in
      files.map { $0.texts[index].codes(in: &texts[index]) }
    }
    var days = RecordDays(plan)
    for file in files.indices {
      let records = files[file]
      let textCodes = textCodes.map { $0[file] }
      for row in survivors.rows[file] {
        let segment = common.codes[file][Int(records.segment[row])]
        days.add(row, of: records, segment: segment, textCodes: textCodes)
      }
    }
    let cover = days.covered(notAfter: today)
    let covered = CoveredDays(
      all: cover.map { calendar.completing(plan.source.cadence, of: $0) } ?? .none)
    let identity = plan.distinct.indices.map { [(0..<Int32(texts[$0].count)).map { $0 }] }
    let part = MergedTables.Part(
      Held(days.finished()), segments: common.segments.indices.map { Int32($0) })
    return SourceRollup(
      plan, common,
      MergedTables([part], DailyLayout(plan), segmentCount: common.segments.count),
      textCodes: identity,
      coverage: plan.measures.reduce(into: [:]) { $0[$1.name] = covered }, lastDay: cover?.last)
  }
}

extension SourceRollup {
  /// The roll-up of merged tables; `textCodes` by distinct measure and table.
  fileprivate init(
    _ plan: SourcePlan, _ common: CommonSegments, _ merged: MergedTables, textCodes: [[[Int32]]],
    coverage: [String: CoveredDays], lastDay: Day?
  ) {
    var cells: [Quantity: DailyCells] = [:]
    var sets: [Quantity: DailySets] = [:]
    for quantity in plan.quantities {
      if let aggregate = plan.aggregate(of: quantity) { cells[quantity] = merged.cells[aggregate] }
      if let position = plan.distinctPosition(of: quantity) {
        sets[quantity] = merged.sets(position, codes: textCodes[position])
      }
    }
    self.init(
      dimensions: plan.source.dimensions.map(\.name), values: common.values,
      segments: common.segments, cells: cells, sets: sets, coverage: coverage,
      cadence: plan.source.rowGrain, lastDay: lastDay)
  }
}

extension SourceDefinition {
  /// How much time one row covers: of records a day, since each is counted by its own dates, however
  /// long their list may be silent.
  fileprivate var rowGrain: Grain {
    if case .records = layout { .day } else { cadence }
  }
}

extension DayRange {
  /// No day at all.
  fileprivate static var none: DayRange {
    DayRange(Day(number: 0), until: Day(number: 0))
  }
}

extension BusinessCalendar {
  /// The range and the rest of the period that its last day lies in: a new period is not covered
  /// before something has happened in it.
  fileprivate func completing(_ grain: Grain, of range: DayRange) -> DayRange {
    DayRange(range.start, until: period(grain, containing: range.last).range.end)
  }
}

extension DayBits {
  /// Every day of the periods that hold a day of this set.
  fileprivate func periods(_ grain: Grain, of calendar: BusinessCalendar) -> [Day] {
    var result: [Day] = []
    var last: Period?
    for day in days where last?.range.contains(day) != true {
      let period = calendar.period(grain, containing: day)
      result += period.range.days
      last = period
    }
    return result
  }
}
