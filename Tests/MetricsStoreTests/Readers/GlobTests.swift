import Testing

@testable import MetricsStore

@Suite struct Globs {
  @Test(arguments: [
    ("*.csv", "a.csv", true), ("*.csv", "a.csv.bak", false), ("a?c", "abc", true),
    ("a?c", "ac", false), ("[a-c]1", "b1", true), ("[!a-c]1", "b1", false), ("[!a-c]1", "d1", true),
    ("*a*b*", "xxaxxbxx", true), ("*a*b*", "xxbxxaxx", false), ("[x", "[x", true), ("*", "", true),
    ("表?", "表示", true), ("[]]", "]", true), ("a-[0-9][0-9].csv", "a-07.csv", true),
  ])
  func whatMatches(_ pattern: String, _ name: String, _ isMatch: Bool) {
    #expect(Glob(pattern).matches(name) == isMatch)
  }

  @Test func manyStarsAreNoTrouble() {
    let pattern = Glob(String(repeating: "*a", count: 100) + "*b")
    #expect(!pattern.matches(String(repeating: "a", count: 5000)))
  }
}
