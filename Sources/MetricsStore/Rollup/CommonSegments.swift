import Metrics

/// The dimension values and segments of a source over all its files, in an order that does not depend
/// on that of rows or files.
struct CommonSegments {
  /// The values of each dimension, in order.
  let values: [[SafeText]]
  /// The value codes of each segment, in order.
  let segments: [[Int32]]
  /// For each file the common code of each segment of its own.
  let codes: [[Int32]]

  /// The segments of files, for the dimensions of their source.
  init(_ dimensions: [Dimension], files: [RowSegments]) {
    var values: [[SafeText]] = []
    /// For each file and dimension the common code of each of its values.
    var maps: [[[Int32]]] = files.map { _ in [] }
    for (index, dimension) in dimensions.enumerated() {
      let texts = files.map { CommonSegments.texts(of: $0, index, dimension) }
      let common = Set(texts.joined()).sorted()
      let codes = Dictionary(uniqueKeysWithValues: zip(common, Int32(0)...))
      for file in files.indices { maps[file].append(texts[file].map { codes[$0] ?? 0 }) }
      values.append(common)
    }
    let own = files.indices.map { file in
      (0..<files[file].codes.count).map { segment in
        zip(maps[file], files[file].codes.values(segment)).map { $0[Int($1)] }
      }
    }
    let segments = Set(own.joined()).sorted { $0.lexicographicallyPrecedes($1) }
    let positions = Dictionary(uniqueKeysWithValues: zip(segments, Int32(0)...))
    self.values = values
    self.segments = segments
    codes = own.map { $0.map { positions[$0] ?? 0 } }
  }

  /// The values of a file in one dimension.
  private static func texts(
    of file: RowSegments, _ index: Int, _ dimension: Dimension
  ) -> [SafeText] {
    if case .constant(let text) = dimension.origin { return [text] }
    let texts = file.texts[index]
    // The file lacks the column, or has no rows.
    guard texts.count > 0 else { return [notSet] }
    return (0..<texts.count).map { code in
      let text = texts.withText(code) { SafeText(utf8: $0.buffer) }
      return text.isEmpty ? notSet : text
    }
  }
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
