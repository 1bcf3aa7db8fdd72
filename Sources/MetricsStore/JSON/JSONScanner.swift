import Glibc

/// Reads JSON from bytes that lie in memory, of which more may follow.
///
/// A zero byte stands behind the last. What it reads is told as offsets into the bytes.
struct JSONScanner {
  /// Values that lie in more than so many others are refused, so that no input can use up the stack.
  static let deepest = 64

  /// A text without its quotes.
  struct Text {
    let start: Int
    let end: Int
    /// Whether there are backslashes in it.
    let hasEscapes: Bool
  }

  /// A value that is no text, object or array.
  enum Word {
    case null
    /// `true`, `false`, or a number without an exponent.
    case plain
    /// A number with an exponent.
    case exponent
  }

  let base: UnsafePointer<UInt8>
  /// Where the bytes end.
  let end: Int
  /// Whether nothing follows them.
  let isLast: Bool
  /// The byte that is read next.
  var index: Int

  /// The byte that is read next; 0 at the end.
  @inline(__always)
  var byte: UInt8 { base[index] }

  /// Whether an object or array follows.
  @inline(__always)
  var isAtContainer: Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") }

  /// Goes behind spaces and line breaks.
  @inline(__always)
  mutating func skipSpace() {
    while base[index] <= 0x20, base[index] == 0x20 || base[index] &- 9 < 5 { index += 1 }
  }

  /// The reason to stop here: damage, unless the bytes merely end.
  func stop(_ kind: JSONDamage.Kind) -> JSONStop {
    guard index >= end else { return .damage(JSONDamage(kind: kind, offset: index)) }
    return isLast ? .damage(JSONDamage(kind: .cutShort, offset: end)) : .needsMore
  }

  /// Reads a text, at whose first quote the scanner stands.
  @inline(__always)
  mutating func text() throws(JSONStop) -> Text {
    let start = index + 1
    var next = start
    var hasEscapes = false
    while true {
      let byte = base[next]
      if byte == UInt8(ascii: "\"") {
        index = next + 1
        return Text(start: start, end: next, hasEscapes: hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        next += 1
        guard next < end else { throw cutText(at: end) }
      } else if byte < 0x20 {
        if next >= end { throw cutText(at: end) }
        if byte == 0x0A || byte == 0x0D { throw cutText(at: next) }
      }
      next += 1
    }
  }

  private func cutText(at place: Int) -> JSONStop {
    if place < end { return .damage(JSONDamage(kind: .brokenText, offset: place)) }
    return isLast ? .damage(JSONDamage(kind: .openText, offset: index)) : .needsMore
  }

  /// Reads a name, its colon and the spaces around it.
  @inline(__always)
  mutating func key() throws(JSONStop) -> Text {
    guard byte == UInt8(ascii: "\"") else { throw stop(.noKey) }
    let key = try text()
    skipSpace()
    guard byte == UInt8(ascii: ":") else { throw stop(.noColon) }
    index += 1
    skipSpace()
    return key
  }

  /// Reads a number or `true`, `false` or `null`, up to what ends it.
  @inline(__always)
  mutating func word() throws(JSONStop) -> Word {
    let start = index
    var next = index
    var hasExponent = false
    var isNumber = base[next] == UInt8(ascii: "-") || base[next] &- 0x30 < 10
    while true {
      let byte = base[next]
      if byte &- 0x30 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
        next += 1
      } else if byte | 0x20 == UInt8(ascii: "e") || byte == UInt8(ascii: "+") {
        hasExponent = true
        next += 1
      } else if byte | 0x20 &- 0x61 < 26 {
        isNumber = false
        next += 1
      } else {
        break
      }
    }
    if next >= end, !isLast { throw .needsMore }
    guard next > start else { throw stop(.noValue) }
    if isNumber {
      guard isNumeral(start, next) else { throw stop(.badWord) }
      index = next
      return hasExponent ? .exponent : .plain
    }
    let word = CellBytes(base, start, next)
    index = next
    // What Python and JavaScript write for numbers that are none is nothing here.
    if word.isWord("null") || word.isWord("nan") { return .null }
    if word.isWord("infinity") || word.isWord("-infinity") { return .null }
    if word.isWord("true") || word.isWord("false") { return .plain }
    index = start
    throw stop(.badWord)
  }

  /// Whether the bytes are a number as JSON writes it; zeros before it are let pass.
  @inline(__always)
  private func isNumeral(_ start: Int, _ end: Int) -> Bool {
    var next = start
    if base[next] == UInt8(ascii: "-") { next += 1 }
    var digits = 0
    while next < end, base[next] &- 0x30 < 10 {
      next += 1
      digits += 1
    }
    if next < end, base[next] == UInt8(ascii: ".") {
      next += 1
      while next < end, base[next] &- 0x30 < 10 {
        next += 1
        digits += 1
      }
    }
    guard digits > 0 else { return false }
    guard next < end else { return true }
    guard base[next] | 0x20 == UInt8(ascii: "e") else { return false }
    next += 1
    if next < end, base[next] == UInt8(ascii: "+") || base[next] == UInt8(ascii: "-") { next += 1 }
    guard next < end else { return false }
    while next < end, base[next] &- 0x30 < 10 { next += 1 }
    return next == end
  }

  /// Goes behind a value that lies in `depth` others.
  mutating func skipValue(depth: Int) throws(JSONStop) {
    switch byte {
    case UInt8(ascii: "\""): _ = try text()
    case UInt8(ascii: "{"):
      guard try open(depth, UInt8(ascii: "}")) else { return }
      repeat {
        _ = try key()
        try skipValue(depth: depth + 1)
      } while try nextMember()
    case UInt8(ascii: "["):
      guard try open(depth, UInt8(ascii: "]")) else { return }
      repeat { try skipValue(depth: depth + 1) } while try nextElement()
    default: _ = try word()
    }
  }

  /// Goes behind the brace or bracket that opens what lies in `depth` others, and behind its closing
  /// one where nothing lies between; whether something does.
  @inline(__always)
  mutating func open(_ depth: Int, _ closing: UInt8) throws(JSONStop) -> Bool {
    guard depth < JSONScanner.deepest else { throw stop(.tooDeep) }
    index += 1
    skipSpace()
    guard byte == closing else { return true }
    index += 1
    return false
  }

  /// Goes behind the comma to an object's next name, or behind its end; whether one follows.
  @inline(__always)
  mutating func nextMember() throws(JSONStop) -> Bool {
    skipSpace()
    if byte == UInt8(ascii: ",") {
      index += 1
      skipSpace()
      return true
    }
    guard byte == UInt8(ascii: "}") else { throw stop(.noCommaInObject) }
    index += 1
    return false
  }

  /// Goes behind the comma to an array's next element, or behind its end; whether one follows.
  @inline(__always)
  mutating func nextElement() throws(JSONStop) -> Bool {
    skipSpace()
    if byte == UInt8(ascii: ",") {
      index += 1
      skipSpace()
      return true
    }
    guard byte == UInt8(ascii: "]") else { throw stop(.noCommaInArray) }
    index += 1
    return false
  }
}
