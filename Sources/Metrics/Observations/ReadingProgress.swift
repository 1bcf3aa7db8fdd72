extension Snapshot {
  /// How far a reading has come.
  public struct Progress: Hashable, Sendable {
    /// Files read so far.
    public let filesRead: Int
    /// Files to read in all.
    public let filesInAll: Int
    /// Rows read so far.
    public let rows: Int
    /// Bytes read so far, as they lie on the disk.
    public let bytesRead: Int
    /// Bytes to read in all; 0 where that is not known.
    public let bytesInAll: Int
    /// How long it has taken so far, in milliseconds.
    public let milliseconds: Int

    /// A state of a reading.
    public init(
      filesRead: Int, filesInAll: Int, rows: Int, bytesRead: Int = 0, bytesInAll: Int = 0,
      milliseconds: Int = 0
    ) {
      self.filesRead = filesRead
      self.filesInAll = filesInAll
      self.rows = rows
      self.bytesRead = bytesRead
      self.bytesInAll = bytesInAll
      self.milliseconds = milliseconds
    }
  }
}

extension Snapshot.Progress {
  /// From so many milliseconds on, how fast it goes can be told.
  private static let telling = 300

  /// Which part is done, from 0 to 1: by bytes where they are known, else by files.
  public var fraction: Double {
    let (done, all) = bytesInAll > 0 ? (bytesRead, bytesInAll) : (filesRead, filesInAll)
    return all > 0 ? Double(min(max(done, 0), all)) / Double(all) : 0
  }

  /// Rows a second; nil while it is too early to tell.
  public var rowsPerSecond: Double? {
    guard milliseconds >= Self.telling, rows > 0 else { return nil }
    return Double(rows) * 1000 / Double(milliseconds)
  }

  /// How many seconds remain at the speed so far; nil while it is too early to tell.
  public var remainingSeconds: Double? {
    guard milliseconds >= Self.telling, bytesRead > 0, bytesInAll > 0 else { return nil }
    let left = Double(max(0, bytesInAll - bytesRead))
    return Double(milliseconds) / 1000 * left / Double(bytesRead)
  }
}

extension Snapshot {
  /// Whether files are being read and there is no number yet.
  public var isBlank: Bool { progress != nil && sources.isEmpty }
}
