import Metrics

/// What is added up of a row by its event: the events of a plan in turn, then those that nobody asks
/// for.
struct EventLayout: ~Copyable, Sendable {
  /// A measure that a row adds to the sum or count of a panel.
  struct Quick: BitwiseCopyable, Sendable {
    /// Where the number stands; -1 where there is none, but the row is counted.
    let field: Int32
    let panel: Int32
    /// The figure's position among those of its panel.
    let position: Int32
    /// Where the sum's unit stands in a table's `places`; -1 where only rows are counted.
    let unit: Int32
  }

  /// For each event its measures.
  let measures: [[Int]]
  /// The field of each measure; -1 where it is an event.
  let fields: [Int]
  /// Whether all measures of an event are quick, and whether its steps are kept.
  let isQuick: RowBuffer<Bool>
  let keepsSteps: RowBuffer<Bool>
  /// The quick measures of all events, one event after the other.
  let quick: RowBuffer<Quick>
  /// Room for a number of each of them.
  let numbers: RowBuffer<Amount>
  /// Where each event's begin; one more at the end.
  private let quickStarts: RowBuffer<Int>

  /// The layout of a plan whose columns stand in fields by their positions.
  init(_ plan: SourcePlan, _ daily: DailyLayout, fields: [Int], formats: RowFormats) {
    let measureFields = plan.measures.map { measure in
      if case .column(let column) = measure.origin { fields[column] } else { -1 }
    }
    let count = plan.loggedEvents.count + 1
    let measures = (0..<count).map { event in
      plan.measures.indices.filter { plan.measures[$0].event ?? event == event }
    }
    let quick = measures.map { own in
      own.compactMap { measure in
        EventLayout.quick(
          measure, of: plan, daily, field: measureFields[measure], formats.numbers[measure])
      }
    }
    self.measures = measures
    self.fields = measureFields
    let none = Quick(field: -1, panel: 0, position: 0, unit: -1)
    let total = quick.reduce(0) { $0 + $1.count }
    self.quick = RowBuffer(repeating: none, count: total)
    numbers = RowBuffer(repeating: Amount(digits: 1, places: 0), count: total)
    isQuick = RowBuffer(repeating: false, count: count)
    keepsSteps = RowBuffer(repeating: false, count: count)
    quickStarts = RowBuffer(repeating: 0, count: count + 1)
    var next = 0
    for event in 0..<count {
      // Rows of events that nobody asks for are counted, which is not quick.
      isQuick[event] = quick[event].count == measures[event].count && !measures[event].isEmpty
      keepsSteps[event] = plan.keepsJourneys && event < plan.loggedEvents.count
      for measure in quick[event] {
        self.quick[next] = measure
        next += 1
      }
      quickStarts[event + 1] = next
    }
  }

  /// The positions in `quick` of an event's measures.
  @inline(__always)
  func quickRange(of event: Int) -> Range<Int> { quickStarts[event]..<quickStarts[event + 1] }

  /// A measure of which nothing but the sum, or of an event nothing but the count, is kept; else nil.
  private static func quick(
    _ measure: Int, of plan: SourcePlan, _ daily: DailyLayout, field: Int, _ format: NumberFormat
  ) -> Quick? {
    let steps = daily.measureSteps[measure]
    let panel = Int32(daily.panel[measure])
    let isNumber = plan.measures[measure].isNumber && !plan.measures[measure].isText
    guard steps.count == 1, let step = steps.first.map({ daily.steps[$0] }) else { return nil }
    let position = Int32(step.position)
    switch step.kind {
    case .count where field < 0:
      return Quick(field: -1, panel: panel, position: position, unit: -1)
    case .sum where field >= 0 && isNumber && NumberReading(format).isPlain:
      return Quick(
        field: Int32(field), panel: panel, position: position, unit: Int32(step.unit))
    default: return nil
    }
  }
}
