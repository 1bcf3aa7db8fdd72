/// A number as people and their tools write it, with what its cell says about it.
///
/// Read are thousands separators in their right places, `%`, signs and codes of currencies in front
/// or behind, 万 億 千, K M B, minus in any of its forms (`-`, `−`, `△`, `▲`, in parentheses, behind),
/// full-width characters, exponents as spreadsheets write them, and bounds such as `> 90%`.
struct WrittenNumber {
  /// The number; a percentage is its fraction, 3万 is 30,000.
  private(set) var value: ExactDecimal
  /// On which side of `value` the number lies; nil where it is the number.
  private(set) var bound: NumberBound?
  /// Whether a `%` stands in the cell.
  private(set) var isPercent = false
  /// The currency that stands in the cell.
  private(set) var currency: Currency?
  /// The power of ten of the unit that stands in the cell; nil where there is none.
  private(set) var unit: Int?
  /// How many digits stand behind the decimal separator.
  let places: Int
  /// The power of ten of the last digit written: 6 for 1.05億, -4 for 66.67%.
  private(set) var resolution: Int

  /// Reads a cell; nil where it is no number, or one too large to be exact here.
  ///
  /// - Complexity: linear in the cell's length.
  init?(_ cell: CellBytes, _ format: NumberFormat) {
    var cursor = CellCursor(cell)
    guard let front = NumberFront(&cursor, format),
      let amount = NumberAmount(&cursor, format),
      let back = NumberBack(&cursor, after: front)
    else { return nil }
    guard front.bound == nil || back.bound == nil, amount.unit == nil || back.unit == nil else {
      return nil
    }
    bound = front.bound ?? back.bound
    currency = back.currency ?? front.currency
    if let front = front.currency, let back = back.currency, !front.agrees(with: back) {
      return nil
    }
    unit = amount.unit ?? back.unit
    isPercent = back.isPercent
    places = amount.places
    // A unit in the cell counts instead of the header's.
    var shift = amount.unit == nil ? back.unit ?? format.exponent : 0
    if isPercent {
      // A share of thousands would mean two things at once.
      guard format.exponent == 0 else { return nil }
      shift -= 2
    } else if format.percent == .unsigned {
      shift -= 2
    }
    guard let scaled = amount.value.scaled(by: shift) else { return nil }
    resolution = amount.resolution + shift
    let isNegative = front.sign == .minus || front.isOpen || back.isNegative
    value = isNegative ? ExactDecimal(units: 0 - scaled.units) : scaled
  }
}
