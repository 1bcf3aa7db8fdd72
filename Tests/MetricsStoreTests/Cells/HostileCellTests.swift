import Testing

@testable import MetricsStore

/// Bytes that nobody means as a cell.
@Suite struct HostileCells {
  private static let fragments = [
    "1", "9", "0", ",", ".", "-", "(", ")", "%", " ", "億", "万", "千", "E", "+", "$", "€", "円", "K",
    "年", "月", "日", "/", ":", "T", "Jul", "令和", "R", "(火)", "\u{FF11}", "\u{3000}", "＜", "以上", "'",
    "\u{0}", "\u{7F}", "#N/A", "12", "2025", "30", "3/4/2025",
  ]

  @Test func noBytesStopTheReading() {
    var numbers = SeededNumbers(seed: 31)
    var kinds = Set<String>()
    for round in 0..<20_000 {
      var bytes: [UInt8] = []
      if round % 3 == 0 {
        for _ in 0..<Int.random(in: 0...24, using: &numbers) {
          bytes.append(UInt8(truncatingIfNeeded: numbers.next()))
        }
      } else {
        for _ in 0..<Int.random(in: 0...12, using: &numbers) {
          bytes += Array(HostileCells.fragments.randomElement(using: &numbers)?.utf8 ?? "".utf8)
        }
        if round % 5 == 0, !bytes.isEmpty { bytes.removeLast() }
      }
      cell(bytes) { cell in
        for format in [
          NumberFormat(), commas, NumberFormat(percent: .unsigned), NumberFormat(exponent: 8),
          NumberFormat(exponent: -6),
        ] {
          switch NumberCell(cell, format) {
          case .value: kinds.insert("value")
          case .bound: kinds.insert("bound")
          case .missing: kinds.insert("missing")
          case .failure: kinds.insert("failure")
          case .invalid: kinds.insert("invalid")
          }
        }
        switch DateCell(cell, DateFormat(serials: .year1900)) {
        case .day: kinds.insert("day")
        case .month: kinds.insert("month")
        case .ambiguous: kinds.insert("ambiguous")
        case .missing, .invalid: break
        }
        if DateRangeText(in: cell) != nil { kinds.insert("range") }
      }
    }
    // The bytes are near enough to cells that every kind turns up.
    let all: Set = [
      "value", "bound", "missing", "failure", "invalid", "day", "month", "ambiguous", "range",
    ]
    #expect(kinds == all)
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1 << 18])
  func longCellsAreReadOnce(_ length: Int) {
    for byte: UInt8 in [0x30, 0x2C, 0x2E, 0x2D, 0x20, 0xE3, 0xFF, 0x28, 0x41] {
      cell(Array(repeating: byte, count: length) + [0x31]) { cell in
        _ = NumberCell(cell)
        _ = DateCell(cell)
        _ = DateRangeText(in: cell)
      }
    }
    let pairs = Array(String(repeating: "1,", count: length).utf8)
    #expect(cell(pairs) { NumberCell($0) } == .invalid)
  }
}
