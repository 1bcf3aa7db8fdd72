import Glibc

/// What `stty` shows of a terminal: modes and special characters.
struct TerminalSettings: Equatable {
  private let flags: [tcflag_t]
  private let characters: [UInt8]

  /// The settings of the terminal behind a descriptor.
  init(_ descriptor: Int32) {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    flags = [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    characters = withUnsafeBytes(of: &settings.c_cc) { Array($0) }
  }

  /// Whether what is typed is shown.
  var isEchoing: Bool { flags[3] & tcflag_t(ECHO) != 0 }
}
