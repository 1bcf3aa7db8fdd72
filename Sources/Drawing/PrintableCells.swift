/// What goes into one cell, or into two.
struct PrintableCell: Hashable, Sendable {
  /// One spacing character with at most two combining marks.
  var text: String
  /// 1 or 2.
  var columns: Int
}

/// A text from anywhere as cells that cannot move the cursor, hide, or reorder anything.
///
/// Controls become a picture, tabs and line ends a space, private use and invalid bytes U+FFFD;
/// bidirectional controls, zero-width characters, selectors and tags are removed; of a joined emoji
/// only the first is left, regional indicators become letters, and a third combining mark is dropped.
struct PrintableCells: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private let width: TextWidth
  private var pending: PrintableCell?
  private var marks = 0
  private var skipsNext = false

  init(_ text: String, width: TextWidth) {
    self.scalars = text.unicodeScalars.makeIterator()
    self.width = width
  }

  mutating func next() -> PrintableCell? {
    while let scalar = scalars.next() {
      if scalar.value == 0x200D {
        skipsNext = pending.map { Self.isPictograph($0.text) } ?? false
        continue
      }
      guard let drawn = Self.drawn(scalar) else { continue }
      let columns = width.columns(of: drawn)
      if columns == 0 {
        guard pending != nil, marks < 2 else { continue }
        marks += 1
        pending?.text.unicodeScalars.append(drawn)
        continue
      }
      let isJoined = skipsNext || (pending != nil && Self.isSkinTone(drawn))
      skipsNext = false
      if isJoined { continue }
      marks = 0
      let finished = pending
      pending = PrintableCell(text: String(drawn), columns: columns)
      if let finished { return finished }
    }
    defer { pending = nil }
    return pending
  }

  /// What stands for the scalar on a screen; `nil` if it is left out.
  private static func drawn(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    switch value {
    case 0x20...0x7E: return scalar
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F:
      return " "
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + value)
    case 0x7F: return "\u{2421}"
    case 0x80...0x9F: return "∙"
    case 0xA1...0x2FF where value != 0xAD: return scalar
    case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFE00...0xFE0F, 0xFFA0,
      0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
      return nil
    case 0x1F1E6...0x1F1FF: return Unicode.Scalar(value - 0x1F1E6 + 0x41)
    case 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return scalar
    default:
      switch scalar.properties.generalCategory {
      case .format: return nil
      case .privateUse: return "\u{FFFD}"
      case .unassigned where scalar.properties.isNoncharacterCodePoint: return "\u{FFFD}"
      default: return scalar
      }
    }
  }

  private static func isPictograph(_ text: String) -> Bool {
    text.unicodeScalars.first.map { $0.value >= 0x2190 && $0.properties.isEmoji } ?? false
  }

  private static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
  }
}
