import Glibc

/// The file that is to be read: as it is named, or a copy of what comes through a pipe.
///
/// A file may have to be read more than once, and a pipe cannot be.
final class ReadInput {
  /// Where it can be opened.
  let path: String
  /// What messages call it.
  let name: String
  /// The copy; nil where there is none.
  private let copy: Int32?

  /// A file, or `-` for standard input.
  init(_ file: String) throws(CommandFailure) {
    name = file == "-" ? "standard input" : file
    let source = file == "-" ? "/dev/stdin" : file
    var status = stat()
    guard stat(source, &status) == 0, ReadInput.isStream(status.st_mode) else {
      path = source
      copy = nil
      return
    }
    let input = file == "-" ? STDIN_FILENO : open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else {
      throw .file("\(name) could not be opened: \(String(cString: strerror(errno)))")
    }
    defer { if input != STDIN_FILENO { close(input) } }
    let copy = try ReadInput.copy(of: input, name)
    self.copy = copy
    path = "/proc/self/fd/\(copy)"
  }

  deinit { if let copy { close(copy) } }

  /// Whether it is a pipe, a terminal or the like, and not a file or folder.
  private static func isStream(_ mode: mode_t) -> Bool {
    let kind = mode & S_IFMT
    return kind == S_IFIFO || kind == S_IFCHR || kind == S_IFSOCK
  }

  /// Copies a stream to a file without a name.
  private static func copy(of input: Int32, _ name: String) throws(CommandFailure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/kpitop-XXXXXX".utf8CString)
    let copy = template.withUnsafeMutableBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return -1 }
      let descriptor = mkstemp(base)
      if descriptor >= 0 {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(base)
      }
      return descriptor
    }
    guard copy >= 0 else {
      throw .file("\(folder) takes no copy of \(name): \(String(cString: strerror(errno)))")
    }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
    defer { block.deallocate() }
    while true {
      let count = read(input, block.baseAddress, block.count)
      if count == 0 { return copy }
      if count < 0, errno == EINTR { continue }
      var written = 0
      while count > 0, written < count {
        let step = write(copy, block.baseAddress?.advanced(by: written), count - written)
        if step < 0, errno == EINTR { continue }
        guard step >= 0 else { break }
        written += step
      }
      guard count > 0, written == count else {
        let reason = String(cString: strerror(errno))
        close(copy)
        throw .file("\(name) could not be read: \(reason)")
      }
    }
  }
}
