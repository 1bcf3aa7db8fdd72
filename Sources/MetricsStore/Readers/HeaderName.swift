/// The name of a column as headers are compared: without regard to letter case, spaces, width, and,
/// where it must, to the unit in brackets behind it.
struct HeaderName: Hashable {
  /// The whole name, folded.
  let folded: String
  /// The folded name without a unit behind it; the whole where there is none.
  let bare: String
  /// The folded unit, such as `jpy`, `%` or `千円`; nil where the name has none.
  let unit: String?

  /// A name as a file or a definition writes it.
  init(_ name: String) {
    folded = HeaderName.folded(name)
    (bare, unit) = HeaderName.parts(of: folded)
  }

  /// Whether both mean one column: they differ in nothing but a unit that one of them lacks.
  func isLike(_ other: HeaderName) -> Bool {
    folded == other.folded || (bare == other.bare && (unit == nil || other.unit == nil))
  }

  /// What the text becomes with wide and half-width forms made one (as NFKC does for the characters
  /// that headers have), capital letters made small, and spaces and invisible characters left out.
  ///
  /// Marks that stand behind their letter need no care here: Swift compares texts by what they
  /// mean.
  static func folded(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x21...0x7E: result.append(lowercase(scalar))
      case 0xFF01...0xFF5E: result.append(lowercase(shifted(scalar, by: -0xFEE0)))
      case 0xFF61...0xFF9F: result.append(halfWidth[Int(scalar.value - 0xFF61)])
      case 0x3099, 0x309A: result.append(scalar)
      case 0x309B: result.append("\u{3099}")
      case 0x309C: result.append("\u{309A}")
      case 0x2460...0x2468: result.append(shifted(scalar, by: 0x31 - 0x2460))
      case 0x3231: result.append(contentsOf: "(株)".unicodeScalars)
      case 0xFFE5: result.append("¥")
      case 0xFFE0: result.append("¢")
      case 0xFFE1: result.append("£")
      case 0xFFE6: result.append("₩")
      case 0x2010...0x2015, 0x2212: result.append("-")
      case 0x301C: result.append("~")
      case 0x2018, 0x2019: result.append("'")
      case 0x201C, 0x201D: result.append("\"")
      default:
        let properties = scalar.properties
        guard !properties.isWhitespace, !properties.isDefaultIgnorableCodePoint else { continue }
        result.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x41...0x5A).contains(scalar.value) ? shifted(scalar, by: 0x20) : scalar
  }

  /// The scalar so many places further; itself where that is none.
  private static func shifted(_ scalar: Unicode.Scalar, by distance: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(Int(scalar.value) + distance)) ?? scalar
  }

  /// What stands for the half-width forms from U+FF61 on; both voice marks in their combining form.
  private static let halfWidth = Array(
    ("。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ"
      + "ハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}").unicodeScalars)
}

extension HeaderName {
  /// A folded name cut into what is named and the unit in brackets at its end.
  private static func parts(of folded: String) -> (bare: String, unit: String?) {
    let opening: Character = folded.hasSuffix("]") ? "[" : "("
    guard folded.hasSuffix(")") || folded.hasSuffix("]"),
      let start = folded.lastIndex(of: opening), start != folded.startIndex
    else { return (folded, nil) }
    let unit = folded[folded.index(after: start)...].dropLast()
    guard isUnit(unit) else { return (folded, nil) }
    return (String(folded[..<start]), String(unit))
  }

  /// Whether a folded text in brackets is a unit and no part of the name, as `(all)` is.
  private static func isUnit(_ text: Substring) -> Bool {
    units.contains(text) || currencies.contains(text)
  }

  private static let units: Set<Substring> = [
    "%", "¥", "$", "€", "£", "₩", "us$", "円", "千円", "万円", "百万円", "億円", "千", "万", "百万", "億",
    "税込", "税抜", "税込み", "税抜き", "ドル", "件", "人", "名", "回", "社", "個", "本", "秒", "分", "時間", "日",
    "k", "m", "k¥", "m¥", "k$", "m$", "thousands", "millions", "sec", "seconds", "minutes", "hours",
    "days",
  ]

  /// The currencies that advertising and sales tools name by their ISO 4217 code.
  private static let currencies: Set<Substring> = [
    "jpy", "usd", "eur", "gbp", "cny", "krw", "twd", "hkd", "sgd", "aud", "nzd", "cad", "chf",
    "sek",
    "nok", "dkk", "pln", "czk", "huf", "ron", "bgn", "try", "uah", "inr", "idr", "thb", "vnd",
    "php",
    "myr", "brl", "mxn", "ars", "clp", "cop", "pen", "zar", "ils", "aed", "sar", "egp", "ngn",
    "kes",
  ]
}
