import Testing

@testable import Reporting

@Test func jsonNumbersAreWrittenWithTheShortestDigitsThatReadBack() {
  let numbers: [Double] = [0.1, 5, -0.0, 1e21, 0.1 + 0.2, 123_456_789_012, -2.5]
  #expect(
    JSONValue.array(numbers.map { .number($0) }).line
      == "[0.1, 5, 0, 1e+21, 0.30000000000000004, 123456789012, -2.5]")
}
