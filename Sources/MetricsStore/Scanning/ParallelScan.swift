import Glibc

/// Reads the records of a part of a plain file on several threads, as long as its quotes are sound.
///
/// It gives the same rows as reading one record after the other. Where a quote stands that cannot be
/// one by RFC 4180, it stops before that record, and leaves what it means to others.
struct ParallelScan: Sendable {
  /// Where a scan stopped: before a record.
  struct Stop: Sendable {
    /// The file's offset of the record, and its line.
    var offset: Int
    var line: Int
    /// Whether records behind it may have been taken: it is longer than records may be.
    var isLate: Bool
  }

  /// The file's bytes.
  let source: ScanBlock.Source
  /// Which of them are read: from the start of a record to the end of the file, or of a table.
  let range: Range<Int>
  /// The line of the first byte.
  let line: Int
  /// The byte between two cells, and the one around some; nil where there is none.
  let delimiter: UInt8
  let quote: UInt8?
  /// How many fields the rows should have.
  let shape: RowWidth
  /// How many bytes a thread takes at a time: a multiple of 64. So many, with their separators, fit
  /// into a processor's own cache.
  var chunkSize: Int
  /// How many threads read.
  var threads: Int
  /// What is told of each chunk that was read; nil where nobody asks.
  var meter: ReadingMeter?

  /// Gives all rows to a sink; returns where it stopped, or nil where it came to the end.
  func run<Sink: SharedRowSink & ~Copyable>(
    into sink: inout Sink, _ tally: inout RowTally
  ) throws(FileFault) -> Stop? {
    let order = ChunkOrder(range, size: chunkSize, line: line)
    let count = min(threads, (range.count + chunkSize - 1) / chunkSize)
    let helpers = (0..<max(0, count - 1)).map { _ in Helper(sink.fresh()) }
    for helper in helpers { order.help { helper.work(on: self, order) } }
    var worker = ScanWorker(self)
    worker.work(order, &sink, &tally)
    order.waitForHelp()
    for helper in helpers {
      sink.join(helper.sink)
      tally.join(helper.tally)
      worker.join(helper.stop, helper.fault)
    }
    if let fault = worker.fault { throw fault }
    return worker.stop
  }

  /// A thread that reads some of the chunks; its results are good once it has ended.
  private final class Helper<Sink: SharedRowSink & ~Copyable>: @unchecked Sendable {
    private(set) var sink: Sink
    private(set) var tally = RowTally()
    private(set) var stop: Stop?
    private(set) var fault: FileFault?

    init(_ sink: consuming Sink) { self.sink = sink }

    func work(on scan: ParallelScan, _ order: ChunkOrder) {
      var worker = ScanWorker(scan)
      worker.work(order, &sink, &tally)
      stop = worker.stop
      fault = worker.fault
    }
  }
}

/// How many processors there are.
enum ProcessorCount {
  /// Those that are running now, at least 1.
  static var current: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
