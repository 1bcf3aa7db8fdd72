import Glibc

/// The texts that the cells of a workbook refer to by number.
final class SharedStrings: XMLPart {
  /// Longer texts are cut: Excel has at most 32,767 characters in a cell.
  static let longestText = 1 << 17
  /// More than this for every compressed byte is no text.
  private static let largestRatio = 100

  /// How many texts were cut.
  private(set) var cutTexts = 0

  private var texts = GrowingBytes(capacity: 1 << 14)
  /// Where each text ends.
  private var ends: [UInt32] = []
  private var state = State.list

  private enum State {
    case list, item, run, text
    /// In a text that is only one of the item's runs.
    case runText
    /// In so many elements that are no part of the text, such as how it is pronounced.
    case other(Int, within: Within)

    enum Within { case list, item, run }
  }

  /// Reads the part.
  init(_ member: ZipMember, in archive: ZipArchive) throws(FileFault) {
    let (size, overflows) = member.compressedSize.multipliedReportingOverflow(
      by: SharedStrings.largestRatio)
    let limit = min(overflows ? Int.max : size, 1 << 31) + 64 << 20
    super.init(try ZipMemberBytes(member, in: archive.file, limit: limit))
    try readAll()
  }

  /// How many texts there are.
  @inline(__always)
  var count: Int { ends.count }

  /// A text by its number, from 0 to `count`, without `count`.
  @inline(__always)
  subscript(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeBufferPointer(start: texts.base + start, count: Int(ends[index]) - start)
  }

  /// The number that a cell names; nil where there is no such text.
  func index(_ cell: CellBytes) -> Int? {
    let digits = cell.trimmed
    guard (1...9).contains(digits.count) else { return nil }
    var index = 0
    for place in 0..<digits.count {
      let digit = digits[place] &- 0x30
      guard digit < 10 else { return nil }
      index = index * 10 + Int(digit)
    }
    return index < count ? index : nil
  }

  private var start: Int { Int(ends.last ?? 0) }

  override func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch state {
    case .list:
      if name.is("si") {
        state = .item
      } else if !name.is("sst") {
        state = .other(1, within: .list)
      }
    case .item:
      if name.is("t") {
        state = .text
      } else if name.is("r") {
        state = .run
      } else {
        state = .other(1, within: .item)
      }
    case .run: state = name.is("t") ? .runText : .other(1, within: .run)
    case .text: state = .other(1, within: .item)
    case .runText: state = .other(1, within: .run)
    case .other(let depth, let within): state = .other(depth + 1, within: within)
    }
  }

  override func end(_ name: XMLName) {
    switch state {
    case .list: break
    case .item:
      state = .list
      texts.unescape(from: start)
      ends.append(UInt32(texts.count))
    case .run, .text: state = .item
    case .runText: state = .run
    case .other(1, .list): state = .list
    case .other(1, .item): state = .item
    case .other(1, .run): state = .run
    case .other(let depth, let within): state = .other(depth - 1, within: within)
    }
  }

  override func write(_ text: UnsafeBufferPointer<UInt8>) {
    switch state {
    case .text, .runText: break
    default: return
    }
    guard texts.count - start + text.count <= SharedStrings.longestText else {
      cutTexts += 1
      return
    }
    texts.append(text)
  }
}
