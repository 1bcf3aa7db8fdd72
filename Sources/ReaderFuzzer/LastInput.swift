import Glibc

/// The input that is being tried, which is written to a file where it does harm.
struct LastInput {
  private let bytes: [UInt8]
  private let name: String

  /// An input, and the file to write it to.
  init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// Tries it; gives what was wrong, nil where nothing was. A crash ends the process, after the
  /// input was written.
  func complaint() -> String? {
    bytes.withUnsafeBytes { bytes in
      name.withCString { name in
        harmful = (name, bytes)
        defer { harmful = nil }
        for code in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
          signal(code) { code in
            writeHarmful()
            signal(code, SIG_DFL)
            raise(code)
          }
        }
        let start = RunRequest.now
        var complaint = ReaderFuzzer.complaint(about: bytes)
        let seconds = RunRequest.now - start
        if seconds > 1 { complaint = complaint ?? "took \(seconds) s" }
        if complaint != nil { writeHarmful() }
        return complaint
      }
    }
  }
}

/// What a signal's handler writes; there is one thread only.
nonisolated(unsafe) private var harmful:
  (name: UnsafePointer<CChar>, bytes: UnsafeRawBufferPointer)?

/// Writes the input, and the file's name to standard error, with calls that a signal's handler may
/// make.
private func writeHarmful() {
  guard let harmful else { return }
  let file = open(harmful.name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  write(file, harmful.bytes.baseAddress, harmful.bytes.count)
  close(file)
  write(2, harmful.name, strlen(harmful.name))
  write(2, "\n", 1)
}
