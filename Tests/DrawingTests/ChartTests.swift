import Testing

@testable import Drawing

@Suite struct ChartTests {
  @Test func ticksAreRoundAndEncloseTheRange() {
    #expect(RoundTicks(lower: 0, upper: 97, most: 6).values == [0, 20, 40, 60, 80, 100])
    #expect(RoundTicks(lower: 0.012, upper: 0.031, most: 5).values == [0.01, 0.02, 0.03, 0.04])
    #expect(RoundTicks(lower: -3, upper: 4, most: 4).values == [-5, 0, 5])
    #expect(RoundTicks(lower: 5, upper: 5, most: 3).values.count <= 3)
    #expect(RoundTicks(lower: 0, upper: 0, most: 3).values.count >= 2)
    #expect(RoundTicks(lower: 1.2e9, upper: 9.9e9, most: 4).values == [0, 5e9, 1e10])
  }

  @Test func barsArePreciseToAnEighth() {
    var canvas = Canvas(size: Size(columns: 8, rows: 4))
    canvas.drawBar(fraction: 0.5, column: 0, row: 0, columns: 5)
    canvas.drawBar(fraction: 0.001, column: 0, row: 1, columns: 5)
    canvas.drawBar(fraction: .nan, column: 0, row: 2, columns: 5)
    canvas.drawBar(fraction: 3, column: 0, row: 3, columns: 5)
    #expect(canvas.lines == ["██▌", "▏", "", "█████"])
  }

  @Test func aSparklineKeepsItsGaps() {
    var canvas = Canvas(size: Size(columns: 8, rows: 2))
    canvas.drawSparkline([9, 1, nil, 8, 4.5], column: 0, row: 0, columns: 4)
    canvas.drawSparkline([4, 4], column: 0, row: 1, columns: 4)
    #expect(canvas.lines == ["▁ █▅", "▅▅"])
  }

  @Test func aChartHasAScaleItsNamesAndItsLastValue() {
    var canvas = Canvas(size: Size(columns: 40, rows: 9))
    LineChart(
      series: [.init([10, 20, nil, 40, 30, 35], style: Style(.accent))],
      horizontals: [.init(value: 50, label: "target", style: Style(.target))],
      xLabels: ["W41", "W42", "W43", "W44", "W45", "W46"], valueLabel: { "\(Int($0))" }
    ).draw(on: &canvas, in: canvas.area)
    #expect(
      canvas.lines == [
        "50┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ target",
        "  │                 ⠐⠤⣀",
        "  │                    ⠉⠒⠤⣀⡠⠤⠔⠒⠊⠉ 35",
        "  │",
        "  │  ⢀⡠⠔⠊⠁",
        "  │⠔⠊⠁",
        " 0┤",
        "  └──────────────────────────────",
        "  W41   W42   W43  W44   W45   W46",
      ])
  }

  @Test func charactersOfAChartStayInsideAtEverySize() {
    for columns in [1, 5, 12, 30, 80, 180] {
      for rows in [1, 2, 3, 6, 30] {
        var canvas = Canvas(size: Size(columns: columns + 2, rows: rows + 2))
        let marked = Cell(text: " ", columns: 1, style: .plain)
        LineChart(
          series: [
            .init([3, -2, nil, 8e6], style: Style(.accent)),
            .init([1, 2, 3], style: Style(.bar), kind: .bars),
          ],
          horizontals: [.init(value: 1e7, label: "目標", style: Style(.target))],
          xLabels: ["四月", "五月", "六月", "七月"], valueLabel: { "\($0)円" }
        ).draw(on: &canvas, in: canvas.area.inset(columns: 1, rows: 1))
        for row in 0..<(rows + 2) {
          #expect(canvas[0, row] == marked && canvas[columns + 1, row] == marked)
        }
        for column in 0..<(columns + 2) {
          #expect(canvas[column, 0] == marked && canvas[column, rows + 1] == marked)
        }
      }
    }
  }

  @Test func withoutBrailleACurveIsMadeOfStars() {
    var canvas = Canvas(size: Size(columns: 30, rows: 6), glyphs: .ascii)
    LineChart(
      series: [.init([1, 2, 3], style: Style(.accent))], valueLabel: { "\($0)" }
    ).draw(on: &canvas, in: canvas.area)
    #expect(canvas.lines.joined().unicodeScalars.allSatisfy { $0.isASCII })
    #expect(canvas.lines.joined().contains("***"))
  }
}
