import Metrics
import Testing

@testable import Reporting

@Test func jsonNumbersAreWrittenWithTheShortestDigitsThatReadBack() {
  let numbers: [Double] = [0.1, 5, -0.0, 1e21, 0.1 + 0.2, 123_456_789_012, -2.5]
  #expect(
    JSONValue.array(numbers.map { .number($0) }).line
      == "[0.1, 5, 0, 1e+21, 0.30000000000000004, 123456789012, -2.5]")
}

@Test func jsonTextsEscapeWhatWouldEndThemOrControlATerminal() {
  #expect(
    JSONValue.text("a\"b\\c\n\u{1B}[0m\u{9B}売").line
      == #""a\"b\\c\n\u001b[0m\u009b売""#)
}

@Test func numbersForPeopleAreRoundedAndGrouped() {
  let count = ReadableNumber(.count)
  #expect(count.value(1_234_567) == "1,234,567")
  #expect(count.value(-1234.5) == "-1,235")
  #expect(count.value(0.02134) == "0.0213")
  #expect(count.change(-0.00001) == "0.0000")
  #expect(ReadableNumber(.percent).value(0.02134) == "2.13%")
  #expect(ReadableNumber(.percent).change(-0.0008) == "-0.08pt")
  #expect(ReadableNumber.ratio(0.036) == "+3.6%")
}
