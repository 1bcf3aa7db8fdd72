/// A text from outside that can be drawn, printed or logged without harm.
///
/// Made where text enters: cells, headers, file names, definitions. Control characters, characters
/// that turn the writing direction, invisible ones and private ones cannot be in it, so that no data
/// can move a cursor, colour a screen or hide in a message.
public struct SafeText: Hashable, Sendable {
  /// The cleaned text.
  public let string: String

  /// The text with line breaks and tabs as spaces, other controls as `∙`, what is invisible removed,
  /// what is private replaced by U+FFFD, at most two combining marks in a row, and at most 4 kB.
  public init(_ text: some StringProtocol) {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), text.utf8.count <= SafeText.limit {
      string = String(text)
    } else {
      string = SafeText.cleaned(text.unicodeScalars)
    }
  }

  /// The text that the bytes hold as UTF-8, invalid ones replaced by U+FFFD, cleaned.
  public init(utf8 bytes: some Collection<UInt8>) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { string.isEmpty }

  private static let limit = 4096

  private static func cleaned(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    var bytes = 0
    for scalar in scalars {
      guard let safe = replacement(for: scalar) else { continue }
      let isMark =
        [.nonspacingMark, .enclosingMark, .spacingMark].contains(safe.properties.generalCategory)
        || safe.properties.isEmojiModifier
      marks = isMark ? marks + 1 : 0
      guard marks <= 2 else { continue }
      bytes += UTF8.width(safe)
      guard bytes <= limit else { break }
      result.append(safe)
    }
    return String(result)
  }

  /// What stands for a scalar in a safe text; nil where it is left out.
  public static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: return " "
    case 0x00..<0x20, 0x7F..<0xA0: return "∙"
    case 0x20..<0x7F: return scalar
    case _ where scalar.properties.isDefaultIgnorableCodePoint: return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .format, .surrogate: return nil
    case .privateUse, .unassigned: return "\u{FFFD}"
    default: return scalar
    }
  }
}

extension SafeText: ExpressibleByStringLiteral {
  /// A text of the program's own, cleaned like any other.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension SafeText: CustomStringConvertible {
  /// The cleaned text.
  public var description: String { string }
}

extension SafeText: Comparable {
  /// Order by code points, the same on every machine and in every locale.
  public static func < (left: SafeText, right: SafeText) -> Bool {
    left.string.unicodeScalars.lexicographicallyPrecedes(right.string.unicodeScalars)
  }
}
