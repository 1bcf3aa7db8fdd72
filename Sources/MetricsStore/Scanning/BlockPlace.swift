internal import CScan

/// A place between two records of a block.
struct BlockPlace {
  /// The offset of the next record, and the positions of its separators and of its end.
  var start = 0
  var separator = 0
  var end = 0

  /// Goes behind a record of so many cells.
  @inline(__always)
  mutating func advance(over cells: Int, endingAt offset: Int, in bytes: UnsafePointer<UInt8>) {
    separator += cells
    end += 1
    start = offset + 1
    if bytes[offset] == UInt8(ascii: "\r"), bytes[offset + 1] == UInt8(ascii: "\n") { start += 1 }
  }
}

/// What a scan has found in a block, as pointers that are good until it looks further.
struct FoundSeparators {
  /// The block's bytes, and the offsets of separators and of ends in them.
  let bytes: UnsafePointer<UInt8>
  let separators: UnsafePointer<UInt32>
  let ends: UnsafePointer<UInt32>
  let separatorCount: Int
  let endCount: Int
  /// The offset of the first quote that cannot be one; past all others where there is none.
  let damage: Int

  /// What has been found so far.
  init(_ block: borrowing ScanBlock) {
    bytes = block.bytes
    separators = UnsafePointer(block.separators)
    ends = UnsafePointer(block.ends)
    separatorCount = block.state.separators
    endCount = block.state.ends
    damage = block.state.damage
  }

  /// How many cells the record at a place has, of which an end has been found.
  @inline(__always)
  func width(at place: BlockPlace, expecting width: Int) -> Int {
    let offset = ends[place.end]
    if place.separator + width <= separatorCount,
      separators[place.separator + width - 1] == offset
    {
      return width
    }
    var count = 1
    while separators[place.separator + count - 1] != offset { count += 1 }
    return count
  }
}

extension ScanBlock {
  /// The place before the first record that starts in the chunk; nil where none does.
  func firstPlace(isInside: Bool) -> BlockPlace? {
    let before = bytes[-1]
    let isBoundary = before == UInt8(ascii: "\n") || before == UInt8(ascii: "\r")
    if !isInside, isBoundary {
      let isSecondHalf = before == UInt8(ascii: "\r") && bytes[0] == UInt8(ascii: "\n")
      return BlockPlace(start: isSecondHalf ? 1 : 0)
    }
    guard state.ends > 0 else { return nil }
    var place = BlockPlace()
    let cells = FoundSeparators(self).width(at: place, expecting: 1)
    place.advance(over: cells, endingAt: Int(ends[0]), in: bytes)
    return place
  }
}
