/// How a text begins, to tell JSON and markup from rows.
struct TextStart {
  private let bytes: UnsafeRawBufferPointer

  /// The start of a text in UTF-8 without its mark.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether it begins as a JSON object, or as an array of objects or arrays; a header in brackets
  /// such as `[Date],[Clicks]` does not.
  var isJSON: Bool {
    var index = afterSpace(0)
    guard let first = byte(index) else { return false }
    if first == UInt8(ascii: "{") { return isObject(index) }
    guard first == UInt8(ascii: "[") else { return false }
    index = afterSpace(index + 1)
    switch byte(index) {
    case UInt8(ascii: "{"): return isObject(index)
    case UInt8(ascii: "]"): return byte(afterSpace(index + 1)) == nil
    case UInt8(ascii: "["): return isArray(index)
    default: return false
    }
  }

  /// Whether a brace is followed by a key and a colon, or closed; a cut key is taken for one.
  private func isObject(_ brace: Int) -> Bool {
    var index = afterSpace(brace + 1)
    if byte(index) == UInt8(ascii: "}") { return true }
    guard byte(index) == UInt8(ascii: "\"") else { return false }
    index += 1
    while let byte = byte(index), byte != UInt8(ascii: "\"") {
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard byte(index) != nil else { return true }
    return byte(afterSpace(index + 1)) ?? UInt8(ascii: ":") == UInt8(ascii: ":")
  }

  /// Whether a bracket is followed by what can begin a JSON value, or closed.
  private func isArray(_ bracket: Int) -> Bool {
    guard let byte = byte(afterSpace(bracket + 1)) else { return false }
    return "\"-0123456789tfn]{[".utf8.contains(byte)
  }

  /// Whether it begins with this tag, given in lower case, and then something that ends a name.
  func isTag(_ name: StaticString) -> Bool {
    let start = afterSpace(0)
    guard byte(start) == UInt8(ascii: "<") else { return false }
    for index in 0..<name.utf8CodeUnitCount {
      guard let byte = byte(start + 1 + index) else { return false }
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard lower == name.utf8Start[index] else { return false }
    }
    guard let next = byte(start + 1 + name.utf8CodeUnitCount) else { return false }
    return next <= 0x20 || next == UInt8(ascii: ">")
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func afterSpace(_ start: Int) -> Int {
    var index = start
    while let byte = byte(index), byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
    return index
  }
}
