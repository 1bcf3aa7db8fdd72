/// What holds for the whole workspace.
public struct WorkspaceDefinition: Hashable, Sendable {
  /// What it is called on the screen.
  public var name: LocalizedText
  /// The ISO 4217 code of its money, such as `JPY`.
  public var currency: String
  /// The IANA name of the zone whose date is today.
  public var timeZone: String
  /// Its weeks, fiscal years and sprints.
  public var calendar: BusinessCalendar
  /// The date that everything is computed as of.
  public var asOf: AsOf
  /// The phases that metrics and funnel stages belong to, in order.
  public var phases: [Phase]

  /// A workspace with the defaults of the definitions format.
  public init(
    name: LocalizedText = LocalizedText("kpitop"), currency: String = "JPY",
    timeZone: String = "UTC", calendar: BusinessCalendar = BusinessCalendar(),
    asOf: AsOf = .latest, phases: [Phase] = Phase.standard
  ) {
    self.name = name
    self.currency = currency
    self.timeZone = timeZone
    self.calendar = calendar
    self.asOf = asOf
    self.phases = phases
  }
}

/// Which date everything is computed as of.
public enum AsOf: Hashable, Sendable {
  /// The last day, not after today, for which there is data.
  case latest
  /// The present date in the workspace's time zone.
  case today
  /// A given date.
  case day(Day)

  /// `latest`, `today` or a date, or nil for any other text.
  public init?(_ text: String) {
    switch text {
    case "latest": self = .latest
    case "today": self = .today
    default:
      guard let day = Day(iso: text) else { return nil }
      self = .day(day)
    }
  }
}

/// A part of the customer's way, such as awareness.
public struct Phase: Hashable, Sendable {
  /// Its name in definitions.
  public let name: String
  /// Its name on the screen.
  public let label: LocalizedText

  /// A phase.
  public init(name: String, label: LocalizedText) {
    self.name = name
    self.label = label
  }

  /// Awareness, lead acquisition and relationship: what holds where a workspace names none.
  public static let standard = [
    Phase(name: "awareness", label: LocalizedText(english: "Awareness", japanese: "認知")),
    Phase(name: "lead", label: LocalizedText(english: "Lead acquisition", japanese: "リード獲得")),
    Phase(name: "relationship", label: LocalizedText(english: "Relationship", japanese: "関係性")),
  ]
}
