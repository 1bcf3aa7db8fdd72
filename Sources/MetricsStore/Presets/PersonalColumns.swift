import Metrics

/// Which columns of a file hold data about persons, as far as their names tell.
struct PersonalColumns {
  /// The names as the file writes them, in its order.
  let names: [String]

  /// Looks through a header.
  init(_ header: [String]) {
    names = header.filter { PersonalColumns.isPersonal($0) }
  }

  /// What is to be said about those of a file that the source does not map, and that are therefore
  /// not read; nil where there are none. `isMapped` by a column's name.
  func issue(in file: SafeText, line: Int?, isMapped: (String) -> Bool) -> Issue? {
    let unread = names.filter { !isMapped($0) }
    guard !unread.isEmpty else { return nil }
    let shown = unread.prefix(6).map { quoted($0) }.joined(separator: ", ")
    return Issue(
      .note, code: "personal-columns", at: SourcePlace(file: file, line: line),
      message: SafeText(
        shown + (unread.count > 6 ? " and \(unread.count - 6) more look" : " looks")
          + " like personal data and is not read"))
  }

  /// Whether a column of that name most probably holds an address, a telephone number, a name or a
  /// day of birth of a person.
  static func isPersonal(_ name: String) -> Bool {
    let name = HeaderName(name).bare.filter { $0 != "_" && $0 != "-" && $0 != "." && $0 != ":" }
    guard !name.isEmpty, !doings.contains(where: { name.hasPrefix($0) }) else { return false }
    return whole.contains(name) || endings.contains { name.hasSuffix($0) }
  }

  /// What a column that ends like an address does with it: it counts or allows something.
  private static let doings = [
    "%", "clicked", "opened", "sent", "delivered", "unsubscribed", "optedout", "optout", "allow",
    "donot", "has", "bulk", "total", "lastemail", "lastmarketing", "dateoflast", "dateoffirst",
    "numberof", "campaign",
  ]

  private static let endings = [
    "email", "emailaddress", "mailaddress", "phone", "phonenumber", "telephone", "mobilenumber",
    "mobilephone", "faxnumber", "firstname", "lastname", "fullname", "middlename", "contactname",
    "customername", "personname", "leadname", "streetaddress", "mailingaddress", "homeaddress",
    "mailingstreet", "billingstreet", "dateofbirth", "birthday", "birthdate", "ipaddress",
    "メールアドレス", "電話番号", "携帯番号", "氏名", "担当者名", "生年月日", "住所", "line登録名", "フリガナ", "ふりがな",
  ]

  private static let whole: Set<String> = [
    "mail", "name", "mobile", "fax", "address", "street", "tel", "cell", "surname", "givenname",
    "userpseudoid", "userid", "メール", "eメール", "電話", "携帯電話", "姓", "名", "名前", "お名前", "本名", "誕生日",
    "表示名", "システム表示名",
  ]
}

extension SourceDefinition {
  /// Whether a column holds personal data by the definitions, so that only a hash of its cells may
  /// be kept.
  func isPersonal(_ column: ColumnName) -> Bool {
    personal.contains { $0.isLike(column) }
  }
}

extension ColumnName {
  /// Whether both have a name in common, as headers are compared.
  func isLike(_ other: ColumnName) -> Bool {
    let others = other.aliases.map { HeaderName($0) }
    return aliases.contains { alias in
      let name = HeaderName(alias)
      return others.contains { $0.isLike(name) }
    }
  }
}
