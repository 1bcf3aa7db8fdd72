import Glibc

/// Standard output and standard error, written whole or with a reason why not.
enum StandardStreams {
  /// Opens what the caller has closed, so that no file that is read takes a stream's number, and
  /// lets a reader that leaves be an error of the write instead of a signal.
  static func secure() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      _ = open("/dev/null", O_RDWR)
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes a result to standard output.
  static func print(_ text: String) throws(CommandFailure) {
    var text = text
    let failure = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: STDOUT_FILENO) }
    try check(failure)
  }

  /// Writes bytes of a result to standard output.
  static func write(_ bytes: UnsafeRawBufferPointer) throws(CommandFailure) {
    try check(write(bytes, to: STDOUT_FILENO))
  }

  private static func check(_ failure: Int32?) throws(CommandFailure) {
    guard let failure else { return }
    if failure == EPIPE { throw .outputClosed }
    throw .file("the output could not be written: \(String(cString: strerror(failure)))")
  }

  /// Writes a message to standard error; where that fails there is no one left to tell.
  static func complain(_ text: String) {
    var text = text
    _ = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }

  /// The error number of the first write that fails; nil where all is written.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, part.baseAddress, part.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
