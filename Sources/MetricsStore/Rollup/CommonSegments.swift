import Metrics

/// The dimension values and segments of a source over all its files.
struct CommonSegments {
  /// The values of each dimension, by code.
  private(set) var values: [[SafeText]]
  private var known: [[SafeText: Int32]]
  private(set) var codes: SegmentCodes
  private let constants: [SafeText?]

  /// For the dimensions of a source.
  init(_ dimensions: [Dimension]) {
    values = Array(repeating: [], count: dimensions.count)
    known = Array(repeating: [:], count: dimensions.count)
    codes = SegmentCodes(dimensions: dimensions.count)
    constants = dimensions.map { if case .constant(let text) = $0.origin { text } else { nil } }
  }

  /// The common code of each segment of a file.
  mutating func codes(of file: RowSegments) -> [Int32] {
    let maps = constants.indices.map { dimension in
      if let constant = constants[dimension] { return [code(constant, dimension)] }
      let texts = file.texts[dimension]
      return (0..<texts.count).map { code in
        let text = texts.withText(code) { SafeText(utf8: $0.buffer) }
        return self.code(text.isEmpty ? notSet : text, dimension)
      }
    }
    return (0..<file.codes.count).map { segment in
      let own = file.codes.values(segment)
      return codes.code(own.indices.map { maps[$0][Int(own[$0])] })
    }
  }

  private mutating func code(_ text: SafeText, _ dimension: Int) -> Int32 {
    if let code = known[dimension][text] { return code }
    let code = Int32(values[dimension].count)
    known[dimension][text] = code
    values[dimension].append(text)
    return code
  }

  /// The value codes of each segment.
  var all: [[Int32]] { (0..<codes.count).map { codes.values($0) } }
}

extension TextCodes {
  /// The code in a common numbering of each text of this one.
  func codes(in common: inout TextCodes) -> [Int32] {
    guard common.count > 0 else {
      common = self
      return (0..<Int32(count)).map { $0 }
    }
    return (0..<count).map { code in withText(code) { common.code($0) } }
  }
}
