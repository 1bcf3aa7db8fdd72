import Metrics
import Testing

@testable import MetricsStore

@Suite struct NumbersInCells {
  /// What a number with a format is written as.
  private func written(_ number: String, _ format: String, from1904: Bool = false) -> String {
    var file = WorkbookFile(rows: #"<row><c s="0"><v>\#(number)</v></c></row>"#)
    file.formats = [format]
    if from1904 { file.properties = #"<workbookPr date1904="1"/>"# }
    return String(file.reading.text.dropLast())
  }

  @Test(arguments: [
    ("0.30000000000000004", "0.3"), ("66.666666666666671", "66.6666666666667"),
    ("1.5E-7", "0.00000015"), ("-1.1102230246251565E-16", "-0.000000000000000111022302462516"),
    ("1.2021E+17", "120210000000000000"), ("120210000000000123", "120210000000000123"),
    ("5.0", "5"), ("-0.0", "0"), ("00.50", "0.5"), ("999999999999999.9", "1000000000000000"),
    ("1E999", "1E999"), ("abc", "abc"), ("1e", "1e"), (".5", "0.5"), ("-12", "-12"),
  ])
  func aNumberHasFifteenDigitsAndNoExponent(_ number: String, _ expected: String) {
    #expect(written(number, "0") == expected)
  }

  @Test(arguments: [
    ("0.66669999999999996", "0.00%", "66.67%"), ("0.1", "9", "10%"), ("-0.015", "10", "-1.5%"),
    ("66.67", #"0.00"%""#, "66.67%"), ("66.67", #"0.00\%"#, "66.67%"), ("0", "0%", "0%"),
    ("1234567", "#,##0,", "1234567"), ("5", #"0"件""#, "5"), ("1234.5", "#,##0.00", "1234.5"),
    ("2", "[Red]0.00;[Blue]-0.00", "2"), ("12000", "0.00E+00", "12000"), ("7", "General", "7"),
  ])
  func aPercentageHasItsSignAndOtherFormatsChangeNothing(
    _ number: String, _ format: String, _ expected: String
  ) {
    #expect(written(number, format) == expected)
  }

  // The dates are those that Excel shows: 45839 is 2025-07-01.
  @Test(arguments: [
    ("45839", "14", "2025-07-01"), ("45839.5", "14", "2025-07-01"),
    ("45839.4375", "22", "2025-07-01 10:30:00"), ("45839", "yyyy/m/d h:mm", "2025-07-01 00:00:00"),
    ("45839", "yyyy/m/d;@", "2025-07-01"), ("45839", "57", "2025-07-01"),
    ("45839", #"[$-411]ggge"年"m"月"d"日""#, "2025-07-01"), ("45839", "mmm-yy", "2025-07-01"),
    ("45839", #"[$-411]e.m.d"#, "2025-07-01"), ("45839", "aaa", "2025-07-01"),
    ("45838.999999999", "yyyy-mm-dd hh:mm:ss", "2025-07-01 00:00:00"),
    ("0.37847222222222221", "20", "09:05:00"), ("0.5", "h:mm AM/PM", "12:00:00"),
    ("1.5", "[h]:mm", "36:00:00"), ("1.5", "46", "36:00:00"),
    ("0.0104166666666667", "mm:ss", "00:15:00"),
    ("45839.5", "h:mm", "2025-07-01 12:00:00"), ("1", "14", "1900-01-01"),
    ("59", "14", "1900-02-28"), ("60", "14", "1900-02-29"), ("61", "14", "1900-03-01"),
    ("2958465", "14", "9999-12-31"), ("2958466", "14", "2958466"), ("-1", "14", "-1"),
    ("1E+300", "14", "1" + String(repeating: "0", count: 300)),
  ])
  func aSerialNumberIsItsDate(_ number: String, _ format: String, _ expected: String) {
    #expect(written(number, format) == expected)
  }

  @Test func datesFrom1904AreFourYearsAndADayLater() {
    #expect(written("0", "14", from1904: true) == "1904-01-01")
    #expect(written("44377", "14", from1904: true) == "2025-07-01")
    #expect(written("60", "14", from1904: true) == "1904-03-01")
    #expect(written("2958465", "14", from1904: true) == "2958465")
  }

  @Test(arguments: [
    ("General", CellFormat.number), ("@", .number), (#"_ * #,##0_ ;_ * -#,##0_ "#, .number),
    (#""day "0"#, .number), (#"\d0"#, .number), ("[$¥-411]#,##0", .number), ("[$€-2] 0.0", .number),
    ("#,##0,,", .scaled(thousands: 2)), ("0.0,", .scaled(thousands: 1)), ("#,##0", .number),
    ("dd/mm/yyyy", .date), ("m月d日", .date), ("yyyy", .date), ("mm", .date),
    ("[$-F800]dddd, mmmm dd, yyyy", .date), ("m/d/yy h:mm", .dateAndTime), ("h:mm", .time),
    ("[mm]:ss", .duration), ("mm:ss.0", .time), ("0.00E+00", .number), ("##0.0E-0", .number),
    (#"0.0\%"#, .writtenPercent), (#"yyyy\年"#, .date), ("", .number), ("\"", .number),
    ("[", .number), ("\\", .number), (#"[Color10]0%"#, .percent), ("G/標準", .number),
  ])
  func aFormatCodeTellsWhatANumberIs(_ code: String, _ expected: CellFormat) {
    #expect(CellFormat(code: code) == expected)
  }
}
