/// What a terminal would show and answer: just enough of one to read the screen in a test.
struct ScreenModel {
  /// What stands on the screen now.
  private(set) var grid: ScreenGrid
  /// The private modes that are on, by their numbers; a new terminal shows its cursor and wraps.
  private(set) var modes: Set<Int> = [7, 25]
  /// Whether the keypad sends its own sequences.
  private(set) var isKeypadOn = false
  /// Whether characters come without colour and emphasis.
  private(set) var isPlain = true
  /// What the terminal has to say to the program.
  var answers = ""
  /// Tokens that this terminal does not know.
  private(set) var unknown: [String] = []
  /// Whether colours were ever chosen.
  private(set) var hasSeenColor = false

  private var main: ScreenGrid?
  private var saved = (column: 0, row: 0)
  private var isInserting = false
  private var last: Unicode.Scalar = " "
  private var reader = EscapeReader()

  init(columns: Int, rows: Int) { grid = ScreenGrid(columns: columns, rows: rows) }

  /// The screen as text, a line per row.
  var text: String { grid.lines.joined(separator: "\n") }

  /// Whether the program is in the middle of a frame.
  var isUpdating: Bool { modes.contains(2026) }

  mutating func resize(columns: Int, rows: Int) {
    grid.resize(columns: columns, rows: rows)
    main?.resize(columns: columns, rows: rows)
  }

  mutating func take(_ bytes: some Sequence<UInt8>) {
    for token in reader.tokens(of: bytes) {
      switch token {
      case .character(let scalar): put(scalar)
      case .control(let byte): control(byte)
      case .escape(let text): escape(text)
      case .command(let text):
        if text.hasPrefix("11;?") { answers += "\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\" }
      case .sequence(let mark, let numbers, let letter):
        if mark == "?", letter == "h" || letter == "l" {
          for mode in numbers.compactMap({ $0 }) { set(mode, letter == "h") }
        } else if mark.isEmpty {
          sequence(letter, numbers)
        }
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    last = scalar
    grid.put(scalar, inserting: isInserting)
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 8: grid.move(toColumn: grid.column - 1, row: grid.row)
    case 9: grid.move(toColumn: grid.column / 8 * 8 + 8, row: grid.row)
    case 10, 11, 12: grid.lineFeed()
    case 13: grid.move(toColumn: 0, row: grid.row)
    default: break
    }
  }

  private mutating func escape(_ text: String) {
    switch text {
    case "7": saved = (grid.column, grid.row)
    case "8": grid.move(toColumn: saved.column, row: saved.row)
    case "D": grid.lineFeed()
    case "M": grid.reverseLineFeed()
    case "E":
      grid.move(toColumn: 0, row: grid.row)
      grid.lineFeed()
    case "=": isKeypadOn = true
    case ">": isKeypadOn = false
    case "c": self = ScreenModel(columns: grid.columns, rows: grid.rows)
    case "H", "\\", "(B", "(0", ")B", ")0": break
    default: unknown.append("ESC \(text)")
    }
  }

  private mutating func set(_ mode: Int, _ isOn: Bool) {
    if [47, 1047, 1049].contains(mode), isOn != (main != nil) {
      if isOn {
        main = grid
        saved = (grid.column, grid.row)
        grid = ScreenGrid(columns: grid.columns, rows: grid.rows)
      } else if let former = main {
        grid = former
        main = nil
      }
    }
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
  }

  private mutating func sequence(_ letter: Character, _ numbers: [Int?]) {
    func number(_ index: Int) -> Int {
      let given = index < numbers.count ? numbers[index] ?? 0 : 0
      return max(1, given)
    }
    let (column, row, count) = (grid.column, grid.row, number(0))
    let kind = numbers.first.flatMap { $0 } ?? 0
    switch letter {
    case "A": grid.move(toColumn: column, row: row - count)
    case "B", "e": grid.move(toColumn: column, row: row + count)
    case "C", "a": grid.move(toColumn: column + count, row: row)
    case "D": grid.move(toColumn: column - count, row: row)
    case "E": grid.move(toColumn: 0, row: row + count)
    case "F": grid.move(toColumn: 0, row: row - count)
    case "G", "`": grid.move(toColumn: count - 1, row: row)
    case "d": grid.move(toColumn: column, row: count - 1)
    case "H", "f": grid.move(toColumn: number(1) - 1, row: count - 1)
    case "I": grid.move(toColumn: (column / 8 + count) * 8, row: row)
    case "Z": grid.move(toColumn: ((column + 7) / 8 - count) * 8, row: row)
    case "J": grid.eraseScreen(kind)
    case "K": grid.eraseLine(kind)
    case "L": grid.insertLines(count)
    case "M": grid.deleteLines(count)
    case "@": grid.insert(count)
    case "P": grid.delete(count)
    case "X": grid.erase(column..<(column + count), ofRow: row)
    case "b": for _ in 0..<count { put(last) }
    case "S": grid.scroll(count)
    case "T": grid.scroll(-count)
    case "r": grid.setRegion(count - 1, numbers.count > 1 ? number(1) : grid.rows)
    case "h", "l": if kind == 4 { isInserting = letter == "h" }
    case "m": choose(numbers.map { $0 ?? 0 })
    case "n": if kind == 6 { answers += "\u{1B}[\(row + 1);\(column + 1)R" }
    case "c": answers += "\u{1B}[?62;22c"
    case "t": break
    default: unknown.append("CSI \(numbers) \(letter)")
    }
  }

  private mutating func choose(_ numbers: [Int]) {
    let chosen = numbers.isEmpty ? [0] : numbers
    if chosen.contains(where: { (30...38).contains($0) || (40...48).contains($0) }) {
      hasSeenColor = true
    }
    let undoing: Set<Int> = [10, 22, 23, 24, 25, 27, 28, 29, 39, 49]
    if chosen[0] == 0 { isPlain = true }
    if !chosen.allSatisfy({ $0 == 0 || undoing.contains($0) }) { isPlain = false }
  }
}
