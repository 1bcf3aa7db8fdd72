import Metrics
import Testing

@testable import MetricsStore

/// A row of a log as it is read.
private struct Row {
  var person: Int
  var step: JourneyStep
}

private let hash = PersonHash.ofThisRun

private func key(_ text: String, isPadded: Bool = false) -> PersonKey {
  var bytes = Array(text.utf8)
  let count = bytes.count
  bytes += Array(repeating: UInt8.random(in: 0...255), count: 16)
  return bytes.withUnsafeBufferPointer {
    hash.person(CellBytes($0).part(0, count), isPadded: isPadded)
  }
}

/// The steps of each person, by trying every person that may be there.
private func steps(_ gathered: PersonSteps, of persons: Range<Int>) -> [[JourneyStep]] {
  persons.map { person in
    guard let index = gathered.persons.firstIndex(of: key("p\(person)")) else { return [] }
    return Array(
      gathered.steps[Int(gathered.starts[index])..<Int(gathered.starts[index + 1])])
  }
}

private func random(_ count: Int, persons: Int, _ random: inout SeededNumbers) -> [Row] {
  (0..<count).map { _ in
    Row(
      person: Int.random(in: 0..<persons, using: &random),
      step: JourneyStep(
        moment: Int64.random(in: -1000...1000, using: &random),
        kind: Int32.random(in: 0..<3, using: &random)))
  }
}

private func loose(_ rows: [Row]) -> LooseSteps {
  let loose = LooseSteps()
  for row in rows { loose.insert(row.step, of: key("p\(row.person)")) }
  return loose
}

private func expected(_ rows: [Row], of persons: Range<Int>) -> [[JourneyStep]] {
  persons.map { person in rows.filter { $0.person == person }.map(\.step).sorted() }
}

@Suite struct PersonStepsTests {
  @Test func aPersonIsTheSameHoweverTheBytesLie() {
    for length in 1...70 {
      let text = String(repeating: "abcdefghij", count: 7).prefix(length)
      #expect(key(String(text)) == key(String(text), isPadded: true))
    }
    let texts = (0..<20_000).map { "u\($0)" } + (1...100).map { String(repeating: "x", count: $0) }
    #expect(Set(texts.map { key($0) }).count == texts.count)
    #expect(!texts.map { key($0) }.contains(.none))
  }

  @Test(arguments: [(0, 1), (1, 1), (50, 7), (3000, 40), (5000, 2), (40_000, 3000)])
  func stepsAreGatheredByPersonAndTime(_ count: Int, _ persons: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(count))
    let rows = random(count, persons: persons, &numbers)
    let half = count / 2
    let same: [Int32] = [0, 1, 2]
    let gathered = try #require(
      PersonSteps([
        (loose(Array(rows[..<half])), same), (loose(Array(rows[half...])), same),
      ]))
    #expect(gathered.persons.count == Set(rows.map(\.person)).count)
    #expect(gathered.starts.last.map { Int($0) } == count)
    let probe = 0..<min(persons, 50)
    #expect(steps(gathered, of: probe) == expected(rows, of: probe))
  }

  @Test func everyReadersKindsBecomeTheCommonOnes() throws {
    let one = loose([Row(person: 1, step: JourneyStep(moment: 5, kind: 0))])
    let other = loose([Row(person: 1, step: JourneyStep(moment: 3, kind: 0))])
    let gathered = try #require(PersonSteps([(one, [4]), (other, [2])]))
    #expect(
      steps(gathered, of: 1..<2) == [
        [JourneyStep(moment: 3, kind: 2), JourneyStep(moment: 5, kind: 4)]
      ])
  }

  @Test func aPersonOfSeveralFilesIsOne() throws {
    var numbers = SeededNumbers(seed: 9)
    let rows = random(6000, persons: 300, &numbers)
    let same: [Int32] = [0, 1, 2]
    let files = try (0..<3).map { file in
      let own = rows.indices.filter { $0 % 3 == file }.map { rows[$0] }
      return try #require(PersonSteps([(loose(own), same)]))
    }
    let joined = try #require(PersonSteps(joining: files.map { ($0, same) }))
    #expect(joined.persons.count == 300)
    #expect(steps(joined, of: 0..<300) == expected(rows, of: 0..<300))
    let turned = try #require(PersonSteps(joining: [(files[0], [2, 1, 0])]))
    let third = turned.steps.map(\.kind).count { $0 == 2 }
    let first = files[0].steps.map(\.kind).count { $0 == 0 }
    #expect(third == first)
  }

  @Test func blocksOfAPartFollowOneAnother() {
    let loose = LooseSteps()
    let person = key("one")
    for moment in 0..<40_000 {
      loose.insert(JourneyStep(moment: Int64(moment), kind: 0), of: person)
    }
    let part = LooseSteps.part(of: person)
    #expect(loose.count(part: part) == 40_000)
    var seen: Set<Int64> = []
    loose.forEachBlock(part: part) { rows in
      for row in rows { seen.insert(row.step.moment) }
    }
    #expect(seen.count == 40_000)
    loose.drop(part: part)
    #expect(loose.count(part: part) == 0)
  }

  @Test func aCrewTakesEveryNumberOnce() {
    let counts = UnsafeMutableBufferPointer<Int>.allocate(capacity: 5000)
    defer { counts.deallocate() }
    counts.initialize(repeating: 0)
    nonisolated(unsafe) let shared = counts
    Crew.share(5000, workers: 4) { crew in
      while let number = crew.next() { shared[number] += 1 }
    }
    #expect(counts.allSatisfy { $0 == 1 })
  }
}
