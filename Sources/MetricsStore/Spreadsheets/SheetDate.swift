import Metrics

/// A date and time as a workbook counts them: in days, with a fraction for the time.
struct SheetDate {
  /// Whole days since the workbook's first, 0.
  let day: Int
  /// Milliseconds since midnight.
  let milliseconds: Int

  private static let millisecondsInDay = 86_400_000
  /// The day after 9999-12-31, as workbooks that count from 1900 number it.
  private static let end = 2_958_466

  /// The date that a number is, to the nearest millisecond; nil where it is negative or after 9999.
  init?(_ number: PlainDecimal) {
    guard !number.isNegative, number.exponent <= 6, number.mantissa < 1 << 53 else { return nil }
    var value = Double(number.mantissa)
    // One division by an exact power rounds once; what is smaller still is under a millisecond.
    if number.exponent < 0 {
      value = number.exponent < -22 ? 0 : value / SheetDate.power(-number.exponent)
    } else {
      value *= SheetDate.power(number.exponent)
    }
    guard value < Double(SheetDate.end) else { return nil }
    let total = Int((value * Double(SheetDate.millisecondsInDay)).rounded())
    day = total / SheetDate.millisecondsInDay
    milliseconds = total % SheetDate.millisecondsInDay
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// Writes what a format of dates or times shows, as ISO 8601 writes it with a space; false, with
  /// nothing written, where there is no such date.
  func write(
    as format: CellFormat, from1904: Bool, to bytes: inout GrowingBytes
  ) -> Bool {
    // To the nearest second, which may be the next day's.
    let seconds = (milliseconds + 500) / 1000
    switch format {
    case .duration:
      writeTime(day * 86_400 + seconds, to: &bytes)
    case .time where day == 0 && seconds < 86_400:
      writeTime(seconds, to: &bytes)
    case .date:
      return writeDay(day, from1904: from1904, to: &bytes)
    default:
      guard writeDay(day + seconds / 86_400, from1904: from1904, to: &bytes) else { return false }
      bytes.append(UInt8(ascii: " "))
      writeTime(seconds % 86_400, to: &bytes)
    }
    return true
  }

  private func writeDay(_ number: Int, from1904: Bool, to bytes: inout GrowingBytes) -> Bool {
    guard let (year, month, day) = SheetDate.civil(number, from1904: from1904) else {
      return false
    }
    write(year, digits: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    write(month, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    write(day, digits: 2, to: &bytes)
    return true
  }

  /// The date of a day's number. Counted from 1900, day 0 is 1900-01-00 and day 60 is 1900-02-29, as
  /// Excel shows them though the calendar has neither.
  private static func civil(_ number: Int, from1904: Bool) -> (year: Int, month: Int, day: Int)? {
    if from1904 {
      // 1904-01-01 lies 24,107 days before 1970.
      let day = Day(number: Int32(clamping: number - 24_107)).civil
      return day.year <= 9999 ? day : nil
    }
    switch number {
    case 0: return (1900, 1, 0)
    case 60: return (1900, 2, 29)
    case end...: return nil
    // 1899-12-31 lies 25,568 days before 1970; behind the day that never was, one more.
    default: return Day(number: Int32(clamping: number - (number < 60 ? 25_568 : 25_569))).civil
    }
  }

  private func writeTime(_ seconds: Int, to bytes: inout GrowingBytes) {
    write(seconds / 3600, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    write(seconds / 60 % 60, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    write(seconds % 60, digits: 2, to: &bytes)
  }

  /// Writes a number with zeros before it up to so many digits.
  private func write(_ number: Int, digits: Int, to bytes: inout GrowingBytes) {
    var power = 1
    for _ in 1..<digits { power *= 10 }
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(truncatingIfNeeded: number / power % 10) + 0x30)
      power /= 10
    }
  }
}
