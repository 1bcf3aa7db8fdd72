import Testing

@testable import Metrics

@Suite struct NearestNameTests {
  private let known = ["sales", "sessions", "visits", "cost", "customers", "cpa"]

  @Test(arguments: [
    ("sale", "sales"), ("slaes", "sales"), ("SALES", "sales"), ("session", "sessions"),
    ("visist", "visits"), ("coast", "cost"), ("custmoers", "customers"), ("cpx", "cpa"),
    ("cost", "cost"),
  ])
  func aMistypedNameHasItsNearest(typed: String, meant: String) {
    #expect(NearestName.of(typed, among: known) == meant)
  }

  @Test(arguments: ["revenue", "xyz", "leads", "customersssss", "visitors and more"])
  func aNameThatIsNotNearHasNone(typed: String) {
    #expect(NearestName.of(typed, among: known) == nil)
  }

  @Test func ofTwoEquallyNearTheFirstByNameIsMeant() {
    #expect(NearestName.of("cat", among: ["car", "bat"]) == "bat")
    #expect(NearestName.of("cat", among: ["bat", "car"]) == "bat")
    #expect(NearestName.of("cat", among: [String]()) == nil)
  }

  @Test func aHugeNameCostsNothing() {
    let huge = String(repeating: "a", count: 200_000)
    #expect(NearestName.of(huge, among: [huge]) == nil)
    #expect(NearestName.of("aaaa", among: [huge, "aaab"]) == "aaab")
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("売上", "売上高", 1),
  ])
  func theDistanceCountsEdits(first: String, second: String, edits: Int) {
    #expect(NearestName.distance(first, second) == edits)
    #expect(NearestName.distance(second, first) == edits)
  }

  /// Against the definition: the least of all ways, tried one by one.
  @Test func theDistanceIsTheLeastOverAllWays() {
    func least(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
      guard let x = a.first else { return b.count }
      guard let y = b.first else { return a.count }
      var best = least(a.dropFirst(), b.dropFirst()) + (x == y ? 0 : 1)
      best = min(best, least(a.dropFirst(), b) + 1, least(a, b.dropFirst()) + 1)
      if let x2 = a.dropFirst().first, let y2 = b.dropFirst().first, x == y2, x2 == y {
        best = min(best, least(a.dropFirst(2), b.dropFirst(2)) + 1)
      }
      return best
    }
    var random = SeededNumbers(seed: 13)
    func word() -> String {
      String(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          "abc".randomElement(using: &random) ?? "a"
        })
    }
    var wrong = 0
    for _ in 0..<300 {
      let (first, second) = (word(), word())
      if NearestName.distance(first, second) != least(Array(first)[...], Array(second)[...]) {
        wrong += 1
      }
    }
    #expect(wrong == 0)
  }
}
