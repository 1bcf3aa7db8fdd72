/// What each person did, in the order of time: every event of a log, gathered by person.
///
/// Persons are numbered from 0; who they are is not kept. Moments are civil: no zone moves a date.
public struct Journeys: Equatable, Sendable {
  /// What can happen, and in which segment: a step names one of these by its position.
  public struct Kind: Hashable, Sendable {
    /// The position of the event's name in `events`.
    public let event: Int32
    /// The segment, as the source's roll-up numbers them.
    public let segment: Int32

    /// An event in a segment.
    public init(event: Int32, segment: Int32) {
      self.event = event
      self.segment = segment
    }
  }

  /// The names of the events that can happen.
  public let events: [String]
  /// Every combination of event and segment that happens.
  public let kinds: [Kind]
  /// Where each person's steps begin; one more at the end.
  let starts: [Int32]
  /// The steps, person by person, each person's in the order of time.
  let steps: [JourneyStep]

  /// Journeys made of their columns: `starts` has one more than there are persons, each person's
  /// steps are in order, and each names one of the kinds, of which no two are equal.
  public init(events: [String], kinds: [Kind], starts: [Int32], steps: [JourneyStep]) {
    self.events = events
    self.kinds = kinds
    self.starts = starts.isEmpty ? [0] : starts
    self.steps = steps
  }

  /// How many persons there are.
  public var personCount: Int { starts.count - 1 }

  /// How many events there are.
  public var count: Int { steps.count }

  /// The steps of a person, in the order of time.
  public subscript(person: Int) -> ArraySlice<JourneyStep> {
    steps[Int(starts[person])..<Int(starts[person + 1])]
  }

  /// The position of an event's name; nil where it never happens.
  func code(of event: String) -> Int32? {
    events.firstIndex(of: event).map { Int32($0) }
  }
}

/// One event of one person: when it happened, and which kind of event it was.
///
/// It takes eight bytes, of which the upper 34 bits hold the second and the lower 30 the kind, so
/// that steps in the order of their words are in the order of time.
@frozen public struct JourneyStep: Hashable, Comparable, Sendable {
  /// The second and the kind.
  public let word: UInt64

  /// How many bits the kind takes.
  @inlinable static var kindBits: UInt64 { 30 }
  /// 1900-01-01, from which seconds are counted, in seconds before 1970.
  @inlinable static var origin: Int64 { 25_567 * 86_400 }
  /// How many kinds there can be.
  @inlinable public static var kindLimit: Int { 1 << 30 }

  /// A step at so many seconds since 1970-01-01, from 1900 to 2444, and of the kind at a position.
  ///
  /// What lies outside of these is moved to their ends.
  @inlinable
  public init(moment: Int64, kind: Int32) {
    let second = UInt64(min(max(moment, -JourneyStep.origin), 1 << 33) &+ JourneyStep.origin)
    word = second << JourneyStep.kindBits | UInt64(UInt32(bitPattern: max(kind, 0) & 0x3FFF_FFFF))
  }

  /// The same moment with another kind.
  @inlinable
  public func with(kind: Int32) -> JourneyStep {
    JourneyStep(word: word & ~0x3FFF_FFFF | UInt64(UInt32(bitPattern: kind) & 0x3FFF_FFFF))
  }

  @inlinable
  init(word: UInt64) {
    self.word = word
  }

  /// Civil seconds since 1970-01-01.
  @inlinable public var moment: Int64 { Int64(word >> JourneyStep.kindBits) &- JourneyStep.origin }

  /// The position of the kind.
  @inlinable public var kind: Int { Int(word & 0x3FFF_FFFF) }

  /// The civil date.
  public var day: Day { JourneyStep.day(index: dayIndex) }

  /// The days since 1900-01-01, never negative and below 2¹⁸.
  var dayIndex: Int { Int((word >> JourneyStep.kindBits) / 86_400) }

  /// The date of so many days since 1900-01-01.
  static func day(index: Int) -> Day { Day(number: Int32(index) - 25_567) }

  /// Whether the left one happened first; steps of one moment are in the order of their kinds.
  @inlinable
  public static func < (left: JourneyStep, right: JourneyStep) -> Bool { left.word < right.word }
}
