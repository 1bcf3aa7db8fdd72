import Metrics

/// Figures by segment and day, filled row by row.
///
/// The aggregates are parted into panels that rows fill together: all of them where a row has a column
/// per measure, those of one measure where a row names its measure. The figures of a segment, a panel
/// and some days in a row are a page, so that neither a table full to the last cell nor one with a cell
/// here and there takes much more memory than its figures.
struct DailyTable: ~Copyable, @unchecked Sendable {
  /// Aggregates that rows fill together.
  struct Panel {
    /// How many there are: the figures of a day in a page.
    let width: Int
    /// A page has 2 to the power of this many days.
    let dayBits: Int32

    /// A panel whose pages have about 128 bytes, but at least one day.
    init(width: Int) {
      self.width = width
      dayBits = width > 4 ? 0 : width > 2 ? 1 : width > 1 ? 2 : 3
    }

    /// How many figures a page has.
    var pageSize: Int { width << Int(dayBits) }
  }

  /// Days that a table can hold lie less than this from 1970.
  static let dayLimit: Int32 = 1 << 19

  /// What is kept of each aggregate.
  let kinds: [Aggregate.Kind]
  /// The aggregates of each panel, at most 2¹³ panels, and the shapes of the panels' pages.
  let aggregates: [[Int]]
  let panels: [Panel]
  /// How many digits behind the point the units of each aggregate's values and of its weights stand
  /// for, in turn: as many as any number read so far needed.
  var places: [Int32]
  /// The parts above 64 bits of the few sums that have any, by their addresses.
  var carries: [UnsafeMutablePointer<Int64>: Int128] = [:]
  /// Every page, in the order in which they were first needed.
  private(set) var pages: [FigurePage] = []

  private var arena = PageArena()
  /// The pages by hash, by linear probing; empty places have `FigurePage.none`.
  private var table: UnsafeMutablePointer<FigurePage>
  private var mask: Int
  /// For each of some groups of series the page that was used last.
  private let recent: UnsafeMutablePointer<FigurePage>
  private static let recentMask = 1023

  /// An empty table.
  init(_ kinds: [Aggregate.Kind], panels aggregates: [[Int]]) {
    self.kinds = kinds
    self.aggregates = aggregates
    panels = aggregates.map { Panel(width: $0.count) }
    places = Array(repeating: 0, count: kinds.count * 2)
    mask = 63
    table = .allocate(capacity: 64)
    table.initialize(repeating: .none, count: 64)
    recent = .allocate(capacity: DailyTable.recentMask + 1)
    recent.initialize(repeating: .none, count: DailyTable.recentMask + 1)
  }

  deinit {
    table.deallocate()
    recent.deallocate()
  }

  /// An empty table for the same figures.
  var fresh: DailyTable { DailyTable(kinds, panels: aggregates) }

  /// The figures of a panel's aggregates for a segment on a day.
  ///
  /// - Complexity: constant on average.
  @inline(__always)
  mutating func figures(
    segment: Int32, panel: Int, day: Int32
  ) -> UnsafeMutablePointer<Figure> {
    let shape = panels[panel]
    let series = Int(segment) &* panels.count &+ panel
    let key = FigurePage.key(series: series, days: day &>> shape.dayBits)
    let place = recent + (series & DailyTable.recentMask)
    if place.pointee.key != key { place.pointee = page(key, panel) }
    let dayInPage = Int(day & ((1 &<< shape.dayBits) &- 1))
    return place.pointee.figures + dayInPage &* shape.width
  }

  /// The page of a key, made where it is new.
  private mutating func page(_ key: UInt64, _ panel: Int) -> FigurePage {
    var index = FigurePage.hash(key) & mask
    while table[index].key != FigurePage.none.key {
      if table[index].key == key { return table[index] }
      index = (index + 1) & mask
    }
    let page = FigurePage(key: key, figures: arena.page(of: panels[panel].pageSize))
    table[index] = page
    pages.append(page)
    if pages.count * 2 > mask { grow() }
    return page
  }

  private mutating func grow() {
    let size = (mask + 1) * 2
    let fresh = UnsafeMutablePointer<FigurePage>.allocate(capacity: size)
    fresh.initialize(repeating: .none, count: size)
    for page in pages {
      var index = FigurePage.hash(page.key) & (size - 1)
      while fresh[index].key != FigurePage.none.key { index = (index + 1) & (size - 1) }
      fresh[index] = page
    }
    table.deallocate()
    table = fresh
    mask = size - 1
  }

  /// From the first day with a figure to the last; nil where there is none.
  ///
  /// - Complexity: linear in the pages.
  var span: DayRange? {
    var first = Int32.max
    var last = Int32.min
    for page in pages {
      let shape = panels[page.series % panels.count]
      let start = page.days << shape.dayBits
      let end = start + (1 << shape.dayBits)
      guard start < first || end > last + 1 else { continue }
      for index in 0..<shape.pageSize where page.figures[index].weight != 0 {
        first = min(first, start + Int32(index / shape.width))
        last = max(last, start + Int32(index / shape.width))
      }
    }
    return first > last ? nil : DayRange(Day(number: first), through: Day(number: last))
  }

  /// The page of a series and days, if there is one; for reading what was filled.
  func page(series: Int, days: Int32) -> UnsafeMutablePointer<Figure>? {
    let key = FigurePage.key(series: series, days: days)
    var index = FigurePage.hash(key) & mask
    while table[index].key != FigurePage.none.key {
      if table[index].key == key { return table[index].figures }
      index = (index + 1) & mask
    }
    return nil
  }
}

/// The figures of one segment, one panel and some days: day by day those of the panel's aggregates.
struct FigurePage: @unchecked Sendable {
  /// The segment's code times the number of panels and the panel, above 20 bits for the days.
  let key: UInt64
  let figures: UnsafeMutablePointer<Figure>

  /// Stands where there is none.
  static let none = FigurePage(key: .max, figures: nowhere)

  private static var nowhere: UnsafeMutablePointer<Figure> {
    UnsafeMutablePointer(bitPattern: MemoryLayout<Figure>.alignment).unsafelyUnwrapped
  }

  /// The key of a series and days, as the first one's number without its lowest bits.
  @inline(__always)
  static func key(series: Int, days: Int32) -> UInt64 {
    (UInt64(truncatingIfNeeded: series) &<< 20)
      | UInt64(truncatingIfNeeded: days &+ DailyTable.dayLimit)
  }

  /// The segment's code times the number of panels, and the panel.
  var series: Int { Int(key >> 20) }

  /// The days as the first one's number without its lowest bits.
  var days: Int32 { Int32(truncatingIfNeeded: key & 0xF_FFFF) - DailyTable.dayLimit }

  @inline(__always)
  static func hash(_ key: UInt64) -> Int {
    var state = key &* 0x9E37_79B9_7F4A_7C15
    state ^= state &>> 32
    return Int(truncatingIfNeeded: (state &* 0xBF58_476D_1CE4_E5B9) &>> 32)
  }
}
