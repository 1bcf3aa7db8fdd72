/// Numbers the combinations of event and segment as they appear.
struct KindCodes: ~Copyable, Sendable {
  /// The combinations by number: the event's position, and the segment.
  private(set) var pairs = KeyCodes()

  private let eventCount: Int
  /// The numbers of combinations with low segments; -1 where there is none yet.
  private let few: RowBuffer<Int32>

  private static let fewCount = 4096

  /// For so many events.
  init(eventCount: Int) {
    self.eventCount = eventCount
    few = RowBuffer(repeating: -1, count: KindCodes.fewCount)
  }

  /// The number of a combination, new or known.
  @inline(__always)
  mutating func code(event: Int, segment: Int32) -> Int32 {
    let place = Int(segment) &* eventCount &+ event
    guard place < KindCodes.fewCount else { return pairs.code(Int32(event), segment) }
    if few[place] < 0 { few[place] = pairs.code(Int32(event), segment) }
    return few[place]
  }
}
