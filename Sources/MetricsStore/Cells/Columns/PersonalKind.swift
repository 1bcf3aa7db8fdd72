/// What of a person a column or cell holds.
enum PersonalKind: Hashable, Sendable {
  case mail, telephone, name

  /// What the name of a column promises; nil where it promises nothing personal.
  init?(header: FoldedName) {
    if header.hasWord(among: ["email", "mail", "emails"])
      && !header.hasWord(among: PersonalKind.counts)
      || header.text.hasPrefix("e-mail") && header.words.count == 2
      || ["メール", "メールアドレス", "eメール", "eメールアドレス"].contains(header.text)
    {
      // `Email campaign` and `Emails sent` are about messages, not about people.
      guard header.words.count <= 2 else { return nil }
      self = .mail
    } else if header.hasWord(among: ["phone", "telephone", "tel", "mobile", "fax"])
      && header.words.count <= 2 && !header.hasWord(among: PersonalKind.counts)
      || header.text.hasPrefix("電話") || header.text.hasPrefix("携帯")
    {
      self = .telephone
    } else if PersonalKind.names.contains(header.text) {
      self = .name
    } else {
      return nil
    }
  }

  /// What a cell looks like; nil where it looks like nothing personal.
  init?(_ cell: CellBytes) {
    if PersonalKind.isMail(cell) {
      self = .mail
    } else if PersonalKind.isTelephone(cell) {
      self = .telephone
    } else {
      return nil
    }
  }

  /// What it is called in a report.
  var words: String {
    switch self {
    case .mail: "e-mail addresses"
    case .telephone: "telephone numbers"
    case .name: "names of people"
    }
  }

  /// Words that make a column one of figures or of things.
  private static let counts: Set<String> = [
    "sent", "opens", "opened", "clicks", "count", "rate", "campaign", "campaigns", "name",
    "subject",
    "delivered", "type", "channel", "device", "status", "id", "opt", "calls", "impressions",
  ]

  private static let names: Set<String> = [
    "name", "firstname", "lastname", "fullname", "contactname", "customername", "surname",
    "givenname", "familyname", "first_name", "last_name", "full_name", "氏名", "名前", "お名前", "姓", "名",
    "フリガナ", "ふりがな", "カナ", "氏名(カナ)", "担当者名", "顧客名", "お客様名",
  ]

  /// Whether it is `somebody@example.com`.
  private static func isMail(_ cell: CellBytes) -> Bool {
    guard cell.count >= 6, cell.count <= 254 else { return false }
    var at = -1
    var point = -1
    for index in 0..<cell.count {
      switch cell[index] {
      case UInt8(ascii: "@"):
        guard at < 0, index > 0 else { return false }
        at = index
      case UInt8(ascii: "."): point = index
      case 0x21...0x7E: break
      default: return false
      }
    }
    return at > 0 && point > at + 1 && point < cell.count - 2
  }

  /// Whether it is nine to fifteen digits behind `+`, or behind `0` or `(` with hyphens, spaces or
  /// parentheses among them.
  private static func isTelephone(_ cell: CellBytes) -> Bool {
    guard cell.count >= 10, cell.count <= 24 else { return false }
    let isForeign = cell[0] == UInt8(ascii: "+")
    guard isForeign || cell[0] == UInt8(ascii: "0") || cell[0] == UInt8(ascii: "(") else {
      return false
    }
    var digits = 0
    var signs = 0
    for index in (isForeign ? 1 : 0)..<cell.count {
      switch cell[index] {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"): signs += 1
      default: return false
      }
    }
    return (9...15).contains(digits) && (isForeign || (1...5).contains(signs))
  }
}
