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
    guard let failure = write(text, to: STDOUT_FILENO) else { return }
    if failure == EPIPE { throw .outputClosed }
    throw .file("the output could not be written: \(String(cString: strerror(failure)))")
  }

  /// Writes a message to standard error; where that fails there is no one left to tell.
  static func complain(_ text: String) {
    _ = write(text, to: STDERR_FILENO)
  }

  /// The error number of the first write that fails; nil where all is written.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
