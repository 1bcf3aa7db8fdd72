import Testing

@testable import SampleDataMaker

@Test func splitMixGivesTheNumbersOfItsReference() {
  // The first three outputs of the published C code for the state 0.
  var chance = RandomStream(state: 0)
  #expect(chance.next() == 0xe220_a839_7b1d_cdaf)
  #expect(chance.next() == 0x6e78_9e6a_a1b9_65f4)
  #expect(chance.next() == 0x06c4_5d18_8009_454f)
}

@Test(arguments: [0.3, 4, 25, 400]) func countsScatterAsPoissonHasIt(mean: Double) {
  var chance = RandomStream(seed: 1, name: "counts")
  let counts = (0..<20_000).map { _ in Double(chance.count(mean: mean)) }
  let average = counts.reduce(0, +) / 20_000
  let variance = counts.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 20_000
  #expect((average / mean - 1).magnitude < 0.03)
  #expect((variance / mean - 1).magnitude < 0.06)
}

@Test func theExponentialNeedsNoLibrary() {
  #expect(exponential(0) == 1)
  #expect((exponential(1) - 2.718281828459045).magnitude < 1e-12)
  #expect((exponential(-40) / 4.248354255291589e-18 - 1).magnitude < 1e-12)
}

@Test func daysAndDatesAgree() {
  #expect(Day(1970, 1, 1).number == 0)
  #expect(Day(2026, 11, 15).weekday == 6)
  #expect(Day(2024, 2, 29).advanced(by: 1).text() == "2024-03-01")
  let days = Day(2024, 1, 1)...Day(2027, 1, 1)
  #expect(days.allSatisfy { Day($0.civil.year, $0.civil.month, $0.civil.day) == $0 })
}
