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
      return
    }
    replaced = Array(repeating: 0, count: files.count)
    issues = []
    if plan.log != nil {
      let logs = files.compactMap { file in
        if case .events(let content) = file.content { content } else { nil }
      }
      (figures, dates) = SourceMerge.rollup(plan, logs: logs)
    } else {
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
    _ plan: SourcePlan, daily files: [Held<DailyContent>]
  ) -> (SourceRollup, SourceDates) {
    let layout = DailyLayout(plan)
    let common = CommonSegments(
      plan.source.dimensions, files: files.map { $0.value.segments })
    let (merged, textCodes) = tables(plan, files, common)
    let figures = SourceRollup(plan, common, merged, textCodes: textCodes)
    return (figures, SourceDates(dates: layout.presence.map { merged.days[$0] }))
  }

  private static func rollup(
    _ plan: SourcePlan, logs files: [EventContent]
  ) -> (SourceRollup, SourceDates) {
    let common = CommonSegments(
      plan.source.dimensions, files: files.map { $0.daily.value.segments })
    let (merged, textCodes) = tables(plan, files.map(\.daily), common)
    let journeys =
      plan.keepsJourneys ? MergedJourneys(plan, files, segments: common.codes).journeys : nil
    let figures = SourceRollup(plan, common, merged, textCodes: textCodes, journeys: journeys)
    // On a day with any event of a log all others did not happen, rather than being unknown.
    let days = files.reduce(into: DayBits()) { $0.formUnion($1.days) }
    return (figures, SourceDates(dates: plan.measures.map { _ in days }))
  }

  /// The tables of all files, and by distinct measure and table the common codes of its texts.
  private static func tables(
    _ plan: SourcePlan, _ files: [Held<DailyContent>], _ common: CommonSegments
  ) -> (MergedTables, [[[Int32]]]) {
    var texts = plan.distinct.map { _ in TextCodes() }
    let textCodes = plan.distinct.indices.map { index in
      files.map { $0.value.texts[index].codes(in: &texts[index]) }
    }
    let parts = zip(files, common.codes).map { MergedTables.Part($0, segments: $1) }
    let merged = MergedTables(
      parts, DailyLayout(plan), segmentCount: common.segments.count)
    return (merged, textCodes)
  }

  private static func rollup(
    _ plan: SourcePlan, records files: [RecordContent], _ survivors: SurvivingRecords
  ) -> (SourceRollup, SourceDates) {
    let common = CommonSegments(plan.source.dimensions, files: files.map(\.segments))
    var texts = plan.distinct.map { _ in TextCodes() }
    let textCodes = plan.distinct.indices.map { index in
      files.map { $0.texts[index].codes(in: &texts[index]) }
    }
    var days = RecordDays(plan)
    var journeys = plan.keepsJourneys ? RecordJourneys(plan) : nil
    for file in files.indices {
      let records = files[file]
      let textCodes = textCodes.map { $0[file] }
      for row in survivors.rows[file] {
        let segment = common.codes[file][Int(records.segment[row])]
        days.add(row, of: records, segment: segment, textCodes: textCodes)
        journeys?.add(records.eventDays(of: row, count: plan.events.count), segment: segment)
      }
    }
    let dates = SourceDates(dates: [days.happened])
    let identity = plan.distinct.indices.map { [(0..<Int32(texts[$0].count)).map { $0 }] }
    let part = MergedTables.Part(
      Held(days.finished()), segments: common.segments.indices.map { Int32($0) })
    let merged = MergedTables([part], DailyLayout(plan), segmentCount: common.segments.count)
    let figures = SourceRollup(
      plan, common, merged, textCodes: identity, journeys: journeys?.journeys)
    return (figures, dates)
  }
}

extension SourceRollup {
  /// The roll-up of merged tables; `textCodes` by distinct measure and table. Of a log the persons of
  /// events are counted by its journeys.
  fileprivate init(
    _ plan: SourcePlan, _ common: CommonSegments, _ merged: MergedTables, textCodes: [[[Int32]]],
    journeys: Journeys? = nil
  ) {
    var cells: [Quantity: DailyCells] = [:]
    var sets: [Quantity: DailySets] = [:]
    for quantity in plan.quantities {
      if let aggregate = plan.aggregate(of: quantity) { cells[quantity] = merged.cells[aggregate] }
      if let position = plan.distinctPosition(of: quantity) {
        sets[quantity] = merged.sets(position, codes: textCodes[position])
      }
    }
    if let journeys, !plan.followed.isEmpty {
      let names = plan.followed.map { plan.measures[$0].name }
      let persons = PersonDays(journeys, of: names, segmentCount: common.segments.count)
      for (name, found) in zip(names, persons.sets) {
        sets[Quantity(source: plan.source.name, measure: name, rollup: .distinct)] = found
      }
    }
    self.init(
      dimensions: plan.source.dimensions.map(\.name), values: common.values,
      segments: common.segments, cells: cells, sets: sets, journeys: journeys,
      cadence: plan.source.rowGrain)
  }
}

extension SourceDefinition {
  /// How much time one row covers: of records and events a day, since each is counted by its own
  /// dates, however long their list may be silent.
  var rowGrain: Grain {
    switch layout {
    case .records, .events: .day
    case .wide, .tidy: cadence
    }
  }
}
