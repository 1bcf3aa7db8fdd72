import Metrics
import Testing

@testable import MetricsStore

@Suite struct DefinitionsHostilityTests {
  @Test func aliasesThatMultiplyAreRefusedBeforeTheyCostAnything() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...30 {
      let last = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(last), \(last), \(last)]\n"
    }
    #expect(lines(load(text)) == ["kpi.yaml:4:20 yaml-anchor"])
    #expect(lines(load(text + "? [*a30, *a30]\n: x\n")) == ["kpi.yaml:4:20 yaml-anchor"])
  }

  @Test func aFewAliasesAreRefusedWhereTheyAreAnchored() {
    #expect(
      lines(load("workspace: {name: &n A}\ndefaults: {owner: *n}"))
        == ["kpi.yaml:1:19 yaml-anchor"])
  }

  @Test func multiplicationsAndAmpersandsInTextsAreNoAliases() {
    let text = """
      sources: {web: {files: a.csv, date: d, measures: {v: v}}}
      metrics:
        v: {from: web.v, label: Search &v Social, definition: "all: *v, &v"}
        w: {formula: "2 *v"}
        x:
          formula: >
            v
            * 2
      """
    #expect(lines(load(text)) == [])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "a:\n "])
  func deepNestingIsRefused(_ opening: String) {
    for depth in [70, 990, 200_000] {
      let loaded = load(String(repeating: opening, count: depth))
      #expect(loaded.definitions == nil)
      #expect(loaded.issues.count == 1)
    }
    let nested = "a: " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
    #expect(lines(load(nested)) == ["kpi.yaml:1:68 yaml-too-deep"])
  }

  @Test func formulasThatMultiplyAreRefused() {
    var text = "sources: {web: {files: a.csv, date: d, measures: {v: v}}}\nmetrics:\n"
    text += "  m0: {from: web.v}\n"
    for level in 1...40 { text += "  m\(level): {formula: m\(level - 1) + m\(level - 1)}\n" }
    #expect(load(text).issues.map(\.code) == ["formula-too-large"])
  }

  @Test func aLongChainOfFormulasIsRefusedWithoutRunningOutOfStack() {
    var text = "sources: {web: {files: a.csv, date: d, measures: {v: v}}}\nmetrics:\n"
    for level in 0..<4999 { text += "  m\(level): {formula: m\(level + 1) + 1}\n" }
    text += "  m4999: {from: web.v}\n"
    let codes = Set(load(text).issues.map(\.code))
    #expect(codes == ["formula-too-large"])
  }

  @Test func moreMetricsThanAllowedAreRefused() {
    var text = "sources: {web: {files: a.csv, date: d, measures: {v: v}}}\nmetrics:\n"
    for number in 0...5000 { text += "  m\(number): {from: web.v}\n" }
    #expect(lines(load(text)) == ["kpi.yaml:5003:3 too-many"])
  }

  @Test func noTextOfTheDefinitionsReachesTheScreenRaw() {
    let text = """
      workspace: {name: "a\\e[31m\\u202Eb"}
      metrics: {"a\\e[2J": {}, b: {owner: "\\u200Bx\\ty", formula: "q\\u0007"}}
      """
    let loaded = load(text)
    for issue in loaded.issues {
      let shown = issue.message.string + (issue.help?.string ?? "") + issue.place.description
      #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }
    #expect(loaded.issues.map(\.code) == ["bad-name", "bad-expression"])
  }

  /// Random edits of the example: none may crash the reader, and either there are definitions or a
  /// reason why not.
  @Test(arguments: 1...8) func noMutationOfTheExampleCrashes(_ seed: UInt64) {
    var random = Mixer(state: seed)
    let example = Array(fullExample.utf8)
    let pieces =
      ["{", "}", "[", "]", ": ", "- ", "\n", "\t", "&a ", "*a", "\"", "'", "|", ">", "?"]
      + ["%", "@", "!", "#", "<<: ", "\n---\n", "\0", "青", "\u{301}", "  ", "a", "1_0", "sum", "-"]
    for _ in 0..<40 {
      var bytes = example
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(index..<min(bytes.count, index + 30))
        default:
          let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
          bytes.insert(contentsOf: Array(piece.utf8), at: index)
        }
      }
      let loaded = load(bytes: ["kpi.yaml": bytes])
      let hasErrors = loaded.issues.contains { $0.severity == .error }
      #expect((loaded.definitions == nil) == hasErrors)
      let lineCount = bytes.count { $0 == 10 || $0 == 13 || $0 == 0x85 || $0 == 0xA8 } + 2
      #expect(loaded.issues.allSatisfy { ($0.place.line ?? 1) <= lineCount })
    }
  }

  @Test func everyPrefixOfTheExampleIsReadOrRefused() {
    let example = Array(fullExample.utf8)
    for count in stride(from: 0, to: example.count, by: 17) {
      let loaded = load(bytes: ["kpi.yaml": Array(example[..<count])])
      let hasErrors = loaded.issues.contains { $0.severity == .error }
      #expect((loaded.definitions == nil) == hasErrors)
    }
  }

  private struct Mixer: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
