/// The name of an element or attribute without its prefix; good while its part tells of it.
struct XMLName {
  private let text: UnsafePointer<CChar>

  /// The part of a name behind its colon.
  @inline(__always)
  init(_ qualified: UnsafePointer<CChar>) {
    var start = qualified
    var next = qualified
    while next.pointee != 0 {
      if next.pointee == 0x3A { start = next + 1 }
      next += 1
    }
    text = start
  }

  /// Whether the name is this one.
  @inline(__always)
  func `is`(_ name: StaticString) -> Bool {
    let expected = name.utf8Start
    for index in 0..<name.utf8CodeUnitCount
    where UInt8(bitPattern: text[index]) != expected[index] {
      return false
    }
    return text[name.utf8CodeUnitCount] == 0
  }
}

/// The attributes of an element; good while its part tells of it.
struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// Names and values by turns, until nil.
  @inline(__always)
  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.pairs = pairs }

  /// Calls `visit` with every name and value.
  @inline(__always)
  func visit(_ visit: (XMLName, UnsafePointer<CChar>) -> Void) {
    var next = pairs
    while let name = next[0], let value = next[1] {
      visit(XMLName(name), value)
      next += 2
    }
  }

  /// The value of an attribute; nil where it is not given.
  subscript(_ name: StaticString) -> String? {
    var next = pairs
    while let given = next[0], let value = next[1] {
      if XMLName(given).is(name) { return String(cString: value) }
      next += 2
    }
    return nil
  }

  /// Whether an attribute is given and says yes.
  func isTrue(_ name: StaticString) -> Bool {
    let value = self[name]
    return value == "1" || value == "true" || value == "on"
  }
}

extension Int {
  /// The whole number that a C string writes with digits alone, 1 to 9 of them; nil for anything
  /// else.
  @inline(__always)
  init?(digits text: UnsafePointer<CChar>) {
    var value = 0
    var index = 0
    while text[index] != 0 {
      let digit = UInt8(bitPattern: text[index]) &- 0x30
      guard digit < 10, index < 9 else { return nil }
      value = value * 10 + Int(digit)
      index += 1
    }
    guard index > 0 else { return nil }
    self = value
  }
}
