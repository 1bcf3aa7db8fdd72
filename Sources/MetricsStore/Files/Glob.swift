/// A pattern for one name: `*` for any characters, `?` for one, `[a-c]` or `[!a-c]` for one of some.
struct Glob {
  private enum Part {
    case anything
    case one
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    case exactly(Unicode.Scalar)
  }

  private let parts: [Part]

  /// The pattern that a text writes; a bracket that is never closed stands for itself.
  init(_ text: String) {
    var parts: [Part] = []
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": parts.append(.anything)
      case "?": parts.append(.one)
      case "[":
        if let set = Glob.takeSet(&rest) { parts.append(set) } else { parts.append(.exactly("[")) }
      default: parts.append(.exactly(scalar))
      }
    }
    self.parts = parts
  }

  private static func takeSet(_ rest: inout ArraySlice<Unicode.Scalar>) -> Part? {
    var inner = rest
    var isNegated = false
    if let first = inner.first, first == "!" || first == "^" {
      isNegated = true
      inner.removeFirst()
    }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let scalar = inner.popFirst() {
      if scalar == "]", !ranges.isEmpty {
        rest = inner
        return .set(ranges, isNegated: isNegated)
      }
      let next = inner.dropFirst().first
      if inner.first == "-", let next, next != "]", scalar <= next {
        ranges.append(scalar...next)
        inner = inner.dropFirst(2)
      } else {
        ranges.append(scalar...scalar)
      }
    }
    return nil
  }

  /// Whether the whole name is as the pattern says.
  ///
  /// - Complexity: at worst the product of both lengths.
  func matches(_ name: String) -> Bool {
    let name = Array(name.unicodeScalars)
    var part = 0
    var index = 0
    var retry: (part: Int, index: Int)?
    while index < name.count {
      if part < parts.count, case .anything = parts[part] {
        retry = (part, index)
        part += 1
      } else if part < parts.count, matches(parts[part], name[index]) {
        part += 1
        index += 1
      } else if let last = retry {
        retry = (last.part, last.index + 1)
        part = last.part + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { if case .anything = $0 { true } else { false } }
  }

  private func matches(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
    switch part {
    case .anything: false
    case .one: true
    case .set(let ranges, let isNegated):
      ranges.contains { $0.contains(scalar) } != isNegated
    case .exactly(let expected): expected == scalar
    }
  }
}
