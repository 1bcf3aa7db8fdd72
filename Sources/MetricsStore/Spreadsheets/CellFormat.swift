/// What a number format makes of the number in a cell.
enum CellFormat: Hashable, Sendable {
  /// A number, as it is.
  case number
  /// A number shown divided by a thousand so many times.
  case scaled(thousands: Int)
  /// A fraction shown in percent.
  case percent
  /// A number of percents with a `%` that is only written behind it.
  case writtenPercent
  /// A date without a time, or a month or year.
  case date
  case dateAndTime
  /// A time of day.
  case time
  /// A length of time, in hours that may be more than a day's.
  case duration

  /// The format that Excel knows by a number without its code being written; nil where the number
  /// stands for none. What those from 27 on mean differs; this is what they do in Japanese versions.
  init?(builtIn number: Int) {
    switch number {
    case 0...8, 11...13, 37...44, 48, 49: self = .number
    case 9, 10: self = .percent
    case 14...17, 27...31, 34...36, 50...58: self = .date
    case 18...21, 32, 33, 45, 47: self = .time
    case 22: self = .dateAndTime
    case 46: self = .duration
    default: return nil
    }
  }

  /// The format that a code such as `yyyy"年"m"月"d"日"` or `0.0%` describes: its first section,
  /// which is the one for positive numbers.
  init(code: String) {
    var parts = CellFormatParts()
    parts.read(code)
    self =
      switch (parts.hasDate, parts.hasTime) {
      case (true, true): .dateAndTime
      case (true, false): .date
      case (false, true): parts.isElapsed ? .duration : .time
      case (false, false):
        if parts.hasPercent {
          .percent
        } else if parts.writesPercent {
          .writtenPercent
        } else if parts.thousands > 0 {
          .scaled(thousands: parts.thousands)
        } else {
          .number
        }
      }
  }
}

/// What stands in the code of a number format.
private struct CellFormatParts {
  var hasDate = false
  var hasTime = false
  /// Whether its largest unit goes on where a day is full, such as `[h]`.
  var isElapsed = false
  var hasPercent = false
  /// Whether a `%` is written, in quotes or behind a backslash.
  var writesPercent = false
  /// How many commas stand behind the last place for a digit.
  var thousands = 0

  private var hasDigits = false
  /// Whether the last letters were hours, so that `m` after them is minutes.
  private var isAfterHours = false
  /// Whether an `m` stands that is minutes if seconds come, and else a month.
  private var hasOpenMonth = false

  /// Reads the code's first section; letters in quotes, brackets and behind backslashes are no
  /// part of it.
  mutating func read(_ code: String) {
    let code = Array(code.utf8)
    var index = 0
    reading: while index < code.count {
      let byte = code[index]
      switch byte {
      case UInt8(ascii: ";"): break reading
      case UInt8(ascii: "\""):
        let end = code[(index + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? code.count
        if code[index..<end].contains(UInt8(ascii: "%")) { writesPercent = true }
        index = end
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        index += 1
        if byte == UInt8(ascii: "\\"), index < code.count, code[index] == UInt8(ascii: "%") {
          writesPercent = true
        }
      case UInt8(ascii: "["):
        let end = code[index...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
        let inner = code[(index + 1)..<end].map { $0 | 0x20 }
        if let first = inner.first, "hms".utf8.contains(first), inner.allSatisfy({ $0 == first }) {
          hasTime = true
          isElapsed = true
          isAfterHours = first == UInt8(ascii: "h")
        }
        index = end
      default: index += take(code[index...]) - 1
      }
      index += 1
    }
    if hasOpenMonth { hasDate = true }
  }

  /// Takes the letter, word or sign that comes next; how many bytes it has.
  private mutating func take(_ rest: ArraySlice<UInt8>) -> Int {
    for word in ["general", "standard", "g/標準"] where starts(rest, with: word) {
      return word.utf8.count
    }
    for word in ["am/pm", "a/p"] where starts(rest, with: word) {
      hasTime = true
      return word.utf8.count
    }
    let letter = rest[rest.startIndex] | 0x20
    let length = rest.prefix { $0 | 0x20 == letter }.count
    switch rest[rest.startIndex] {
    case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
      hasDigits = true
      thousands = 0
      return 1
    case UInt8(ascii: ","):
      if hasDigits { thousands += 1 }
      return 1
    case UInt8(ascii: "%"):
      hasPercent = true
      return 1
    default: break
    }
    switch letter {
    case UInt8(ascii: "e") where isExponent(rest): return 2
    case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "e"),
      UInt8(ascii: "b"):
      hasDate = true
      isAfterHours = false
    case UInt8(ascii: "a") where length >= 3: hasDate = true
    case UInt8(ascii: "h"):
      hasTime = true
      isAfterHours = true
    case UInt8(ascii: "m"):
      if isAfterHours && length <= 2 { break }
      if hasOpenMonth { hasDate = true }
      hasOpenMonth = true
    case UInt8(ascii: "s"):
      hasTime = true
      hasOpenMonth = false
      isAfterHours = false
    default: return 1
    }
    return length
  }

  private func isExponent(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let sign = rest.dropFirst().first else { return false }
    return hasDigits && (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"))
  }

  private func starts(_ rest: ArraySlice<UInt8>, with word: String) -> Bool {
    rest.count >= word.utf8.count && zip(rest, word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
