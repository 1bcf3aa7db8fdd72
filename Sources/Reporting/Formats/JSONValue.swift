/// A value as JSON has them, with the keys of objects in the order that they were given.
indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A key and its value.
  struct Member: Hashable, Sendable {
    let key: String
    let value: JSONValue

    init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A number, or null where there is none.
  static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  /// A whole number, or null where there is none.
  static func number(_ value: Int?) -> JSONValue { .number(value.map { Double($0) }) }

  /// A text, or null where there is none.
  static func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }

  /// An object whose members keep their order.
  static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// The value on one line.
  var line: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): value.isFinite ? PlainNumber.text(value) : "null"
    case .text(let value): JSONValue.quoted(value)
    case .array(let values): "[\(values.map(\.line).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(JSONValue.quoted($0.key)): \($0.value.line)" }.joined(separator: ", "))}"
    }
  }

  /// The value as a file: the objects in the lists of its outermost object stand one on each line.
  var document: String {
    guard case .object(let members) = self else { return line + "\n" }
    let parts = members.map { member in
      guard case .array(let values) = member.value, !values.isEmpty else {
        return "\(JSONValue.quoted(member.key)): \(member.value.line)"
      }
      let rows = values.map { "  " + $0.line }.joined(separator: ",\n")
      return "\(JSONValue.quoted(member.key)): [\n\(rows)\n]"
    }
    return "{\(parts.joined(separator: ", "))}\n"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
