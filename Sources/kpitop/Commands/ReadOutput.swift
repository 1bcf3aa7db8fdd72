import Glibc
import Metrics

/// Where a table goes: standard output, byte by byte, or cleaned where that is a terminal.
final class ReadOutput {
  /// Why writing ended; nil where it did not.
  private(set) var failure: CommandFailure?

  private let isTerminal = isatty(STDOUT_FILENO) == 1
  /// Bytes of a character that is not all there yet.
  private var rest: [UInt8] = []

  /// Writes a block; false where nothing more can be written.
  func take(_ block: UnsafeRawBufferPointer) -> Bool {
    do throws(CommandFailure) {
      if isTerminal {
        try StandardStreams.print(shown(block))
      } else {
        try StandardStreams.write(block)
      }
      return true
    } catch {
      failure = error
      return false
    }
  }

  /// The text of a block without what could move a cursor, colour a screen or hide.
  private func shown(_ block: UnsafeRawBufferPointer) -> String {
    var bytes = rest + Array(block)
    // A character may be cut at the end of a block.
    let cut = bytes.suffix(3).lastIndex { $0 >= 0xC0 } ?? bytes.count
    let length = cut < bytes.count ? ReadOutput.length(bytes[cut]) : 0
    rest = cut + length > bytes.count ? Array(bytes[cut...]) : []
    bytes.removeLast(rest.count)
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\n" {
        text.append(scalar)
      } else if let safe = SafeText.replacement(for: scalar) {
        text.append(safe)
      }
    }
    return String(text)
  }

  private static func length(_ lead: UInt8) -> Int { lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2 }
}
