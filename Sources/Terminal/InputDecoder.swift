import CTerminal
import Drawing

/// Makes keys, mouse and paste events of what the terminal sends.
struct InputDecoder {
  /// The bytes of a character that is not complete yet.
  private var bytes: [UInt8] = []
  /// What has been pasted so far; `nil` outside of a paste.
  private var pasted: [UInt8]?
  private var lastPress: (column: Int, row: Int, time: ContinuousClock.Instant)?

  /// The events of one reading; an escape followed by more at once is Alt or a sequence.
  mutating func events(
    of inputs: [terminal_input], now: ContinuousClock.Instant, size: () -> Size
  ) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var index = 0
    while index < inputs.count {
      let input = inputs[index]
      index += 1
      if pasted != nil {
        paste(input, into: &events)
      } else if input.code == 27 {
        index = escape(inputs, at: index, into: &events)
      } else if input.code < 256 {
        if let event = byte(UInt8(truncatingIfNeeded: input.code)) { events.append(event) }
      } else if input.code == Int32(TERMINAL_PASTE_START) {
        pasted = []
      } else if input.code == Int32(TERMINAL_RESIZED) {
        events.append(.resize(size()))
      } else if let mouse = mouse(input, now: now) {
        events.append(.mouse(mouse))
      } else if let key = Key(code: input.code) {
        events.append(.key(key))
      }
    }
    return events
  }

  /// The largest paste that is kept, in bytes; the rest is dropped.
  private static let largestPaste = 65_536

  private mutating func paste(_ input: terminal_input, into events: inout [TerminalEvent]) {
    if input.code == Int32(TERMINAL_PASTE_END) {
      var text = String(decoding: pasted ?? [], as: UTF8.self)
      text = text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
      text = String(text.map { $0 == "\r" ? "\n" : $0 })
      pasted = nil
      events.append(.paste(text))
    } else if input.code < 256, pasted?.count ?? 0 < Self.largestPaste {
      pasted?.append(UInt8(truncatingIfNeeded: input.code))
    }
  }

  /// What an escape begins; returns the index after it. Unknown sequences, and answers that come too
  /// late, are swallowed whole.
  private func escape(
    _ inputs: [terminal_input], at start: Int, into events: inout [TerminalEvent]
  ) -> Int {
    guard start < inputs.count, inputs[start].code < 256 else {
      events.append(.key(.escape))
      return start
    }
    func end(where isEnd: (Int32) -> Bool) -> Int {
      (inputs[(start + 1)...].firstIndex { isEnd($0.code) } ?? inputs.count - 1) + 1
    }
    switch inputs[start].code {
    case 0x5B where start + 1 < inputs.count:
      return end { (0x40...0x7E).contains($0) }
    case 0x4F where start + 1 < inputs.count:
      return min(start + 2, inputs.count)
    case 0x5D, 0x50, 0x5F, 0x5E:
      guard start + 1 < inputs.count else { break }
      let last = end { $0 == 7 || $0 == 27 }
      return inputs[last - 1].code == 27 ? min(last + 1, inputs.count) : last
    default: break
    }
    if (0x20...0x7E).contains(inputs[start].code) {
      let scalar = Unicode.Scalar(UInt8(inputs[start].code))
      events.append(.key(.alt(Character(scalar))))
      return start + 1
    }
    events.append(.key(.escape))
    return start
  }

  private mutating func byte(_ byte: UInt8) -> TerminalEvent? {
    if bytes.isEmpty, byte < 0x80 { return .key(Key(byte: byte)) }
    if byte & 0xC0 != 0x80 {
      bytes = []
      if byte < 0x80 { return .key(Key(byte: byte)) }
    }
    bytes.append(byte)
    let expected =
      switch bytes[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard bytes.count >= expected else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    bytes = []
    guard let scalar = text.unicodeScalars.first, scalar != "\u{FFFD}", scalar.value > 0x9F else {
      return nil
    }
    return .key(.character(Key.folded(scalar)))
  }

  private mutating func mouse(
    _ input: terminal_input, now: ContinuousClock.Instant
  ) -> Mouse? {
    let (column, row) = (Int(input.column), Int(input.row))
    switch input.code {
    case Int32(TERMINAL_MOUSE_SCROLL_UP): return Mouse(.scrollUp, column: column, row: row)
    case Int32(TERMINAL_MOUSE_SCROLL_DOWN): return Mouse(.scrollDown, column: column, row: row)
    case Int32(TERMINAL_MOUSE_PRESS):
      if let last = lastPress, last.column == column, last.row == row,
        now - last.time < .milliseconds(400)
      {
        lastPress = nil
        return Mouse(.doublePress, column: column, row: row)
      }
      lastPress = (column, row, now)
      return Mouse(.press, column: column, row: row)
    default: return nil
    }
  }
}
