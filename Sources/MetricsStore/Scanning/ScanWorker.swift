internal import CScan

/// Reads chunks of a scan, one after the other, on one thread.
struct ScanWorker: ~Copyable {
  private let scan: ParallelScan
  private var block: ScanBlock
  private var row: ScannedRow
  /// The first record that was not taken because of damage; nil where there is none.
  private(set) var stop: ParallelScan.Stop?
  /// Why reading failed; nil where it did not.
  private(set) var fault: FileFault?

  /// A worker with no chunk yet.
  init(_ scan: ParallelScan) {
    self.scan = scan
    block = ScanBlock(
      scan.source, end: scan.range.upperBound, delimiter: scan.delimiter, quote: scan.quote)
    row = ScannedRow(
      quote: scan.quote, bytes: block.bytes, separators: UnsafePointer(block.separators))
  }

  /// Reads chunks while there are any.
  mutating func work<Sink: SharedRowSink & ~Copyable>(
    _ order: ChunkOrder, _ sink: inout Sink, _ tally: inout RowTally
  ) {
    while let chunk = order.claim() {
      do throws(FileFault) {
        let finding = try look(at: chunk)
        let beginning = order.publish(finding, of: chunk.number)
        guard beginning.isSound else { return }
        if beginning.isInside { block.scan(isInside: true) }
        sink.begin(chunk: chunk.number)
        let before = tally.rows
        try take(chunk, beginning, &sink, &tally)
        scan.meter?.add(rows: tally.rows - before)
        scan.meter?.add(bytes: chunk.range.count)
      } catch {
        fault = fault ?? error
        // The others must neither wait for this chunk nor go on behind it.
        order.abandon(chunk.number)
        return
      }
    }
  }

  /// Takes in what another worker came to.
  mutating func join(_ stop: ParallelScan.Stop?, _ fault: FileFault?) {
    self.fault = self.fault ?? fault
    guard var stop else { return }
    if let own = self.stop {
      stop.isLate = stop.isLate || own.isLate
      if own.offset <= stop.offset { (stop.offset, stop.line) = (own.offset, own.line) }
    }
    self.stop = stop
  }

  private mutating func look(
    at chunk: ChunkOrder.Chunk
  ) throws(FileFault) -> ChunkOrder.Finding {
    let range = chunk.range
    let isFirst = range.lowerBound == scan.range.lowerBound
    guard try block.read(from: range.lowerBound, to: range.upperBound, isFirst: isFirst) else {
      throw .cutShort
    }
    let found = block.state
    return ChunkOrder.Finding(
      isOdd: found.inside != 0, isDamagedOutside: found.damage != .max,
      isDamagedInside: found.opposite_damage != .max, breaks: found.ends + found.inner_breaks)
  }

  /// Gives the sink every record that starts in the chunk, up to damage.
  @inline(__always)
  private mutating func take<Sink: SharedRowSink & ~Copyable>(
    _ chunk: ChunkOrder.Chunk, _ beginning: ChunkOrder.Beginning, _ sink: inout Sink,
    _ tally: inout RowTally
  ) throws(FileFault) {
    guard var place = block.firstPlace(isInside: beginning.isInside) else { return }
    row.countedOffset = 0
    row.countedLine = beginning.line
    var found = FoundSeparators(block)
    while place.start < block.length {
      if place.end == found.endCount {
        let search = try block.findEnd(of: place.start)
        found = FoundSeparators(block)
        row.bytes = found.bytes
        guard search == .found else {
          return stopBefore(place.start, isLate: search == .tooLong)
        }
      }
      let end = Int(found.ends[place.end])
      guard end < found.damage else { return stopBefore(place.start, isLate: false) }
      row.bytes = found.bytes
      row.start = place.start
      row.end = end
      row.separators = found.separators + place.separator
      row.count = found.width(at: place, expecting: scan.shape.most)
      tally.take(&row, scan.shape, into: &sink)
      place.advance(over: row.count, endingAt: end, in: found.bytes)
    }
  }

  private mutating func stopBefore(_ start: Int, isLate: Bool) {
    (row.start, row.bytes) = (start, block.bytes)
    join(ParallelScan.Stop(offset: block.origin + start, line: row.line, isLate: isLate), nil)
  }
}
