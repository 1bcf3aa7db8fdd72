import Glibc

/// A plain file opened for reading in blocks; closed when it goes.
///
/// It is read with `pread`, since a mapped file that someone cuts short would end the process.
final class OpenFile {
  private let descriptor: Int32
  private var offset = 0
  /// What the file was when it was opened.
  let signature: FileSignature
  /// A checksum of everything read so far, to tell two contents of equal signature apart.
  private(set) var checksum: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Opens without ever waiting, so that a pipe without a writer cannot hold a reading up.
  init(path: String) throws(FileFault) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw FileFault(code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw FileFault(code: code)
    }
    let signature = FileSignature(status)
    guard signature.isRegular else {
      close(descriptor)
      throw .notRegular
    }
    self.descriptor = descriptor
    self.signature = signature
  }

  deinit { close(descriptor) }

  /// Whether the file is still what it was when it was opened.
  var isUnchanged: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && FileSignature(status) == signature
  }

  /// The next bytes, as many as fit and are there; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    while true {
      let count = pread(descriptor, block.baseAddress, block.count, offset)
      if count >= 0 {
        offset += count
        checksum = mixed(checksum, UnsafeRawBufferPointer(rebasing: block[..<count]))
        return count
      }
      guard errno == EINTR else { throw FileFault(code: errno) }
    }
  }

  private func mixed(_ start: UInt64, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = start ^ UInt64(bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      state = (state ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      state = state &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 29
      index += 8
    }
    while index < bytes.count {
      state = (state ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    return state
  }
}

/// Why a file gave no bytes.
enum FileFault: Error, Hashable, Sendable {
  case missing, denied, notRegular
  case failed(code: Int32)

  /// The fault that an error number means.
  init(code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing
    case EACCES, EPERM: self = .denied
    case ENXIO: self = .notRegular
    default: self = .failed(code: code)
    }
  }

  /// What is wrong, as the end of a sentence about the file.
  var words: String {
    switch self {
    case .missing: "is not there"
    case .denied: "may not be read by this user"
    case .notRegular: "is not a plain file"
    case .failed(let code): "could not be read: \(String(cString: strerror(code)))"
    }
  }
}
