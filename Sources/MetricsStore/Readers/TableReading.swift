import Metrics

/// Gives the rows of an opened table to a sink: on all cores where the file is large and plain, else
/// one after the other.
struct TableReading: ~Copyable {
  /// The table, and where its columns stand.
  var table: OpenedTable
  let layout: RowLayout
  /// What became of the rows.
  private(set) var tally = RowTally()
  /// The totals that were set apart.
  private(set) var totals: [StatedTotal] = []
  /// How the rows ended.
  private(set) var end = RowReading.End.complete

  /// Files of fewer bytes are read in order, which tells more of what stands between rows.
  private static let parallelSize = 4 << 20

  /// A reading of a table, of which nothing has been read.
  init(table: consuming OpenedTable, layout: RowLayout) {
    self.table = table
    self.layout = layout
  }

  /// What of the file is no row of the table.
  var leftOut: LeftOut { table.walk.left }

  /// Reads all rows.
  mutating func run<Sink: SharedRowSink & ~Copyable>(
    _ sink: consuming Sink, _ file: OpenFile, _ meter: ReadingMeter?
  ) throws(FileFault) -> Sink {
    var apart = TotalsApart(sink, layout.marks)
    var rows = RowReading(shape: table.match.rowWidth)
    if let offset = table.export.rawTextOffset, file.signature.size >= TableReading.parallelSize,
      ScannedFile.canScan(table.dialect)
    {
      let scanned = ScannedFile(
        source: file.source, size: file.signature.size, meter: meter, start: offset,
        dialect: table.dialect)
      end = try rows.readAll(scanned, behind: table.reader, into: &apart)
    } else {
      end = try rows.readAll(&table.reader, &table.walk, meter: meter, into: &apart)
    }
    tally = rows.tally
    totals = apart.totals
    return apart.finished()
  }
}
