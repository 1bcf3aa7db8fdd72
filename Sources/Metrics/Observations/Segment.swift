/// A part of the business: for each named dimension the values that belong to it.
///
/// Empty, it is everything. Several values of one dimension are joined; several dimensions narrow.
public struct Segment: Hashable, Sendable {
  /// The values accepted, by dimension.
  public private(set) var values: [String: Set<SafeText>]

  /// Everything, or the part that the given values describe; a dimension without values is no limit.
  public init(_ values: [String: Set<SafeText>] = [:]) {
    self.values = values.filter { !$0.value.isEmpty }
  }

  /// Whether it is everything.
  public var isEverything: Bool { values.isEmpty }

  /// The dimensions it limits, by name.
  public var dimensions: [String] { values.keys.sorted() }

  /// This part narrowed to one value of a dimension.
  public func narrowed(_ dimension: String, to value: SafeText) -> Segment {
    var narrowed = values
    narrowed[dimension] = values[dimension].map { $0.intersection([value]) } ?? [value]
    return Segment(unchecked: narrowed)
  }

  /// This part with other values for a dimension; none lifts the limit.
  public func replacing(_ dimension: String, with accepted: Set<SafeText>) -> Segment {
    var replaced = values
    replaced[dimension] = accepted.isEmpty ? nil : accepted
    return Segment(unchecked: replaced)
  }

  private init(unchecked values: [String: Set<SafeText>]) {
    self.values = values
  }
}

/// What stands for an empty cell in a column of dimension values.
public let notSet: SafeText = "(not set)"
