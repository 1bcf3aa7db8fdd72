/// What takes a quote's meaning away in a sample.
struct EscapeGuess {
  /// The byte; nil where a doubled quote does, or nothing needs to.
  let escape: UInt8?

  /// How many bytes around the first candidate are tried.
  private static let trialSize = 1 << 15

  /// Looks for backslashes before quotes or delimiters, with which quotes fit better. In other quotes
  /// than `"`, doubled `"` everywhere mean that they are escapes. Complexity: O(n).
  init(_ sample: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, isWhole: Bool) {
    if let quote = dialect.quote, quote != UInt8(ascii: "\""),
      EscapeGuess.areDoubled(UInt8(ascii: "\""), sample)
    {
      escape = UInt8(ascii: "\"")
      return
    }
    guard let place = EscapeGuess.candidate(sample, dialect) else {
      escape = nil
      return
    }
    let start = EscapeGuess.lineStart(sample, place)
    let part = UnsafeBufferPointer(
      rebasing: sample[start..<min(sample.count, place + EscapeGuess.trialSize)])
    let isAll = isWhole && start + part.count == sample.count
    var escaped = dialect
    escaped.escape = UInt8(ascii: "\\")
    let without = DialectTrial(part, dialect, isWhole: isAll)
    let with = DialectTrial(part, escaped, isWhole: isAll)
    let isBetter =
      with.misfits < without.misfits
      || (with.misfits == without.misfits && with.score > without.score * 1.001)
    escape = isBetter ? UInt8(ascii: "\\") : nil
  }

  /// The first backslash before a quote, or before a delimiter.
  private static func candidate(
    _ sample: UnsafeBufferPointer<UInt8>, _ dialect: Dialect
  ) -> Int? {
    guard sample.count > 1 else { return nil }
    var delimiter: Int?
    for index in 0..<(sample.count - 1) where sample[index] == UInt8(ascii: "\\") {
      if sample[index + 1] == dialect.quote { return index }
      if delimiter == nil, sample[index + 1] == dialect.delimiter { delimiter = index }
    }
    return delimiter
  }

  /// Where the line begins that stands half a trial before an offset.
  private static func lineStart(_ sample: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    var index = offset - trialSize / 2
    guard index > 0 else { return 0 }
    while index < offset, sample[index - 1] != 0x0A, sample[index - 1] != 0x0D { index += 1 }
    return index
  }

  private static func areDoubled(_ byte: UInt8, _ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    var index = 0
    while index < sample.count {
      if sample[index] == byte {
        guard index + 1 < sample.count, sample[index + 1] == byte else { return false }
        found = true
        index += 1
      }
      index += 1
    }
    return found
  }
}
