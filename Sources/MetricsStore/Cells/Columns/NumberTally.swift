/// Counts of what the cells of a column are as numbers.
struct NumberTally: Sendable {
  /// Which of point and comma stands before fractions.
  private(set) var decimals = DecimalVote()
  /// Cells that are numbers with a decimal point or comma, with a point, and with a comma.
  private(set) var either = 0
  private(set) var points = 0
  private(set) var commas = 0
  /// Cells that are whole numbers with a decimal point, and with a decimal comma.
  private(set) var wholePoints = 0
  private(set) var wholeCommas = 0
  /// Cells with a `%`, with a currency, with a bound, and such as 007.
  private(set) var percentages = 0
  private(set) var amounts = 0
  private(set) var bounds = 0
  private(set) var padded = 0
  /// Cells of more than fifteen digits and nothing else, which only identify.
  private(set) var overlong = 0
  /// The first currency that stands in a cell.
  private(set) var currency: Currency?
  /// Another one that stands in another cell.
  private(set) var otherCurrency: Currency?

  /// Takes a cell into account; whether it is a number.
  mutating func see(_ cell: CellBytes) -> Bool {
    let isNumber = count(cell)
    if isNumber { either += 1 }
    return isNumber
  }

  /// Counts a cell; whether it is a number.
  private mutating func count(_ cell: CellBytes) -> Bool {
    if NumberTally.isDigits(cell) {
      if cell[0] == UInt8(ascii: "0"), cell.count > 1 { padded += 1 }
      if cell.count > 15 { overlong += 1 }
      points += 1
      commas += 1
      wholePoints += 1
      wholeCommas += 1
      return true
    }
    let point = WrittenNumber(cell, NumberFormat())
    let comma = WrittenNumber(cell, NumberFormat(decimal: UInt8(ascii: ",")))
    decimals.see(point: point, comma: comma)
    guard let number = point ?? comma else { return false }
    if let point {
      points += 1
      if NumberTally.isWhole(point) { wholePoints += 1 }
    }
    if let comma {
      commas += 1
      if NumberTally.isWhole(comma) { wholeCommas += 1 }
    }
    if number.isPercent { percentages += 1 }
    if number.bound != nil { bounds += 1 }
    if let found = number.currency {
      amounts += 1
      if let currency, currency != found { otherCurrency = found } else { currency = found }
    }
    return true
  }

  /// Cells that are numbers in the way of writing that is decided.
  var count: Int { decimals.decimal == UInt8(ascii: ",") ? commas : points }

  /// Cells that are whole numbers in that way.
  var wholes: Int { decimals.decimal == UInt8(ascii: ",") ? wholeCommas : wholePoints }

  private static func isWhole(_ number: WrittenNumber) -> Bool {
    number.value.units % ExactDecimal.one.units == 0
  }

  private static func isDigits(_ cell: CellBytes) -> Bool {
    guard !cell.isEmpty, cell.count <= 20 else { return false }
    for index in 0..<cell.count where cell[index] &- 0x30 >= 10 { return false }
    return true
  }
}
