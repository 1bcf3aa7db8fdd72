import CTerminal
import Drawing
import Glibc

/// The width of a character for the C library's `wcwidth` where ambiguous ones take one cell.
let narrowColumns: @convention(c) (UInt32) -> Int32 = { value in
  Unicode.Scalar(value).map { Int32(TextWidth.standard.columns(of: $0)) } ?? 1
}

/// The width of a character for the C library's `wcwidth` where ambiguous ones take two cells.
let wideColumns: @convention(c) (UInt32) -> Int32 = { value in
  let width = TextWidth(ambiguousIsWide: true)
  return Unicode.Scalar(value).map { Int32(width.columns(of: $0)) } ?? 1
}

extension Terminal {
  /// Opens the screen with as many colours as were asked for, or as the environment promises.
  static func open(_ options: TerminalOptions, facts: inout terminal_facts) -> Int32 {
    var plain = terminal_options()
    plain.colors = colors(options.depth)
    plain.mouse = options.hasMouse
    return withOptionalCString(options.logPath) { log in
      withOptionalCString(options.crashWords) { words in
        plain.log_path = log
        plain.crash_words = words
        return terminal_open(&plain, &facts)
      }
    }
  }

  /// The order of decision: asked for, `NO_COLOR`, `COLORTERM`, then the terminal's entry (−1).
  private static func colors(_ depth: ColorDepth?) -> Int32 {
    switch depth {
    case ColorDepth.none?: return 0
    case .sixteen?: return 16
    case .twoHundredFiftySix?: return 256
    case .trueColor?: return 1 << 24
    case nil: break
    }
    if let variable = getenv("NO_COLOR"), variable.pointee != 0 { return 0 }
    let promise = getenv("COLORTERM").map { String(cString: $0) }
    return promise == "truecolor" || promise == "24bit" ? 1 << 24 : -1
  }

  private static func withOptionalCString<Result>(
    _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
  }
}

extension Appearance.Ink {
  /// The number that the C layer knows the colour by.
  var number: Int32 {
    switch self {
    case .own: -1
    case .number(let number): Int32(number)
    case .exact(let color): Int32(color.bits)
    }
  }
}
