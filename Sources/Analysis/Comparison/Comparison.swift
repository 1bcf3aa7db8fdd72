public import Metrics

/// A value beside its reference over as many days, and the change between them.
///
/// Method: semantics of kpitop, sections 1 and 3. Like is compared with like: a partial period with
/// the same elapsed days of its reference. Where a day that should have data lacks it on either
/// side, the change is not available rather than wrong.
public struct Comparison: Hashable, Sendable {
  /// The days looked at.
  public let window: PeriodWindow
  /// The days compared with.
  public let referenceWindow: PeriodWindow
  /// The value over the days looked at.
  public let current: MetricValue
  /// The value over the days compared with.
  public let reference: MetricValue

  /// A metric against an earlier period or the same period a year earlier.
  public init(
    _ metric: String, in window: PeriodWindow, to kind: Reference, by evaluator: Evaluator
  ) {
    let calendar = evaluator.calendar
    let earlier =
      switch kind {
      case .previous: calendar.window(window, periodsEarlier: 1)
      case .year: calendar.windowOneYearEarlier(window)
      }
    self.init(
      window: window, referenceWindow: earlier,
      current: evaluator.value(metric, in: window),
      reference: evaluator.value(metric, in: earlier))
  }

  /// A comparison of values that are at hand.
  init(
    window: PeriodWindow, referenceWindow: PeriodWindow, current: MetricValue,
    reference: MetricValue
  ) {
    self.window = window
    self.referenceWindow = referenceWindow
    self.current = current
    self.reference = reference
  }

  /// Which earlier days a value is held against.
  public enum Reference: Hashable, Sendable {
    case previous, year
  }

  /// The absolute change in the metric's unit; nil where it is not available.
  public var change: Double? {
    guard obstacle == nil, let value = current.value, let before = reference.value else {
      return nil
    }
    return value - before
  }

  /// The change as a fraction of the reference: −1 for a fall to 0; nil from 0, or where the change
  /// is not available. From a negative reference it is measured on the reference's size.
  public var ratio: Double? {
    guard let change, let before = reference.value, before != 0 else { return nil }
    return change / abs(before)
  }

  /// Why there is no change or no ratio; nil where both are there.
  public var reason: Unavailable? {
    if let obstacle { return obstacle }
    return reference.value == 0 ? .fromZero : nil
  }

  private var obstacle: Unavailable? {
    if let reason = current.reason ?? reference.reason { return reason }
    return current.coverage.isFull && reference.coverage.isFull ? nil : .unequalCoverage
  }
}
