import CTerminal
public import Drawing
import Glibc

/// The real screen and keyboard, from `init` to `deinit`; there is one at a time, on the main thread.
///
/// Whatever ends the process in between, the terminal is given back as it was found.
public struct Terminal: ~Copyable {
  /// The extent of the screen now.
  public private(set) var size: Size
  /// How text is measured here.
  public let width: TextWidth
  /// What may be drawn here.
  public let glyphs: GlyphSet
  /// How many colours are in use.
  public let depth: ColorDepth
  /// Whether the terminal said that its background is dark; `nil` if it said nothing.
  public let isDark: Bool?
  /// The name in `$TERM` if it is unknown here and `xterm-256color` is used in its place.
  public let unknownName: String?

  private var theme: Theme
  private var looks: [Style: Look] = [:]
  private var shown: Canvas?
  private var shownCursor: Cursor?
  private var decoder = InputDecoder()

  /// Where the cursor stands while something is typed.
  public struct Cursor: Hashable, Sendable {
    /// From the left, counted from 0.
    public var column: Int
    /// From the top, counted from 0.
    public var row: Int

    /// A place on the screen.
    public init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// Switches to the alternate screen and starts to listen.
  public init(theme: Theme, options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    var facts = terminal_facts()
    let status = Self.open(options, facts: &facts)
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    switch Int(status) {
    case Int(TERMINAL_OPENED): break
    case Int(TERMINAL_NOT_A_TERMINAL): throw .notATerminal
    default: throw .unusable(name: name)
    }
    var answers = TerminalAnswers()
    if options.isAsking, facts.is_modern {
      let asksWidth = options.ambiguousWidth == .asked && facts.is_utf8
      answers = TerminalAnswers(askingFor: asksWidth, background: true)
      answers.typed.withUnsafeBufferPointer { bytes in
        terminal_unread(bytes.baseAddress, Int32(min(bytes.count, 100)))
      }
    }
    let isWide =
      options.ambiguousWidth == .wide
      || options.ambiguousWidth == .asked && answers.ambiguousColumns == 2
    terminal_set_width(isWide ? wideColumns : narrowColumns)
    self.width = TextWidth(ambiguousIsWide: isWide)
    self.glyphs = options.glyphs ?? (!facts.is_utf8 ? .ascii : isWide ? .safe : .unicode)
    self.depth =
      switch facts.colors {
      case 0: .none
      case ..<256: .sixteen
      case 256: .twoHundredFiftySix
      default: .trueColor
      }
    self.isDark = answers.isDark
    self.unknownName = facts.is_substitute ? name : nil
    self.theme = theme
    self.size = Self.currentSize
  }

  deinit {
    terminal_close()
  }

  /// Has signals about the screen arrive in this thread only; for the beginning of `main`, before
  /// anything starts a thread.
  public static func claimSignals() {
    terminal_claim_signals()
  }

  /// Shows a canvas; only the cells that changed are sent, and nothing if none did.
  ///
  /// - Parameter cursor: Where the cursor is shown, as input methods need it; `nil` hides it.
  public mutating func show(_ canvas: Canvas, cursor: Cursor? = nil) {
    if let shown, shown == canvas, shownCursor == cursor { return }
    for row in 0..<min(canvas.size.rows, size.rows) {
      if let shown, shown.size == canvas.size, shown.hasSameRow(row, as: canvas) { continue }
      put(row, of: canvas)
    }
    terminal_present(Int32(cursor?.column ?? -1), Int32(cursor?.row ?? 0))
    shown = canvas
    shownCursor = cursor
  }

  /// Draws with another theme from the next ``show(_:cursor:)`` on.
  public mutating func setTheme(_ theme: Theme) {
    guard theme != self.theme else { return }
    self.theme = theme
    looks = [:]
    terminal_forget_looks()
    shown = nil
  }

  /// Gives the terminal back until the process is continued, as Ctrl-Z does.
  public mutating func suspend() {
    terminal_suspend()
  }

  /// Blocks until there is a key, a resize, the mouse, the bell, or the deadline.
  ///
  /// - Parameter deadline: When to return at the latest; `nil` sleeps for ever, without any wake-up.
  /// - Returns: What happened, in order; nothing at the deadline.
  public mutating func wait(bell: Bell, until deadline: ContinuousClock.Instant? = nil)
    -> [TerminalEvent]
  {
    while true {
      var events = read()
      if !events.isEmpty { return events }
      var milliseconds: Int32 = -1
      if let deadline {
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        guard left > 0 else { return [] }
        milliseconds = Int32(min(left.rounded(.up), 1e9))
      }
      let happened = terminal_wait(bell.file, milliseconds)
      if happened & 8 != 0 { events.append(.resumed) }
      events += read()
      if happened & 2 != 0 {
        bell.hear()
        events.append(.bell)
      }
      if happened & 4 != 0 { events.append(.end) }
      if !events.isEmpty { return events }
    }
  }

  private mutating func read() -> [TerminalEvent] {
    var inputs: [terminal_input] = []
    var buffer = [terminal_input](repeating: terminal_input(), count: 256)
    while true {
      let count = Int(terminal_read(&buffer, Int32(buffer.count)))
      inputs += buffer[..<count]
      if count < buffer.count { break }
    }
    guard !inputs.isEmpty else { return [] }
    let events = decoder.events(of: inputs, now: .now) { Self.currentSize }
    if size != Self.currentSize {
      size = Self.currentSize
      shown = nil
    }
    return events
  }

  private mutating func put(_ row: Int, of canvas: Canvas) {
    var cells: [terminal_cell] = []
    cells.reserveCapacity(canvas.size.columns)
    var before: Look?
    for column in 0..<min(canvas.size.columns, size.columns) {
      let cell = canvas[column, row]
      guard cell.columns > 0 else { continue }
      var look = look(of: cell.style)
      // A space has no ink: that of the cell before is kept, which halves the bytes of a table.
      if cell.text == " ", let before, before.isSameForBlanks(as: look) { look = before }
      before = look
      var scalars = cell.text.unicodeScalars.makeIterator()
      let text = (
        scalars.next()?.value ?? 0x20, scalars.next()?.value ?? 0, scalars.next()?.value ?? 0
      )
      cells.append(terminal_cell(text: text, look: look.number, columns: UInt8(cell.columns)))
    }
    terminal_put_row(Int32(row), cells, Int32(cells.count))
  }

  private mutating func look(of style: Style) -> Look {
    if let known = looks[style] { return known }
    let look = Look(theme.appearance(of: style, depth: depth))
    looks[style] = look
    return look
  }

  private static var currentSize: Size {
    var (columns, rows): (Int32, Int32) = (0, 0)
    terminal_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }
}
