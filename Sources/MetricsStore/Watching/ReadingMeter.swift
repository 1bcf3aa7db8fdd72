import Metrics
import Synchronization

/// Counts what threads read, for those who want to know how far they have come.
final class ReadingMeter: Sendable {
  /// How many rows are told at once.
  static let rowsAtOnce = 1 << 12

  private let bytes = Atomic(0)
  private let rows = Atomic(0)
  private let start: Int

  /// A meter that starts at a moment, in milliseconds of any clock that goes forward.
  init(start: Int) {
    self.start = start
  }

  /// Notes that so many bytes were read.
  func add(bytes count: Int) { bytes.add(count, ordering: .relaxed) }

  /// Notes that so many rows were read.
  func add(rows count: Int) { rows.add(count, ordering: .relaxed) }

  /// How far reading has come at a moment of the same clock.
  func progress(files: Int, of filesInAll: Int, bytesInAll: Int, at now: Int) -> Snapshot.Progress {
    Snapshot.Progress(
      filesRead: files, filesInAll: filesInAll, rows: rows.load(ordering: .relaxed),
      bytesRead: min(bytes.load(ordering: .relaxed), bytesInAll), bytesInAll: bytesInAll,
      milliseconds: max(0, now - start))
  }
}
