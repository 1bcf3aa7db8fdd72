import Testing

@testable import Metrics

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("plain ~ text", "plain ~ text"), ("", ""), ("売上 ｶﾅ é ñ ¥ € 🎉", "売上 ｶﾅ é ñ ¥ € 🎉"),
    ("a\tb\nc\rd", "a b c d"), ("a\r\nb", "a  b"), ("a\u{2028}b\u{2029}c", "a b c"),
    ("\u{1B}[31mred\u{1B}[0m", "∙[31mred∙[0m"), ("bell\u{7}", "bell∙"), ("\u{0}", "∙"),
    ("del\u{7F}", "del∙"), ("c1\u{9B}31m\u{85}", "c1∙31m∙"), ("back\u{8}space", "back∙space"),
    ("\u{1B}]0;title\u{1B}\\", "∙]0;title∙\\"), ("\u{1B}P1;1|pty\u{9C}", "∙P1;1|pty∙"),
    ("invoice\u{202E}fdp.exe", "invoicefdp.exe"), ("\u{2066}a\u{2069}\u{200F}\u{61C}", "a"),
    ("ze\u{200B}ro\u{200D}wi\u{FEFF}dth\u{AD}", "zerowidth"),
    ("a\u{34F}b\u{17B4}c\u{3164}d", "abcd"),
    ("\u{E0041}\u{E007F}tag\u{FE0F}\u{E0100}\u{180B}", "tag"),
    ("own\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}", "own\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{378}\u{FFF0}", "\u{FFFD}"),
  ])
  func whatIsDangerousIsShownOrLeftOut(text: String, safe: String) {
    #expect(Array(SafeText(text).string.unicodeScalars) == Array(safe.unicodeScalars))
  }

  @Test func twoCombiningMarksAreEnough() {
    let marks = String(repeating: "\u{301}", count: 50)
    #expect(SafeText("e\(marks)f").string == "e\u{301}\u{301}f")
    #expect(SafeText(marks).string.unicodeScalars.count == 2)
    #expect(SafeText("a\u{301}\u{20DD}\u{903}\u{308}b").string == "a\u{301}\u{20DD}b")
    #expect(SafeText("a\u{301}\u{301}\u{200B}\u{301}").string == "a\u{301}\u{301}")
    #expect(SafeText("か\u{3099}").string == "が")
  }

  @Test func fourKilobytesAreEnough() {
    #expect(SafeText(String(repeating: "a", count: 5000)).string.utf8.count == 4096)
    #expect(SafeText(String(repeating: "あ", count: 5000)).string.utf8.count == 4095)
    #expect(SafeText(String(repeating: "\n", count: 5000)).string.utf8.count == 4096)
    #expect(SafeText(String(repeating: "\u{200B}", count: 5000) + "x").string == "x")
  }

  @Test(arguments: [
    ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xC3], "\u{FFFD}"), ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
    ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0x1B, 0x5B, 0x6D], "∙[m"), ([], ""),
    ([0xE2, 0x80, 0xAE, 0x78], "x"), ([0xC2, 0x9B, 0x6D], "∙m"), ([0xE5, 0xA3, 0xB2], "売"),
  ])
  func invalidBytesAreReplaced(bytes: [Int], safe: String) {
    let text = SafeText(utf8: bytes.map { UInt8($0) })
    #expect(Array(text.string.unicodeScalars) == Array(safe.unicodeScalars))
  }

  /// Each of the 1,112,064 code points, whatever a future version of Unicode says of it.
  @Test func noCodePointIsDangerousOnItsOwn() {
    var dangerous: [UInt32] = []
    for start in stride(from: UInt32(0), to: 0x110000, by: 256) {
      var scalars = String.UnicodeScalarView()
      for value in start..<(start + 256) {
        if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        scalars.append("x")
      }
      if !isHarmless(SafeText(String(scalars))) { dangerous.append(start) }
    }
    #expect(dangerous == [])
  }

  @Test func randomHostileTextIsHarmlessAndCleaningItAgainChangesNothing() {
    let pieces = [
      "a", " ", "売", "e\u{301}", "\u{301}", "\u{20DD}", "\u{903}", "\u{1B}[",
      "\u{1B}]8;;http://x\u{7}",
      "\u{9B}", "\u{0}", "\u{202E}", "\u{2067}", "\u{200D}", "\u{200B}", "\u{E0061}", "\u{E001}",
      "\u{FE0F}", "\r\n", "\t", "👨‍👩‍👧‍👦", "🏻", "🇯🇵", "\u{1100}", "\u{1160}", "ﾞ", "\u{2028}",
      "\u{10FFFF}",
    ]
    var random = SeededNumbers(seed: 9)
    var wrong: [String] = []
    for _ in 0..<10_000 {
      let count = Int.random(in: 0...30, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let safe = SafeText(text)
      if !isHarmless(safe) || SafeText(safe.string).string != safe.string {
        wrong.append(text.debugDescription)
      }
    }
    for _ in 0..<5000 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let safe = SafeText(utf8: bytes)
      if !isHarmless(safe) || SafeText(safe.string) != safe { wrong.append("\(bytes)") }
    }
    #expect(wrong.prefix(3) == [])
  }

  @Test func cleaningALongTextAgainChangesNothing() {
    for piece in ["a", "あ", "e\u{301}\u{302}\u{303}", "\u{1F468}\u{200D}", "\u{1B}"] {
      let safe = SafeText(String(repeating: piece, count: 3000))
      #expect(SafeText(safe.string) == safe)
      #expect(isHarmless(safe))
    }
  }

  @Test func textsAreOrderedByCodePoint() {
    let texts: [SafeText] = ["b", "é", "B", "a", "あ", "", "aa"]
    #expect(texts.sorted().map(\.string) == ["", "B", "a", "aa", "b", "é", "あ"])
  }

  @Test func aLabelFallsBackToTheOtherLanguage() {
    let both = LocalizedText(english: "Sales", japanese: "売上")
    #expect(both.text(in: .english) == "Sales" && both.text(in: .japanese) == "売上")
    #expect(LocalizedText("Sales").text(in: .japanese) == "Sales")
    #expect(LocalizedText(english: nil, japanese: "売上").text(in: .english) == "売上")
    #expect(LocalizedText(english: nil, japanese: nil).text(in: .english) == "")
    #expect(both.all == ["Sales", "売上"])
  }

  /// Ranges written down here, so that they do not follow the code that is tested.
  private static let forbidden: [ClosedRange<UInt32>] = [
    0...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160,
    0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
    0x3164...0x3164, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
    0xFFA0...0xFFA0, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
    0xE0000...0x10FFFF,
  ]

  private func isHarmless(_ text: SafeText) -> Bool {
    var marks = 0
    for scalar in text.string.unicodeScalars {
      if (0x20...0x7E).contains(scalar.value) || scalar == "\u{FFFD}" {
        marks = 0
        continue
      }
      if SafeTextTests.forbidden.contains(where: { $0.contains(scalar.value) }) { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .unassigned, .surrogate: return false
      case .nonspacingMark, .enclosingMark, .spacingMark: marks += 1
      default: marks = 0
      }
      if marks > 2 { return false }
    }
    return text.string.utf8.count <= 4096
  }
}
