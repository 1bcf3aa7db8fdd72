/// Remembers what short cells of some columns mean, by their bytes as they stand in the file, so that
/// most cells need be neither trimmed nor looked up.
///
/// It forgets where it has no room, and is right all the same.
struct CellMemo: ~Copyable, @unchecked Sendable {
  private struct Place {
    /// The cell's bytes, and above them how many there are; zeros where the place is free.
    var key: CellKey
    /// What it means.
    var meaning: Int32
  }

  /// So many places each column has, a power of two.
  private static let size = 1024

  private let places: UnsafeMutablePointer<Place>

  /// Nothing about so many columns.
  init(columns: Int) {
    let count = max(1, columns) * CellMemo.size
    places = .allocate(capacity: count)
    places.initialize(repeating: Place(key: CellKey(), meaning: -1), count: count)
  }

  deinit { places.deallocate() }

  /// What a cell of a column means, a number from 0; -1 where that is not known.
  @inline(__always)
  func meaning(of key: CellKey, in column: Int) -> Int32 {
    let column = places + column &* CellMemo.size
    let index = key.hash & (CellMemo.size - 1)
    if column[index].key == key { return column[index].meaning }
    return column[index ^ 1].key == key ? column[index ^ 1].meaning : -1
  }

  /// Notes what a cell of a column means.
  func note(_ meaning: Int32, of key: CellKey, in column: Int) {
    guard key.isShort else { return }
    let column = places + column &* CellMemo.size
    let index = key.hash & (CellMemo.size - 1)
    column[index ^ 1] = column[index]
    column[index] = Place(key: key, meaning: meaning)
  }
}

/// The bytes of a cell that has at most 15, and how many there are.
struct CellKey: Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The key of no cell.
  init() {}

  /// The key of a cell, of which 16 bytes may be read, however short it is.
  @inline(__always)
  init(_ cell: CellBytes) {
    let count = cell.count
    guard count > 0, count < 16 else { return }
    let unused = 64 &- 8 &* count
    low = cell.word(at: 0) & (UInt64.max &>> UInt64(truncatingIfNeeded: max(0, unused)))
    // A shift by 64 or more leaves nothing.
    high = cell.word(at: 8) & (UInt64.max >> UInt64(truncatingIfNeeded: unused &+ 64))
    high |= UInt64(truncatingIfNeeded: count) &<< 56
  }

  /// Whether there is a cell, and all of it is in the key.
  var isShort: Bool { high != 0 }

  /// A number from 0 that is the same for equal keys.
  @inline(__always)
  var hash: Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed &>> 40)
  }
}
