import Testing

@testable import Drawing

@Suite struct CanvasTests {
  @Test func textThatDoesNotFitEndsWithAnEllipsis() {
    var canvas = Canvas(size: Size(columns: 8, rows: 2))
    #expect(canvas.write("Paid Search", column: 1, row: 0) == 7)
    #expect(canvas.write("Paid Search", column: 0, row: 1, limit: 5) == 5)
    #expect(canvas.lines == [" Paid S…", "Paid…"])
  }

  @Test func aWideCharacterNeverStartsInTheLastColumn() {
    var canvas = Canvas(size: Size(columns: 5, rows: 1))
    #expect(canvas.write("日本語", column: 0, row: 0) == 5)
    #expect(canvas.lines == ["日本…"])
    #expect(canvas.write("語", column: 4, row: 0) == 1)
    #expect(canvas.lines == ["日本…"])
  }

  @Test func overwritingHalfOfAWideCharacterBlanksTheOtherHalf() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    canvas.write("日本語", column: 0, row: 0)
    canvas.write("x", column: 1, row: 0)
    canvas.write("y", column: 2, row: 0)
    #expect(canvas.lines == [" xy 語"])
    canvas.write("本", column: 3, row: 0)
    #expect(canvas.lines == [" xy本"])
    #expect(canvas[4, 0].columns == 0)
  }

  @Test func everyRowStaysAsWideAsTheCanvasWhateverIsWritten() {
    let pieces = ["日本", "a", "e\u{301}\u{301}\u{301}", "👨‍👩‍👧", "\u{1B}[2J", "한", "\u{202E}x", "●…"]
    for width in [TextWidth.standard, TextWidth(ambiguousIsWide: true)] {
      var canvas = Canvas(size: Size(columns: 13, rows: 4), width: width)
      var number = 7
      for _ in 0..<2000 {
        number = (number * 1_103_515_245 + 12345) % 2_147_483_648
        let text = pieces[number % 8] + pieces[number / 8 % 8]
        canvas.write(
          text, column: number / 64 % 17 - 2, row: number / 1024 % 5, limit: number / 5120 % 9)
      }
      for row in 0..<4 {
        #expect((0..<13).reduce(0) { $0 + canvas[$1, row].columns } == 13)
        for column in 0..<12 where canvas[column, row].columns == 2 {
          #expect(canvas[column + 1, row].columns == 0)
        }
      }
    }
  }

  @Test func textLeftOfTheCanvasIsLeftOut() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("abcd", column: -2, row: 0)
    canvas.write("e", column: 9, row: 0)
    canvas.write("f", column: 0, row: -1)
    #expect(canvas.lines == ["cd"])
  }

  @Test func numbersAlignAtTheRightAndTitlesInTheMiddle() {
    var canvas = Canvas(size: Size(columns: 10, rows: 2))
    #expect(canvas.writeRight("12.5%", endColumn: 10, row: 0) == 5)
    #expect(canvas.writeRight("123456", endColumn: 4, row: 0) == 4)
    canvas.writeCentered("月次", in: Area(column: 0, row: 0, columns: 10, rows: 2), row: 1)
    #expect(canvas.lines == ["123… 12.5%", "   月次"])
  }

  @Test func rolesAndBoldStandInTheStyleLayer() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    canvas.write("Lead", column: 0, row: 0, style: Style(.title, bold: true))
    canvas.write("+3%", column: 5, row: 0, style: Style(.good))
    canvas.restyle(Area(column: 4, row: 0, columns: 4, rows: 1)) { $0.isSelected = true }
    #expect(canvas.styleLines == ["NNNN ggg"])
    #expect(canvas.markLines == ["    xxxx"])
  }

  @Test func colouredTextSwitchesOnlyWhereTheStyleChanges() {
    var canvas = Canvas(size: Size(columns: 12, rows: 1))
    canvas.write("ab", column: 0, row: 0, style: Style(.good))
    canvas.write("cd", column: 2, row: 0, style: Style(.bad))
    let theme = Theme(
      name: "x", isDark: nil,
      looks: [.good: Theme.Look(ink: Color(0x00FF00)), .bad: Theme.Look(ink: Color(0xFF0000))])
    #expect(
      canvas.ansi(theme: theme, depth: .trueColor)
        == "\u{1B}[0;38;2;0;255;0mab\u{1B}[0;38;2;255;0;0mcd\u{1B}[0m\n")
    #expect(canvas.ansi(theme: theme, depth: .none) == "\u{1B}[0mab\u{1B}[0;1mcd\u{1B}[0m\n")
  }
}
