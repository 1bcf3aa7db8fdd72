/// What the rows of a source add up to, by day and segment.
public struct SourceRollup: Sendable {
  /// Its dimensions, in the order of the codes.
  public let dimensions: [String]
  /// The values of each dimension, by code.
  public let values: [[SafeText]]
  /// The value codes of each segment, one per dimension.
  public let segments: [[Int32]]
  /// The daily figures of each quantity that a metric asks for.
  public let cells: [Quantity: DailyCells]
  /// The daily sets of each distinct quantity.
  public let sets: [Quantity: DailySets]
  /// What each person did, where the source tells; nil where it does not, or nothing asks for it.
  public let journeys: Journeys?
  /// On which days each measure or event has data.
  public let coverage: [String: CoveredDays]
  /// How many days one row covers: `day`, or a longer grain for weekly and monthly files.
  public let cadence: Grain
  /// The last date that stands in the files and is not in the future; nil where there is none.
  ///
  /// Coverage may reach further: a monthly row covers its whole month.
  public let lastDay: Day?

  /// A roll-up made of its parts.
  public init(
    dimensions: [String] = [], values: [[SafeText]] = [], segments: [[Int32]] = [],
    cells: [Quantity: DailyCells] = [:], sets: [Quantity: DailySets] = [:],
    journeys: Journeys? = nil, coverage: [String: CoveredDays] = [:], cadence: Grain = .day,
    lastDay: Day? = nil
  ) {
    self.dimensions = dimensions
    self.values = values
    self.segments = segments
    self.cells = cells
    self.sets = sets
    self.journeys = journeys
    self.coverage = coverage
    self.cadence = cadence
    self.lastDay = lastDay
  }

  /// The same figures with other days on which there is data.
  public func covering(_ coverage: [String: CoveredDays], lastDay: Day?) -> SourceRollup {
    SourceRollup(
      dimensions: dimensions, values: values, segments: segments, cells: cells, sets: sets,
      journeys: journeys, coverage: coverage, cadence: cadence, lastDay: lastDay)
  }

  /// Which segments belong to a part of the business; nil where it names a dimension that this
  /// source does not have.
  func matching(_ part: Segment) -> [Int]? {
    var accepted: [(position: Int, codes: Set<Int32>)] = []
    for (dimension, wanted) in part.values {
      guard let position = dimensions.firstIndex(of: dimension) else { return nil }
      let codes = values[position].indices.filter { wanted.contains(values[position][$0]) }
      accepted.append((position, Set(codes.map { Int32($0) })))
    }
    return segments.indices.filter { segment in
      accepted.allSatisfy { $0.codes.contains(segments[segment][$0.position]) }
    }
  }
}
