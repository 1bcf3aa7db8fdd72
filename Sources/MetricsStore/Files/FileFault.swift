import Glibc

/// Why a file gave no bytes.
enum FileFault: Error, Hashable, Sendable {
  case missing, denied, notRegular, cutShort
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
    case .cutShort: "became shorter while it was read"
    case .failed(let code): "could not be read: \(String(cString: strerror(code)))"
    }
  }
}
