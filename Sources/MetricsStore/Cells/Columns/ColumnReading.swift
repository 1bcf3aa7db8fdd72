import Metrics

/// What a column is and how its cells are to be read, as decided from all of them.
struct ColumnReading: Hashable, Sendable {
  /// What the cells are.
  let type: ColumnType
  /// How to read its numbers.
  let numbers: NumberFormat
  /// How to read its dates.
  let dates: DateFormat
  /// What the column's name says about the unit.
  let unit: HeaderUnit
  /// What could not be decided or does not fit.
  let doubts: [ColumnDoubt]

  /// What a profile comes to.
  init(_ profile: ColumnProfile) {
    let name = FoldedName(profile.name)
    unit = HeaderUnit(profile.name)
    type = ColumnReading.type(profile, name, unit)
    let isUnsigned = unit.isPercent && profile.numbers.percentages == 0
    numbers = NumberFormat(
      decimal: profile.numbers.decimals.decimal, percent: isUnsigned ? .unsigned : .signed,
      exponent: unit.exponent)
    dates = profile.dates.orders.format
    doubts = ColumnReading.doubts(profile, name, type, unit)
  }

  private static func type(
    _ profile: ColumnProfile, _ name: FoldedName, _ unit: HeaderUnit
  ) -> ColumnType {
    let values = profile.values
    guard values > 0 else { return .empty }
    func isMost(_ count: Int) -> Bool { count * 5 >= values * 4 }
    let promised = PersonalKind(header: name)
    if isMost(profile.mails) { return .personal(.mail) }
    if isMost(profile.telephones) { return .personal(.telephone) }
    if promised == .telephone { return .personal(.telephone) }
    if profile.truths == values { return .boolean }
    let isIdentifier = ColumnReading.isIdentifier(name)
    if !isIdentifier, isMost(profile.dates.count(isPromised: isDate(name))) {
      let dates = profile.dates
      if dates.times > 0 { return .dateTime }
      return dates.months * 2 > values ? .month : .date
    }
    let numbers = profile.numbers
    if isMost(numbers.either) {
      if isIdentifier || numbers.padded > 0 || numbers.overlong > 0 { return .identifier }
      if numbers.percentages > 0 || unit.isPercent { return .percent }
      if numbers.amounts > 0 || unit.currency != nil {
        return .currency(numbers.otherCurrency == nil ? unit.currency ?? numbers.currency : nil)
      }
      return numbers.wholes == numbers.count && unit.exponent >= 0 ? .integer : .decimal
    }
    if let promised { return .personal(promised) }
    return isIdentifier ? .identifier : .text
  }

  /// Whether the name says that the cells only tell things apart.
  private static func isIdentifier(_ name: FoldedName) -> Bool {
    if name.words.last == "id" || name.words.first == "id" { return true }
    return name.text.hasSuffix("id") && name.words.isEmpty
      || ["番号", "コード", "管理no", "管理no."].contains { name.text.hasSuffix($0) }
      || ["code", "zip", "zipcode", "postcode", "sku"].contains(name.words.last ?? "")
  }

  /// Whether the name promises dates.
  private static func isDate(_ name: FoldedName) -> Bool {
    name.hasWord(among: ["date", "day", "month", "time", "yearmonth"])
      || ["日", "月", "日付", "年月", "日時", "対象月"].contains(name.text)
      || ["日", "年月", "日付", "日時"].contains { name.text.hasSuffix($0) }
  }
}
