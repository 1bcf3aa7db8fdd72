// A screen to try the terminal layer with: it shows what it hears, and dies in the way a key says.

import Drawing
import Glibc
import Terminal

Terminal.claimSignals()

@inline(never) func recurse(_ depth: Int) -> Int {
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 512) { buffer in
    buffer[0] = depth
    return buffer[depth & 1] + recurse(depth + 1)
  }
}

func die(by character: Character) {
  switch character {
  case "T":
    let nothing: [Int] = []
    print(nothing[Int(getpid())])
  case "A": abort()
  case "S": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
  case "O": print(recurse(0))
  case "X": exit(3)
  default: break
  }
}

func picture(_ size: Size, width: TextWidth, glyphs: GlyphSet, words: [String]) -> Canvas {
  var canvas = Canvas(size: size, width: width, glyphs: glyphs)
  let area = canvas.area
  canvas.fill(area.top(1), style: Style(.header))
  canvas.write(" probe  青空クラウド", column: 0, row: 0, style: Style(.header, bold: true))
  for (index, role) in Role.allCases.enumerated() {
    let row = 2 + index % 10
    let column = 2 + index / 10 * 14
    canvas.write(role.rawValue, column: column, row: row, style: Style(role))
  }
  canvas.write(
    "selected row −3.4% ▾ 日本語", column: 30, row: 2, style: Style(.bad, selected: true))
  canvas.write("✓ ✗ ⚠ ▴ ▾ ∙ › … × → ●", column: 30, row: 3)
  for (index, share) in [1, 0.63, 0.27, 0.02].enumerated() {
    canvas.drawBar(fraction: share, column: 30, row: 5 + index, columns: 24)
  }
  let values: [Double?] = [12, 15, 14, nil, 18, 22, 19, 24, 21, 27, 30, 26]
  canvas.drawSparkline(values, column: 30, row: 10, columns: 12, style: Style(.accent))
  LineChart(
    series: [
      .init(values, style: Style(.accent)),
      .init(values.map { $0.map { $0 * 0.8 } }, style: Style(.comparison), kind: .dashed),
    ],
    horizontals: [.init(value: 25, label: "target", style: Style(.target))],
    xLabels: (35...46).map { "W\($0)" }, valueLabel: { "\(Int($0))" }
  ).draw(on: &canvas, in: area.dropping(top: 13, bottom: 2, left: 1, right: 1))
  canvas.fill(area.bottom(1), style: Style(.footer))
  canvas.write(
    words.suffix(8).joined(separator: " "), column: 1, row: area.endRow - 1, style: Style(.footer))
  return canvas
}

func run() throws {
  let bell = Bell()
  var terminal = try Terminal(
    theme: .dark,
    options: TerminalOptions(
      logPath: getenv("PROBE_LOG").map { String(cString: $0) }, crashWords: "probe: crashed"))
  var words = ["ready"]
  while true {
    terminal.show(
      picture(terminal.size, width: terminal.width, glyphs: terminal.glyphs, words: words))
    for event in terminal.wait(bell: bell) {
      switch event {
      case .key(.character("q")), .end: return
      case .key(.character("B")):
        bell.ring()
      case .key(.character(let character)):
        words.append("\(character)")
        die(by: character)
      case .key(let key): words.append("\(key)")
      case .resize(let size): words.append("\(size.columns)x\(size.rows)")
      case .mouse(let mouse): words.append("\(mouse.action)@\(mouse.column),\(mouse.row)")
      case .paste(let text): words.append("<\(text)>")
      case .bell: words.append("bell")
      case .resumed: words.append("resumed")
      }
    }
  }
}

do {
  try run()
} catch {
  print("probe: \(error)")
  exit(2)
}
