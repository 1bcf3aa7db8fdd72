import Testing

@testable import Drawing

@Suite struct TextWidthTests {
  let width = TextWidth.standard

  @Test func japaneseTakesTwoCellsACharacter() {
    #expect(width.columns(of: "青空クラウド") == 12)
    #expect(width.columns(of: "ﾘｰﾄﾞ") == 4)
    #expect(width.columns(of: "か\u{3099}") == 2)
    #expect(width.columns(of: "ABC １２") == 8)
  }

  @Test func ambiguousCharactersFollowTheTerminal() {
    #expect(width.columns(of: "─…●±") == 4)
    #expect(TextWidth(ambiguousIsWide: true).columns(of: "─…●±") == 8)
    #expect(TextWidth(ambiguousIsWide: true).columns(of: "▴▾∙⣿") == 4)
  }

  @Test func controlsBecomeMarksAndNeverControl() {
    let shown = width.fitted("a\u{1B}[2Jb\tc\nd\u{7F}\u{9B}e", columns: 40)
    #expect(shown == "a␛[2Jb c d␡∙e")
    #expect(width.columns(of: "a\u{1B}[2Jb\tc\nd\u{7F}\u{9B}e") == 13)
  }

  @Test func invisibleAndReorderingCharactersAreRemoved() {
    let hostile = "a\u{202E}b\u{200B}c\u{2066}d\u{E0041}e\u{FE0F}f\u{FEFF}g\u{AD}h\u{3164}i"
    #expect(width.fitted(hostile, columns: 40) == "abcdefghi")
    #expect(width.fitted("x\u{E000}\u{FFFE}", columns: 9) == "x\u{FFFD}\u{FFFD}")
  }

  @Test func aCellKeepsTwoCombiningMarks() {
    let cells = Array(PrintableCells("\u{301}e\u{301}\u{302}\u{303}x", width: width))
    #expect(cells.map(\.text) == ["e\u{301}\u{302}", "x"])
  }

  @Test func joinedEmojiAreReducedToTheFirst() {
    #expect(width.fitted("👨‍👩‍👧!", columns: 9) == "👨!")
    #expect(width.fitted("👍🏽!", columns: 9) == "👍!")
    #expect(width.fitted("🇯🇵", columns: 9) == "JP")
  }

  @Test func fittingNeverExceedsTheColumns() {
    #expect(width.fitted("日本語", columns: 4) == "日…")
    #expect(width.fitted("日本語", columns: 6) == "日本語")
    #expect(width.fitted("日本語", columns: 1) == "…")
    #expect(width.fitted("日本語", columns: 0) == "")
    #expect(width.fitted("abcdef", columns: 4, ellipsis: "..") == "ab..")
    #expect(width.padded("日本", columns: 7, alignment: .right) == "   日本")
    #expect(width.padded("日本", columns: 7, alignment: .center) == " 日本  ")
    #expect(width.padded("日本語", columns: 4) == "日… ")
  }

  @Test func safeGlyphsTakeOneCellEverywhere() {
    let wide = TextWidth(ambiguousIsWide: true)
    for set in [GlyphSet.safe, .ascii] {
      for (name, value) in Mirror(reflecting: set).children where name != "name" {
        let marks = (value as? [String]) ?? (value as? String).map { [$0] } ?? []
        for mark in marks where mark != set.ellipsis {
          #expect(wide.columns(of: mark) == 1, "\(name ?? "")")
        }
      }
    }
  }

  @Test func theTableAgreesWithTheLanguageAboutMarks() {
    var differing = 0
    for value in UInt32(0x300)..<0x20000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.age.map({ $0.major < 14 }) == true
      else { continue }
      let category = scalar.properties.generalCategory
      if category == .nonspacingMark || category == .enclosingMark,
        width.columns(of: scalar) != 0
      {
        differing += 1
      }
    }
    #expect(differing == 0)
  }
}
