/// Splits what a program sends to a terminal into characters, controls and sequences.
struct EscapeReader {
  /// One thing that was sent.
  enum Token: Equatable {
    case character(Unicode.Scalar)
    case control(UInt8)
    /// `ESC` with what follows, such as `7` or `(B`.
    case escape(String)
    /// `ESC [` with its private mark, numbers and last letter; a number left out is nil.
    case sequence(mark: String, numbers: [Int?], letter: Character)
    /// What stands between `ESC ]` and its end.
    case command(String)
  }

  private enum State {
    case ground, escape, charset, sequence
    case string(isCommand: Bool)
    case stringEnd(isCommand: Bool)
  }

  private var state = State.ground
  private var collected: [UInt8] = []

  /// The tokens that these bytes complete.
  mutating func tokens(of bytes: some Sequence<UInt8>) -> [Token] {
    bytes.compactMap { take($0) }
  }

  private mutating func take(_ byte: UInt8) -> Token? {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .charset:
      state = .ground
      return .escape(String(decoding: collected + [byte], as: UTF8.self))
    case .sequence:
      guard byte >= 0x20 else { return .control(byte) }
      guard byte >= 0x40 else {
        collected.append(byte)
        return nil
      }
      state = .ground
      return sequence(byte)
    case .string(let isCommand):
      // The Linux console's reset of its colours has no end.
      if isCommand, collected.isEmpty, byte == UInt8(ascii: "R") {
        state = .ground
        return .command("R")
      }
      if byte == 7 { return endString(isCommand) }
      if byte == 27 { state = .stringEnd(isCommand: isCommand) } else { collected.append(byte) }
      return nil
    case .stringEnd(let isCommand): return endString(isCommand)
    }
  }

  private mutating func endString(_ isCommand: Bool) -> Token? {
    state = .ground
    return isCommand ? .command(String(decoding: collected, as: UTF8.self)) : nil
  }

  private mutating func ground(_ byte: UInt8) -> Token? {
    if byte == 27 {
      (state, collected) = (.escape, [])
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    if byte & 0xC0 != 0x80 { collected = [] }
    collected.append(byte)
    let expected = byte < 0x80 ? 1 : Self.length(collected[0])
    guard collected.count >= expected else { return nil }
    defer { collected = [] }
    return String(decoding: collected, as: UTF8.self).unicodeScalars.first.map { .character($0) }
  }

  private static func length(_ lead: UInt8) -> Int {
    lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }

  private mutating func escape(_ byte: UInt8) -> Token? {
    collected = []
    switch byte {
    case UInt8(ascii: "["): state = .sequence
    case UInt8(ascii: "]"): state = .string(isCommand: true)
    case UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      state = .string(isCommand: false)
    case 0x20...0x2F: (state, collected) = (.charset, [byte])
    default:
      state = .ground
      return .escape(String(decoding: [byte], as: UTF8.self))
    }
    return nil
  }

  private func sequence(_ last: UInt8) -> Token {
    let text = String(decoding: collected, as: UTF8.self)
    let mark = text.filter { !$0.isNumber && $0 != ";" && $0 != ":" }
    let numbers = text.filter { $0.isNumber || $0 == ";" || $0 == ":" }
      .split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0.prefix { $0 != ":" }) }
    return .sequence(mark: mark, numbers: numbers, letter: Character(Unicode.Scalar(last)))
  }
}
