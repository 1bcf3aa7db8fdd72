import CTerminal
import Drawing
import Glibc

/// What a terminal says of itself when it is asked.
struct TerminalAnswers: Equatable {
  /// The cells that `─` takes; `nil` without an answer.
  var ambiguousColumns: Int?
  /// Whether the background is darker than a middle grey; `nil` without an answer.
  var isDark: Bool?
  /// What was typed meanwhile.
  var typed: [UInt8] = []

  /// No answers.
  init() {}

  /// Asks, and waits until the last question is answered, at most 100 ms.
  ///
  /// The last one is for the device attributes, which every terminal answers: whatever has not come
  /// before will not come.
  init(askingFor width: Bool, background: Bool) {
    var question = width ? "\r─\u{1B}[6n\r\u{1B}[K" : ""
    if background { question += "\u{1B}]11;?\u{1B}\\" }
    question += "\u{1B}[c"
    question.withCString { terminal_write($0, Int32(strlen($0))) }
    let end = ContinuousClock.now + .milliseconds(100)
    var bytes: [UInt8] = []
    while true {
      let left = (end - ContinuousClock.now) / .milliseconds(1)
      guard left > 0 else { break }
      var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, Int32(left.rounded(.up))) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 256)
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      if TerminalAnswers(bytes).isComplete { break }
    }
    self.init(bytes)
  }

  /// Whether the device attributes were among the answers.
  private(set) var isComplete = false

  /// Takes what came apart: answers, and keys between them.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let byte = rest.first {
      guard byte == 27, let kind = rest.dropFirst().first, kind == 0x5B || kind == 0x5D else {
        typed.append(byte)
        rest.removeFirst()
        continue
      }
      let isCommand = kind == 0x5B
      let body = rest.dropFirst(2)
      let end = body.firstIndex { isCommand ? (0x40...0x7E).contains($0) : $0 == 7 || $0 == 27 }
      guard let end else { break }
      let text = String(decoding: body[..<end], as: UTF8.self)
      let isAnswer = isCommand ? answer(text, final: body[end]) : background(text)
      if !isAnswer { typed += rest[...end] }
      rest = rest[(end + 1)...]
      if !isCommand, body[end] == 27, rest.first == 0x5C { rest.removeFirst() }
    }
  }

  /// An answer that begins with `ESC [`.
  private mutating func answer(_ text: String, final: UInt8) -> Bool {
    if final == UInt8(ascii: "c"), text.hasPrefix("?") {
      isComplete = true
      return true
    }
    let parts = text.split(separator: ";")
    guard final == UInt8(ascii: "R"), parts.count == 2, let column = Int(parts[1]) else {
      return false
    }
    ambiguousColumns = column - 1
    return true
  }

  /// An answer like `11;rgb:1c1c/1c1c/1c1c`.
  private mutating func background(_ text: String) -> Bool {
    guard text.hasPrefix("11;rgb") else { return false }
    let shares = text.split(separator: ":").last?.split(separator: "/") ?? []
    let values = shares.compactMap { share -> Double? in
      guard let value = UInt32(share, radix: 16), (1...4).contains(share.utf8.count) else {
        return nil
      }
      return Double(value) / Double((1 << (4 * share.utf8.count)) - 1)
    }
    guard values.count >= 3 else { return true }
    isDark = 0.299 * values[0] + 0.587 * values[1] + 0.114 * values[2] < 0.5
    return true
  }
}
