import Glibc

/// A folder of one's own in which files are replaced whole, and old ones go by themselves.
struct CacheFolder: Sendable {
  /// How the names of its files end.
  static let ending = ".rollups"
  /// Larger files are neither written nor read.
  static let fileLimit = 256 << 20
  /// All files together are kept below this.
  static let totalLimit = 1 << 30
  /// A file that was not used for so many seconds goes: 90 days.
  private static let forgetting = 90 * 86_400
  /// A file that was left unfinished goes after an hour.
  private static let abandoning = 3600

  /// Its path.
  let path: String

  /// The folder, opened; nil where it is not there and cannot be made, or is not this user's own.
  private func opened(making: Bool) -> Int32? {
    if making {
      // The folder above may be missing, but not the home that it stands in.
      if let slash = path.lastIndex(of: "/") { mkdir(String(path[..<slash]), 0o700) }
      mkdir(path, 0o700)
    }
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    var status = stat()
    guard fstat(folder, &status) == 0, status.st_uid == geteuid(),
      status.st_mode & 0o077 == 0 || fchmod(folder, 0o700) == 0
    else {
      close(folder)
      return nil
    }
    return folder
  }

  /// Calls the body with the bytes of a file; nil where there is none that can be used.
  func read<Result>(_ name: String, _ body: (UnsafeRawBufferPointer) -> Result?) -> Result? {
    guard let folder = opened(making: false) else { return nil }
    defer { close(folder) }
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), (1...CacheFolder.fileLimit).contains(Int(status.st_size))
    else { return nil }
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Int(status.st_size), alignment: 16)
    defer { bytes.deallocate() }
    var filled = 0
    while filled < bytes.count {
      let count = pread(file, bytes.baseAddress! + filled, bytes.count - filled, filled)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      filled += count
    }
    // The time of the last use decides how long it stays.
    if Clock.wallTime / 1000 - status.st_mtim.tv_sec > 86_400 { futimens(file, nil) }
    return body(UnsafeRawBufferPointer(bytes))
  }

  /// Puts a file into the place of another, so that there is always the old one or the new one; false
  /// where it could not be written.
  @discardableResult
  func replace(_ name: String, by bytes: [UInt8]) -> Bool {
    guard bytes.count <= CacheFolder.fileLimit, let folder = opened(making: true) else {
      return false
    }
    defer { close(folder) }
    let draft = "\(name).\(getpid()).\(Clock.wallTime % 1_000_000).tmp"
    let file = openat(
      folder, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let isWritten = write(bytes, to: file) && fdatasync(file) == 0
    guard close(file) == 0, isWritten, renameat(folder, draft, folder, name) == 0 else {
      unlinkat(folder, draft, 0)
      return false
    }
    fsync(folder)
    prune(folder, keeping: name)
    return true
  }

  /// Takes a file away.
  func remove(_ name: String) { unlink(path + "/" + name) }

  private func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = Glibc.write(file, bytes.baseAddress! + offset, bytes.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        offset += count
      }
      return true
    }
  }

  /// Takes away what was not used for long or left unfinished, and the oldest files where all are too
  /// large together; never the one just written.
  private func prune(_ folder: Int32, keeping name: String) {
    let now = Clock.wallTime / 1000
    var files: [(name: String, used: Int, size: Int)] = []
    for other in FolderListing(path)?.all ?? [] where other != name {
      var status = stat()
      guard fstatat(folder, other, &status, AT_SYMLINK_NOFOLLOW) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      let age = now - status.st_mtim.tv_sec
      let isDraft = other.hasSuffix(".tmp")
      guard isDraft || other.hasSuffix(CacheFolder.ending) else { continue }
      if age > (isDraft ? CacheFolder.abandoning : CacheFolder.forgetting) {
        unlinkat(folder, other, 0)
      } else {
        files.append((other, status.st_mtim.tv_sec, Int(status.st_size)))
      }
    }
    var total = files.reduce(0) { $0 + $1.size }
    for file in files.sorted(by: { $0.used < $1.used }) where total > CacheFolder.totalLimit {
      unlinkat(folder, file.name, 0)
      total -= file.size
    }
  }
}
