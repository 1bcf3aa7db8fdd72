import Glibc

/// What tells one content of a file from the next without reading it.
struct FileMark: Hashable {
  /// The path that was looked at.
  let path: String
  private let number: UInt64
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// The file at a path as it is now; the same for every path without a file.
  init(_ path: String) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    self.path = path
    number = isThere ? UInt64(status.st_ino) : 0
    size = isThere ? Int(status.st_size) : -1
    seconds = isThere ? status.st_mtim.tv_sec : 0
    nanoseconds = isThere ? status.st_mtim.tv_nsec : 0
  }
}
