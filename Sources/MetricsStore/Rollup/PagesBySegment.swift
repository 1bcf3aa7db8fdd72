/// The pages of several tables by panel, by segment, then by day.
struct PagesBySegment {
  /// A page of a table.
  struct Entry {
    /// Its panel and its segment's common code, above the days.
    let place: UInt64
    let days: Int32
    /// The position of its table.
    let part: Int32
    let figures: UnsafeMutablePointer<Figure>
  }

  /// All pages in order.
  private(set) var entries: [Entry] = []

  /// Puts the pages of tables in order.
  ///
  /// - Complexity: n log n in the pages.
  init(_ parts: [MergedTables.Part]) {
    entries.reserveCapacity(parts.reduce(0) { $0 + $1.content.value.table.pages.count })
    for (index, part) in parts.enumerated() {
      let panels = part.content.value.table.panels.count
      for page in part.content.value.table.pages {
        let (segment, panel) = page.series.quotientAndRemainder(dividingBy: panels)
        entries.append(
          Entry(
            place: UInt64(panel) << 32 | UInt64(part.segments[segment]), days: page.days,
            part: Int32(index), figures: page.figures))
      }
    }
    entries.sort { ($0.place, $0.days, $0.part) < ($1.place, $1.days, $1.part) }
  }
}
