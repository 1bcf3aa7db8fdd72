import Testing

@testable import Metrics
@testable import MetricsStore

/// A row of a log: an event of a person.
private struct LogRow {
  var person: String
  var moment: Int64
  var stage: String
  var channel: String
  var amount: Int

  static func some(_ count: Int, _ random: inout SeededNumbers) -> [LogRow] {
    (0..<count).map { _ in
      LogRow(
        person: "person \(Int.random(in: 0..<max(2, count / 5), using: &random))",
        moment: 1_790_000_000 + Int64.random(in: 0..<60 * 86_400, using: &random),
        stage: ["visit", "signup", "buy", "other"].randomElement(using: &random) ?? "",
        channel: ["a", "b", "long channel, with a comma", "é"].randomElement(using: &random) ?? "",
        amount: Int.random(in: 0...999, using: &random))
    }
  }

  /// A row as one of several tools would write it, or as most do.
  func line(isPlain: Bool, _ random: inout SeededNumbers) -> String {
    let date = Day(number: Int32(moment / 86_400)).description
    let second = moment % 86_400
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    if isPlain {
      return "\(date)T\(time)Z,\(person),\(stage),\(cell(channel)),\(amount),"
    }
    let moment =
      ["\(date)T\(time)Z", "\(date) \(time)", "\(date) \(time).250", "\(moment)000"]
      .randomElement(using: &random) ?? ""
    func cell(_ text: String) -> String {
      if text.contains(",") { return "\"\(text)\"" }
      if isPlain { return text }
      return [text, text, text, "\"\(text)\"", " \(text)"].randomElement(using: &random) ?? text
    }
    return [
      moment, cell(person), cell(stage), cell(channel), cell("\(amount)"), "",
    ]
    .joined(separator: ",")
  }
}

/// Random logs, written in several ways.
@Suite struct RandomEventTests {
  @Test(arguments: [(3, 1, false), (400, 3, false), (20_000, 2, false), (20_000, 2, true)])
  func everyFigureIsWhatLookingAtEveryRowGives(
    _ count: Int, _ fileCount: Int, _ isPlain: Bool
  ) throws {
    var random = SeededNumbers(seed: UInt64(count))
    let rows = LogRow.some(count, &random)
    var files: [String: String] = [:]
    for (index, row) in rows.enumerated() {
      let name = "\(index % fileCount).csv"
      files[name, default: "ts,user,stage,channel,amount,size\n"] +=
        row.line(isPlain: isPlain, &random) + "\n"
    }
    let loaded = try readLog(files, stages: ["visits", "buyers"])
    #expect(loaded.codes.allSatisfy { $0 == "unused-measures" })
    var wrong: [String] = []
    let calendar = loaded.snapshot.definitions.workspace.calendar
    func dayOf(_ row: LogRow) -> Day { Day(number: Int32(row.moment / 86_400)) }
    for channel in [nil, "a", "é", "long channel, with a comma"] {
      let own = rows.filter { channel == nil || $0.channel == channel }
      let segment = Segment(channel.map { ["channel": [SafeText($0)]] } ?? [:])
      let evaluator = Evaluator(loaded.snapshot, asOf: day("2026-12-31"), segment: segment)
      for grain in Grain.allCases {
        for period in Set(rows.prefix(300).map { calendar.period(grain, containing: dayOf($0)) }) {
          let inPeriod = own.filter { period.range.contains(dayOf($0)) }
          func of(_ stage: String) -> [LogRow] { inPeriod.filter { $0.stage == stage } }
          let expected: [String: Int] = [
            "visits": of("visit").count, "visitors": Set(of("visit").map(\.person)).count,
            "buyers": Set(of("buy").map(\.person)).count,
            "amount": of("buy").reduce(0) { $0 + $1.amount },
          ]
          for (metric, value) in expected
          where evaluator.value(metric, in: period).value != Double(value) {
            wrong.append("\(metric) \(period) \(channel ?? "all")")
          }
        }
      }
    }
    #expect(wrong.prefix(5) == [])
    let byPerson = Dictionary(grouping: rows, by: \.person)
    let bought = byPerson.values.filter { own in
      guard let first = own.filter({ $0.stage == "visit" }).map(\.moment).min() else {
        return false
      }
      return own.contains { $0.stage == "buy" && $0.moment >= first }
    }
    let visited = byPerson.values.filter { $0.contains { $0.stage == "visit" } }
    #expect(loaded.reached(["visit", "buy"]) == [visited.count, bought.count])
  }

  @Test func chunksAndThreadsChangeNothing() throws {
    var random = SeededNumbers(seed: 17)
    let rows = LogRow.some(1500, &random)
    var text = ""
    for (index, row) in rows.enumerated() {
      text += row.line(isPlain: index % 4 > 0, &random) + "\n"
    }
    let bytes = Array(text.utf8)
    let definitions = Definitions(
      sources: [try eventLog()], metrics: eventMetrics,
      funnels: [FunnelDefinition(name: "f", stages: ["visits", "buyers"], records: "j")])
    let plan = SourcePlan(definitions.sources[0], asking: definitions)
    let names = ["ts", "user", "stage", "channel", "amount", "size"]
    let fields = plan.columns.map { names.firstIndex(of: $0.aliases[0]) ?? -1 }
    let formats = RowFormats(plan, fields: fields)
    func figures(_ sink: consuming EventRows) -> [String] {
      let merge = SourceMerge(plan, files: [("a.csv", .events(sink.finished()))])
      let calendar = definitions.workspace.calendar
      let source = merge.rollup(of: plan, calendar: calendar, today: day("2026-12-31"))
      let snapshot = Snapshot(definitions: definitions, sources: ["j": source])
      var figures =
        OrderedFunnel(source, stages: ["visit", "buy"], within: 9, by: "channel")?.parts
        .map { "\($0.value) \($0.reached)" } ?? []
      for channel in snapshot.values(of: "channel") {
        let evaluator = Evaluator(
          snapshot, asOf: day("2026-12-31"), segment: Segment(["channel": [channel]]))
        for metric in eventMetrics.map(\.name) {
          for week in calendar.periods(
            .week,
            touching: evaluator.span(metric) ?? .init(.init(number: 0), until: .init(number: 0)))
          {
            let value = evaluator.value(metric, in: week).value
            figures.append("\(channel) \(metric) \(week.range.start) \(value ?? -1)")
          }
        }
      }
      return figures
    }
    let shape = RowWidth(least: 6, most: 6)
    var whole = EventRows(plan, fields: fields, formats: formats)
    var reader = RecordReader(
      dialect: .standard, tolerance: .init(width: shape.most), bytes: bytes)
    var reading = RowReading(shape: shape)
    _ = try reading.read(&reader, upTo: .max, into: &whole)
    let expected = figures(whole)
    #expect(expected.count > 100)
    for (chunkSize, threads) in [(64, 3), (1024, 1), (4096, 2), (1 << 17, 4)] {
      var sink = EventRows(plan, fields: fields, formats: formats)
      var reading = RowReading(shape: shape)
      let file = ScannedFile(
        source: { offset, block in
          let count = min(block.count, max(0, bytes.count - offset))
          block.copyBytes(from: bytes[offset..<offset + count])
          return count
        }, size: bytes.count, chunkSize: chunkSize, threads: threads)
      let start = RecordReader(bytes: bytes)
      #expect(try reading.readAll(file, behind: start, into: &sink) == .complete)
      #expect(reading.tally.rows == rows.count)
      #expect(figures(sink) == expected)
    }
  }
}
