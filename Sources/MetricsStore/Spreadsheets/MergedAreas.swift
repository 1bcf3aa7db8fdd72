import Glibc

/// The areas of a sheet in which cells are merged to one.
///
/// They are written behind the rows, so that a sheet is read for them before its rows are.
struct MergedAreas {
  /// A rectangle of cells; its value stands in the first.
  struct Area: Hashable {
    let top: Int
    let left: Int
    let bottom: Int
    let right: Int
  }

  /// The areas, by their first rows and columns.
  private(set) var areas: [Area] = []
  /// Whether there are more than are kept.
  private(set) var isCutShort = false

  private static let limit = 100_000
  private static let blockSize = 1 << 16
  /// An element that names an area is no longer than this.
  private static let longestElement = 128

  /// No areas.
  init() {}

  /// Looks through a sheet's XML for them; there are none in one that is in UTF-16.
  init(_ bytes: ZipMemberBytes) throws(FileFault) {
    let kept = MergedAreas.longestElement
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: MergedAreas.blockSize + kept, alignment: 16)
    defer { block.deallocate() }
    var filled = 0
    while true {
      let count = try bytes.read(into: UnsafeMutableRawBufferPointer(rebasing: block[filled...]))
      filled += count
      let isLast = count == 0
      // What begins near the end is looked at with the next block.
      let settled = isLast ? filled : max(0, filled - kept)
      look(at: UnsafeRawBufferPointer(rebasing: block[..<filled]), settled: settled)
      if isLast { break }
      block.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[settled..<filled]))
      filled -= settled
    }
    areas.sort { ($0.top, $0.left) < ($1.top, $1.left) }
  }

  /// Takes the areas that elements name which begin before `settled`.
  private mutating func look(at bytes: UnsafeRawBufferPointer, settled: Int) {
    var start = 0
    // What reads like an area before the rows end is text in a cell.
    while let end = MergedAreas.find("sheetData>", rare: 1, in: bytes, from: start), end < settled {
      areas = []
      isCutShort = false
      start = end + 1
    }
    while let place = MergedAreas.find("mergeCell ", rare: 3, in: bytes, from: start),
      place < settled
    {
      start = place + 1
      guard let area = MergedAreas.area(bytes, at: place) else { continue }
      if areas.count < MergedAreas.limit { areas.append(area) } else { isCutShort = true }
    }
  }

  /// Where a word begins; nil where it is not there. It is looked for by its byte at `rare`.
  private static func find(
    _ word: StaticString, rare: Int, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let length = word.utf8CodeUnitCount
    var next = start + rare
    while next < bytes.count,
      let hit = memchr(base + next, Int32(word.utf8Start[rare]), bytes.count - next)
    {
      let place = UnsafeRawPointer(hit) - base - rare
      guard place + length <= bytes.count else { return nil }
      if memcmp(base + place, word.utf8Start, length) == 0 { return place }
      next = place + rare + 1
    }
    return nil
  }

  /// The area that the attribute `ref` of an element names; nil where it names none.
  private static func area(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Area? {
    guard place > 0, bytes[place - 1] == UInt8(ascii: "<") || bytes[place - 1] == UInt8(ascii: ":")
    else { return nil }
    let element = bytes[place..<min(bytes.count, place + longestElement)]
    guard let end = element.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let parts = String(decoding: element[..<end], as: UTF8.self)
      .split { $0 == "\"" || $0 == "'" }
    guard parts.count >= 2, parts[0].hasSuffix("ref=") else { return nil }
    let corners = parts[1].split(separator: ":").compactMap { corner in
      String(corner).withCString { CellReference($0) }
    }
    guard corners.count == 2, corners[0].row >= 1, corners[1].row >= corners[0].row,
      corners[1].column >= corners[0].column
    else { return nil }
    return Area(
      top: corners[0].row, left: corners[0].column, bottom: corners[1].row,
      right: corners[1].column)
  }
}
