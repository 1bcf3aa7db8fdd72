/// Gives the rows behind a header to a sink.
struct RowReading {
  /// How the rows ended.
  enum End: Equatable {
    /// With the file.
    case complete
    /// A quote that was opened on this line is never closed, or the record is too long to be one.
    case openQuote(line: Int)
  }

  /// How many fields the rows should have.
  let shape: RowWidth
  /// What became of the rows so far.
  var tally = RowTally()

  /// Reads the rows of the table that the walk has come to, one after the other; `meter` is told of
  /// them now and then.
  mutating func readAll(
    _ reader: inout RecordReader, _ walk: inout TableWalk, meter: ReadingMeter? = nil,
    into sink: inout some RowSink & ~Copyable
  ) throws(FileFault) -> End {
    var told = tally.rows
    defer { meter?.add(rows: tally.rows - told) }
    while true {
      if tally.rows - told >= 4096 {
        meter?.add(rows: tally.rows - told)
        told = tally.rows
      }
      switch try walk.advance(&reader) {
      case .end: return reader.openQuoteLine.map { .openQuote(line: $0) } ?? .complete
      case .tooLong: return .openQuote(line: reader.line)
      case .table:
        // The same header once more, as where files were put behind one another, goes on.
        guard walk.head.repeatsHeader else { return .complete }
      case .row:
        if reader.repair != nil { tally.noteRepair(&reader) }
        tally.take(&reader, shape, into: &sink)
      }
    }
  }

  /// Reads rows one after the other up to the first that does not start before an offset; nil where
  /// there are more.
  mutating func read(
    _ reader: inout RecordReader, upTo limit: Int, into sink: inout some RowSink & ~Copyable
  ) throws(FileFault) -> End? {
    while reader.consumed < limit {
      switch try reader.advance() {
      case .end: return .complete
      case .openQuote(let line): return .openQuote(line: line)
      case .tooLong: return .openQuote(line: reader.line)
      case .record:
        if reader.repair != nil { tally.noteRepair(&reader) }
        tally.take(&reader, shape, into: &sink)
      }
    }
    return nil
  }

  /// Reads all rows of a plain file behind those of the reader: with the parallel scan as far as quotes
  /// are sound, and where they are not one after the other, up to where they may be again.
  mutating func readAll<Sink: SharedRowSink & ~Copyable>(
    _ file: ScannedFile, behind reader: borrowing RecordReader, into sink: inout Sink
  ) throws(FileFault) -> End {
    let start = ParallelScan.Stop(
      offset: file.start + reader.consumed, line: reader.lineAfter, isLate: false)
    var place = start
    var stretch = file.chunkSize
    while true {
      let from = place.offset
      guard let stop = try file.scan(place, shape).run(into: &sink, &tally) else {
        return .complete
      }
      // Damage that keeps coming is gone through in ever longer stretches.
      stretch = stop.offset - from > 4 * stretch ? file.chunkSize : stretch * 2
      if stop.isLate {
        sink = sink.fresh()
        tally = RowTally()
        stretch = .max
      }
      place = stop.isLate ? start : stop
      var exact = file.reader(place, width: shape.most)
      let before = tally.rows
      let end = try read(&exact, upTo: stretch, into: &sink)
      file.meter?.add(rows: tally.rows - before)
      file.meter?.add(bytes: exact.consumed)
      if let end { return end }
      place.offset += exact.consumed
      place.line = exact.lineAfter
    }
  }
}

/// A file whose bytes are its text, so that it can be read anywhere.
struct ScannedFile {
  /// Its bytes, and how many there are.
  let source: ScanBlock.Source
  let size: Int
  /// What is told how far it has been read; nil where nobody asks.
  var meter: ReadingMeter?
  /// Where the records begin of which a reader counts the bytes.
  var start = 0
  /// How it separates its cells.
  var dialect = Dialect.standard
  /// How many bytes a thread takes at a time, a multiple of 64; and how many threads do.
  var chunkSize = 1 << 17
  var threads = ProcessorCount.current

  /// Whether its dialect can be scanned.
  static func canScan(_ dialect: Dialect) -> Bool {
    dialect.escape == nil && !dialect.skipsSpaces && dialect.comment.isEmpty
  }

  /// A scan of what follows a place.
  func scan(_ place: ParallelScan.Stop, _ shape: RowWidth) -> ParallelScan {
    ParallelScan(
      source: source, range: min(place.offset, size)..<size, line: place.line,
      delimiter: dialect.delimiter, quote: dialect.quote, shape: shape, chunkSize: chunkSize,
      threads: threads, meter: meter)
  }

  /// A reader of what follows a place.
  func reader(_ place: ParallelScan.Stop, width: Int) -> RecordReader {
    var offset = place.offset
    return RecordReader(dialect: dialect, tolerance: .init(width: width), fromLine: place.line) {
      [source] block throws(FileFault) in
      let count = try source(offset, block)
      offset += count
      return count
    }
  }
}
