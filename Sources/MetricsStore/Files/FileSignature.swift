import Glibc

/// What tells one content of a path from another without reading it.
struct FileSignature: Hashable, Sendable {
  /// The device and file number; a file renamed over another has a new one.
  let device: UInt64
  let number: UInt64
  /// The length in bytes.
  let size: Int
  /// When the content was last changed, in nanoseconds since 1970.
  let modified: Int
  /// When anything about the file was last changed, in nanoseconds since 1970.
  let changed: Int
  /// Whether it is a plain file, and not a directory, pipe or device.
  let isRegular: Bool
  /// How many names it has; an edit through another one sends no event here.
  let names: Int

  /// The signature in a `stat` record.
  init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    isRegular = status.st_mode & S_IFMT == S_IFREG
    names = Int(status.st_nlink)
  }

  /// The signature of a plain file, of its parts.
  init(device: UInt64, number: UInt64, size: Int, modified: Int, changed: Int, names: Int) {
    self.device = device
    self.number = number
    self.size = size
    self.modified = modified
    self.changed = changed
    isRegular = true
    self.names = names
  }

  /// The signature of what the path leads to, through symbolic links; nil where nothing is there.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// When the content was last changed, in seconds since 1970.
  var modifiedSeconds: Int { modified / 1_000_000_000 }
}
