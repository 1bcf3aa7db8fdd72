import Analysis
public import Drawing
public import Metrics

/// What is on the paper and what the keys do: a value that events change and that draws itself.
public struct Dashboard: Sendable {
  /// Something that happened outside.
  public enum Event: Sendable {
    case snapshot(Snapshot)
    case key(Key)
    case mouse(Mouse, Size)
    /// Text came from the clipboard; its letters are no keys.
    case paste(String)
    /// Something to say that has to do with no number, such as a mistake in a theme.
    case notice(SafeText)
    /// A deadline has come; see `Dashboard.deadline`.
    case clock
  }

  /// Something that the dashboard cannot do itself.
  public enum Request: Hashable, Sendable {
    case quit
    case suspend
    case reload
    case theme(String)
  }

  /// What the user chose before it opened.
  public struct Settings: Sendable {
    /// The language of the interface.
    public var language: Language
    /// The names of the themes to choose from.
    public var themes: [String]
    /// The name of the theme in use.
    public var theme: String
    /// The date that everything is computed as of; nil for what the definitions say.
    public var asOf: AsOf?
    /// The present date in a time zone, by its IANA name.
    public var today: @Sendable (String) -> Day
    /// Where the user starts.
    public var start: Place

    /// Settings for a session.
    public init(
      language: Language = .english, themes: [String] = ["dark"], theme: String = "dark",
      asOf: AsOf? = nil, today: @escaping @Sendable (String) -> Day, start: Place = Place(.funnel)
    ) {
      self.language = language
      self.themes = themes
      self.theme = theme
      self.asOf = asOf
      self.today = today
      self.start = start
    }
  }

  /// A line above the footer that goes by itself.
  struct Message: Hashable, Sendable {
    let text: String
    let role: Role
    let until: Double
  }

  private(set) var settings: Settings
  private(set) var newest: Snapshot
  /// The numbers that stand still while people talk about them; nil while they are live.
  var frozen: Snapshot?
  var place: Place
  var back: [Place] = []
  var picker: Picker?
  var isHelpShown = false
  var scale = FunnelScale.logarithmic
  private(set) var message: Message?
  private(set) var changed: Set<String> = []
  private var changedUntil = 0.0
  /// Where the user was put when numbers came; who is still there may be put elsewhere.
  private var begun: Place?
  var theme: String

  /// A dashboard over a snapshot, perhaps an empty one.
  public init(_ snapshot: Snapshot = Snapshot(), settings: Settings) {
    self.settings = settings
    newest = snapshot
    place = settings.start
    theme = settings.theme
  }

  /// Goes by another theme than the settings', which the terminal's background called for.
  public mutating func begin(withTheme name: String) { theme = name }

  /// The language of the interface.
  public var language: Language {
    get { settings.language }
    set { settings.language = newValue }
  }

  /// The numbers on the screen.
  var snapshot: Snapshot { frozen ?? newest }

  /// The date that everything is computed as of.
  var asOf: Day {
    let workspace = snapshot.definitions.workspace
    return snapshot.asOf(
      settings.asOf ?? workspace.asOf, today: settings.today(workspace.timeZone))
  }

  var context: ViewContext {
    ViewContext(
      snapshot, lens: place.lens, asOf: asOf, language: language, changed: changed)
  }

  /// When the screen changes by itself, in seconds of the clock that events carry; nil for never.
  public var deadline: Double? {
    let times = [message?.until, changed.isEmpty ? nil : changedUntil].compactMap { $0 }
    return times.min()
  }

  /// Takes in an event that happened at a moment, in seconds of any steady clock.
  public mutating func update(_ event: Event, at now: Double) -> [Request] {
    if let message, message.until <= now { self.message = nil }
    if changedUntil <= now { changed = [] }
    switch event {
    case .snapshot(let snapshot):
      take(snapshot, at: now)
      return []
    case .key(let key): return press(key, at: now)
    case .mouse(let mouse, let size): return point(mouse, size, at: now)
    case .paste(let text): return paste(text, at: now)
    case .notice(let words):
      say(words.string, .attention, at: now)
      return []
    case .clock: return []
    }
  }

  mutating func say(_ text: String, _ role: Role = .accent, at now: Double) {
    message = Message(text: text, role: role, until: now + 4)
  }

  private mutating func take(_ snapshot: Snapshot, at now: Double) {
    let before = newest
    newest = snapshot
    guard frozen == nil else { return }
    clampCursor()
    if before.progress != nil || before.generation == 0, place == begun ?? settings.start {
      selectBottleneck()
      begun = place
    }
    guard before.progress == nil, before.generation > 0, snapshot.progress == nil else { return }
    changed = Dashboard.changedMetrics(from: before, to: snapshot, lens: place.lens, asOf: asOf)
    changedUntil = now + 3
    let fresh = snapshot.files.filter { !before.files.contains($0) }.map(\.path.string)
    if let first = fresh.first {
      let more = fresh.count > 1 ? " +\(fresh.count - 1)" : ""
      say("\(Phrase.updated.text(in: language)): \(first)\(more)", at: now)
    }
  }

  /// Begins at the stage that holds back most, where the funnel has one.
  private mutating func selectBottleneck() {
    guard place.screen == .funnel, let funnel else { return }
    let context = context
    let report = FunnelReport(
      funnel, in: context.period, comparedTo: place.lens.comparison, by: context.evaluator,
      targets: context.targets)
    place.cursor = report.bottleneck ?? 0
  }

  /// The metrics whose value in the period on the screen is another one now.
  private static func changedMetrics(
    from before: Snapshot, to after: Snapshot, lens: Lens, asOf: Day
  ) -> Set<String> {
    let old = ViewContext(before, lens: lens, asOf: asOf, language: .english)
    let new = ViewContext(after, lens: lens, asOf: asOf, language: .english)
    let names = after.definitions.metrics.map(\.name).filter { name in
      old.evaluator.value(name, in: new.period).value
        != new.evaluator.value(name, in: new.period).value
    }
    return Set(names)
  }
}
