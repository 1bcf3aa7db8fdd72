import Glibc
import Testing

/// A program on a terminal of its own, of which the test is the keyboard, the window and the eye.
final class PseudoTerminal {
  /// How a program ended.
  enum Ending: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  /// What a call of the system refused.
  struct Failure: Error {
    let call: String
    let reason: String

    init(_ call: String, _ number: Int32 = errno) {
      self.call = call
      reason = String(cString: strerror(number))
    }
  }

  let process: pid_t
  /// The terminal's settings before the program began.
  let original: TerminalSettings
  private(set) var screen: ScreenModel
  /// How many bytes the program has sent.
  private(set) var byteCount = 0
  private(set) var ending: Ending?

  private var keyboard: Int32
  private var line: Int32

  /// Starts a program as the leader of a session that has this terminal.
  init(
    _ program: String, _ arguments: [String] = [], columns: Int = 120, rows: Int = 36,
    environment: [String: String] = [:]
  ) throws {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (number, isLocked): (UInt32, Int32) = (0, 0)
    guard keyboard >= 0, ioctl(keyboard, PseudoTerminal.setLock, &isLocked) == 0,
      ioctl(keyboard, PseudoTerminal.getNumber, &number) == 0
    else { throw Failure("/dev/ptmx") }
    let name = "/dev/pts/\(number)"
    // Kept open, so that the settings can be read when the program is gone.
    line = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard line >= 0 else { throw Failure(name) }
    screen = ScreenModel(columns: columns, rows: rows)
    original = TerminalSettings(line)
    PseudoTerminal.setSize(of: keyboard, columns: columns, rows: rows)
    let variables = PseudoTerminal.usual.merging(environment) { $1 }
    PseudoTerminal.leaveNoCores
    process = try PseudoTerminal.spawn([program] + arguments, on: name, variables)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
  }

  private static let usual = [
    "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
    "SWIFT_BACKTRACE": "enable=no",
  ]

  // What the module of the C library does not show: TIOCSPTLCK, TIOCGPTN and POSIX_SPAWN_SETSID.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
  private static let ownSession: Int32 = 0x80

  /// Keeps programs that are made to crash from leaving their memory in a file.
  private static let leaveNoCores: Void = {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    limit.rlim_cur = 0
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
  }()

  private static func spawn(
    _ words: [String], on terminal: String, _ variables: [String: String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes the session's.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = ownSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") }
    defer { for text in arguments + environment { free(text) } }
    arguments.append(nil)
    environment.append(nil)
    var process: pid_t = 0
    let status = posix_spawn(&process, words[0], &actions, &attributes, arguments, environment)
    guard status == 0 else { throw Failure("posix_spawn \(words[0])", status) }
    return process
  }

  private static func setSize(of terminal: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// The terminal's settings now.
  var settings: TerminalSettings { TerminalSettings(line) }

  /// Types.
  func send(_ keys: String) {
    var rest = Array(keys.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    PseudoTerminal.setSize(of: keyboard, columns: columns, rows: rows)
  }

  /// Sends the program a signal.
  func signal(_ number: Int32) { kill(process, number) }

  /// Takes the terminal away, as a closed window does.
  func hangUp() {
    for descriptor in [keyboard, line] where descriptor >= 0 { close(descriptor) }
    (keyboard, line) = (-1, -1)
  }

  /// Reads until something is so, at most as long as a very busy machine may need.
  func waits(until isSo: (PseudoTerminal) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(30)
    while true {
      while read(waiting: 0) {}
      if !screen.isUpdating, isSo(self) { return true }
      guard ContinuousClock.now < deadline else { return false }
      if !read(waiting: 20), keyboard < 0 || ending != nil { usleep(1000) }
    }
  }

  /// Waits for the program's end and says how it ended; nil where it does not end.
  func end() -> Ending? {
    _ = waits { terminal in
      terminal.reap()
      return terminal.ending != nil
    }
    while read(waiting: 0) {}
    return ending
  }

  private func reap() {
    var status: Int32 = 0
    guard ending == nil, waitpid(process, &status, WNOHANG) == process else { return }
    let signal = status & 0x7F
    ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
  }

  /// Takes in what the program has sent, and answers it; false where there is nothing.
  private func read(waiting milliseconds: Int32) -> Bool {
    guard keyboard >= 0 else { return false }
    var file = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, milliseconds) > 0, file.revents & Int16(POLLIN) != 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(keyboard, &buffer, buffer.count)
    guard count > 0 else { return false }
    byteCount += count
    screen.take(buffer[..<count])
    if !screen.answers.isEmpty {
      let answers = screen.answers
      screen.answers = ""
      send(answers)
    }
    return true
  }
}
