/// How many persons passed the stages of a funnel one after another.
///
/// A person enters with the first stage's event and has reached a later stage where the events of
/// all stages up to it happened in their order, within the window from the entering one on; other
/// events between them do not matter. Of the possible chains of events any counts, which is what
/// ClickHouse's `windowFunnel` means. Events of one moment are taken in the order of the stages.
///
/// A person belongs to the segment of the event with which he or she entered first, so that segments
/// add up to the whole.
public struct OrderedFunnel: Hashable, Sendable {
  /// How many stages there can be.
  public static let stageLimit = 64

  /// How many persons reached each stage.
  public let reached: [Int]
  /// The same by value of the dimension that was asked for, in the order of the values; values that
  /// nobody entered by are left out.
  public let parts: [Part]

  /// The persons who entered in one part of the business.
  public struct Part: Hashable, Sendable {
    /// The value of the dimension.
    public let value: SafeText
    /// How many of them reached each stage.
    public let reached: [Int]
  }

  /// Follows every person of a source through the stages, given by the names of their events.
  ///
  /// `days` is the length of the window, nil for any time; `entered` are the days on which persons
  /// may enter, all where it is nil; what happens after `asOf` does not count. Nil where the source has
  /// no journeys, or lacks a dimension, or there are too many stages.
  ///
  /// - Complexity: linear in the events.
  public init?(
    _ source: SourceRollup, stages: [String], within days: Int? = nil, entered: DayRange? = nil,
    asOf: Day? = nil, part: Segment = Segment(), by dimension: String? = nil
  ) {
    guard let journeys = source.journeys, stages.count <= OrderedFunnel.stageLimit,
      let matching = source.matching(part)
    else { return nil }
    var groups = [Int32](repeating: -1, count: source.segments.count)
    if let dimension {
      guard let position = source.dimensions.firstIndex(of: dimension) else { return nil }
      for segment in matching { groups[segment] = source.segments[segment][position] }
    } else {
      for segment in matching { groups[segment] = 0 }
    }
    let values = dimension.flatMap { source.dimensions.firstIndex(of: $0) }
      .map { source.values[$0] }
    let course = FunnelCourse(
      journeys, stages: stages, window: days.map { Int64(min($0, 1 << 20)) * 86_400 } ?? .max,
      entered: entered, asOf: asOf, groups: groups, order: SegmentOrder(source))
    let tally = course.tally(groupCount: values?.count ?? 1)
    reached = stages.indices.map { stage in tally.reduce(0) { $0 + $1[stage] } }
    parts = (values ?? []).indices.compactMap { value in
      guard let values, tally[value].first ?? 0 > 0 else { return nil }
      return Part(value: values[value], reached: tally[value])
    }.sorted { $0.value < $1.value }
  }
}

/// The way of persons through the stages of a funnel.
private struct FunnelCourse {
  private let journeys: Journeys
  private let stageCount: Int
  /// For each kind of event a bit for every stage that it is.
  private let masks: [UInt64]
  /// The most seconds from entering to the last stage.
  private let window: Int64
  private let entered: Range<Int64>
  /// The first second that does not count.
  private let end: Int64
  /// The group of persons who enter in a segment, by segment; -1 where they do not count.
  private let groups: [Int32]
  private let order: SegmentOrder

  init(
    _ journeys: Journeys, stages: [String], window: Int64, entered: DayRange?, asOf: Day?,
    groups: [Int32], order: SegmentOrder
  ) {
    self.journeys = journeys
    self.window = window
    self.groups = groups
    self.order = order
    stageCount = stages.count
    end = asOf.map { (Int64($0.number) + 1) * 86_400 } ?? .max
    self.entered =
      entered.map { Int64($0.start.number) * 86_400..<Int64($0.end.number) * 86_400 }
      ?? Int64.min..<Int64.max
    var stageMasks = [UInt64](repeating: 0, count: journeys.events.count)
    for (stage, name) in stages.enumerated() {
      if let code = journeys.code(of: name) { stageMasks[Int(code)] |= 1 << UInt64(stage) }
    }
    masks = journeys.kinds.map { stageMasks[Int($0.event)] }
  }

  /// How many persons of each group reached each stage.
  func tally(groupCount: Int) -> [[Int]] {
    // By group and depth: how many persons went exactly so deep, from 1 on.
    let width = stageCount + 1
    var ends = [Int](repeating: 0, count: groupCount * width)
    // When the latest chain that has come to a stage began.
    var began = [Int64](repeating: 0, count: max(1, stageCount))
    journeys.steps.withUnsafeBufferPointer { steps in
      began.withUnsafeMutableBufferPointer { began in
        for person in 0..<journeys.personCount {
          let range = Int(journeys.starts[person])..<Int(journeys.starts[person + 1])
          let (depth, group) = follow(steps, range, &began)
          if depth > 0 { ends[Int(group) * width + depth] += 1 }
        }
      }
    }
    return (0..<groupCount).map { group in
      (1..<width).map { depth in
        ends[group * width + depth..<(group + 1) * width].reduce(0, +)
      }
    }
  }

  /// How many stages a person reached, and the group to which that counts.
  @inline(__always)
  private func follow(
    _ steps: UnsafeBufferPointer<JourneyStep>, _ range: Range<Int>,
    _ began: inout UnsafeMutableBufferPointer<Int64>
  ) -> (depth: Int, group: Int32) {
    var depth = 0
    var group: Int32 = -1
    var index = range.lowerBound
    while index < range.upperBound {
      let first = index
      let moment = steps[index].moment
      if moment >= end { break }
      var stages = masks[steps[index].kind]
      index += 1
      while index < range.upperBound, steps[index].moment == moment {
        stages |= masks[steps[index].kind]
        index += 1
      }
      while stages != 0 {
        let stage = stages.trailingZeroBitCount
        stages &= stages &- 1
        if stage == 0 {
          guard entered.contains(moment) else { continue }
          if depth == 0 {
            group = groups[entrance(steps, first..<index)]
            guard group >= 0 else { return (0, group) }
            depth = 1
          }
          began[0] = moment
        } else if stage <= depth, moment &- began[stage - 1] <= window {
          began[stage] = began[stage - 1]
          depth = max(depth, stage + 1)
        }
      }
      if depth == stageCount { break }
    }
    return (depth, group)
  }

  /// The segment of the entering event among steps of one moment: the first in order.
  @inline(__always)
  private func entrance(_ steps: UnsafeBufferPointer<JourneyStep>, _ range: Range<Int>) -> Int {
    var found = -1
    for index in range where masks[steps[index].kind] & 1 != 0 {
      let segment = Int(journeys.kinds[steps[index].kind].segment)
      if found < 0 || (segment != found && order.precedes(segment, found)) { found = segment }
    }
    return found
  }
}

/// The order of a source's segments by the texts of their values, which does not depend on how their
/// codes came about.
private struct SegmentOrder {
  private let values: [[SafeText]]
  private let segments: [[Int32]]

  init(_ source: SourceRollup) {
    values = source.values
    segments = source.segments
  }

  /// Whether one segment comes before another.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    for position in values.indices {
      let one = values[position][Int(segments[left][position])]
      let other = values[position][Int(segments[right][position])]
      if one != other { return one < other }
    }
    return false
  }
}
