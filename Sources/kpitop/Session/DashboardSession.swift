import Dashboard
import Drawing
import Glibc
import Metrics
import MetricsStore
import Synchronization
import Terminal

/// The loop: snapshots and keys go in, canvases come out.
struct DashboardSession {
  private let location: WorkspaceLocation
  private let look: LookChoice
  private let color: LookOptions.ColorChoice
  private var dashboard: Dashboard
  private var shown: ShownTheme
  private let asOf: AsOf?
  private let cache: String?
  private let started = ContinuousClock.now
  private var newest: Snapshot?
  private var firstReading: Duration?

  /// A session on a workspace that begins at a place; roll-ups are kept in the cache's folder, if
  /// there is one.
  init(
    _ location: WorkspaceLocation, place: Place, asOf: AsOf?, look: LookChoice,
    color: LookOptions.ColorChoice, cache: String?
  ) {
    self.location = location
    self.look = look
    self.color = color
    self.asOf = asOf
    self.cache = cache
    shown = ShownTheme(look.loaded, from: look.library)
    dashboard = Dashboard(
      settings: Dashboard.Settings(
        language: look.language, themes: look.library.names, theme: look.theme.name, asOf: asOf,
        today: { ZoneClock($0).today }, start: place))
  }

  /// Runs until the user quits or the terminal is gone.
  mutating func run() throws(CommandFailure) {
    let bell = Bell()
    let inbox = Inbox()
    let watch = WorkspaceWatch(
      workspace: location.folder, file: location.file,
      options: MetricsStore.Options(cache: cache)
    ) { snapshot in
      inbox.put(snapshot)
      bell.ring()
    }
    try run(watch, inbox, bell)
    // The terminal is given back by now, so that nobody waits for a disk.
    watch.close()
  }

  private mutating func run(
    _ watch: WorkspaceWatch, _ inbox: Inbox, _ bell: Bell
  ) throws(CommandFailure) {
    var terminal: Terminal
    do {
      terminal = try Terminal(theme: shown.theme, options: terminalOptions)
    } catch {
      throw .usage("\(error)", help: "kpitop show prints a view without a terminal")
    }
    if terminal.isDark == false, !look.isThemeChosen { choose(Theme.light.name) }
    while true {
      tell(shown.refresh())
      terminal.setTheme(shown.theme)
      let glyphs = terminal.glyphs.limited(to: look.glyphs == nil ? shown.theme.glyphs : nil)
      terminal.show(dashboard.view(terminal.size, width: terminal.width, glyphs: glyphs))
      let events = terminal.wait(bell: bell, until: wakeUp)
      if events.isEmpty { _ = dashboard.update(.clock, at: now) }
      for event in events {
        for request in take(event, size: terminal.size, inbox: inbox) {
          switch request {
          case .quit: return
          case .suspend: terminal.suspend()
          case .reload: watch.reload()
          case .theme(let name): tell(shown.choose(name))
          }
        }
        if event == .end { return }
      }
    }
  }

  /// The newest whole reading, with how long the first one took; nil where there was none yet.
  var reading: WorkspaceReading? {
    newest.map { WorkspaceReading($0, asOf: asOf, elapsed: firstReading) }
  }

  /// Begins with another theme than the one that was read first.
  private mutating func choose(_ name: String) {
    tell(shown.choose(name))
    dashboard.begin(withTheme: shown.theme.name)
  }

  private mutating func tell(_ words: SafeText?) {
    guard let words else { return }
    _ = dashboard.update(.notice(words), at: now)
  }

  private var now: Double { (ContinuousClock.now - started) / .seconds(1) }

  private var wakeUp: ContinuousClock.Instant? {
    dashboard.deadline.map { started + .seconds(max(0, $0)) }
  }

  private mutating func take(
    _ event: TerminalEvent, size: Size, inbox: Inbox
  ) -> [Dashboard.Request] {
    switch event {
    case .key(let key): return dashboard.update(.key(key), at: now)
    case .mouse(let mouse): return dashboard.update(.mouse(mouse, size), at: now)
    case .bell:
      guard let snapshot = inbox.take() else { return [] }
      if snapshot.progress == nil {
        newest = snapshot
        if firstReading == nil { firstReading = ContinuousClock.now - started }
      }
      return dashboard.update(.snapshot(snapshot), at: now)
    case .paste(let text): return dashboard.update(.paste(text), at: now)
    case .resize, .resumed, .end: return dashboard.update(.clock, at: now)
    }
  }

  private var terminalOptions: TerminalOptions {
    TerminalOptions(
      depth: color == .never ? ColorDepth.none : color == .always ? look.depth : nil,
      glyphs: look.glyphs)
  }
}

/// Where the newest snapshot waits for the loop.
final class Inbox: Sendable {
  private let newest = Mutex<Snapshot?>(nil)

  /// Leaves a snapshot; an older one that was not fetched is dropped.
  func put(_ snapshot: Snapshot) { newest.withLock { $0 = snapshot } }

  /// Fetches the newest; nil where there is none since the last time.
  func take() -> Snapshot? {
    newest.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
  }
}
