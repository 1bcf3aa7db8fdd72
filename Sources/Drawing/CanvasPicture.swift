// What a canvas shows, as text for tests, files and pipes.

extension Canvas {
  /// The text layer: one string a row, without the spaces at its end.
  public var lines: [String] {
    rows { row in row.reduce(into: "") { $0 += $1.text } }
  }

  /// The style layer: one letter a column (``Role/letter``), upper case where bold, without the
  /// spaces at the end of a row; a space is an empty cell of ordinary text.
  public var styleLines: [String] {
    rows { row in
      row.reduce(into: "") { line, cell in
        if cell.style.role == .text, !cell.style.isBold, cell.text == " " {
          line += " "
        } else {
          let letter = String(cell.style.role.letter)
          line += cell.style.isBold ? letter.uppercased() : letter
        }
      }
    }
  }

  /// What is laid over the roles: `x` selected, `r` reversed, `u` underlined, a space for neither,
  /// without the spaces at the end of a row.
  public var markLines: [String] {
    rows { row in
      row.reduce(into: "") { line, cell in
        let style = cell.style
        line +=
          style.isSelected ? "x" : style.isReversed ? "r" : style.isUnderlined ? "u" : " "
      }
    }
  }

  /// The text with colours as escape sequences, a line end after each row.
  ///
  /// Each row starts and ends in the terminal's own colours. With ``ColorDepth/none`` only bold,
  /// underlined and reversed are left.
  public func ansi(theme: Theme, depth: ColorDepth) -> String {
    var result = ""
    let plain = theme.appearance(of: .plain, depth: depth)
    for row in 0..<size.rows {
      var line = cells[(row * size.columns)..<((row + 1) * size.columns)]
      while let last = line.last, last.text == " ",
        theme.appearance(of: last.style, depth: depth).isInvisible(like: plain)
      {
        line.removeLast()
      }
      var current: Style?
      for cell in line where cell.columns > 0 {
        if cell.style != current {
          result += theme.appearance(of: cell.style, depth: depth).escape
          current = cell.style
        }
        result += cell.text
      }
      result += current == nil ? "\n" : "\u{1B}[0m\n"
    }
    return result
  }

  private func rows(_ text: (ArraySlice<Cell>) -> String) -> [String] {
    (0..<size.rows).map { row in
      var line = text(cells[(row * size.columns)..<((row + 1) * size.columns)])
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
