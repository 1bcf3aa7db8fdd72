import Glibc
import Metrics

/// Why a file gave no bytes.
enum FileFault: Error, Hashable, Sendable {
  case missing, denied, notRegular, cutShort
  case failed(code: Int32)
  /// What it holds is nothing that rows are read from.
  case foreign(ForeignKind)
  /// Its compressed data ends before it says that it does.
  case compressedCutShort
  /// Its compressed data cannot be right; the reason is zlib's, in English.
  case compressedDamaged(reason: String)
  /// The system cannot convert from this encoding.
  case noConverter(TextEncoding)
  /// It changed while it was read.
  case changed
  /// Its content is not as its format demands.
  case content(ContentFault)

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
    case .foreign(let kind): "is \(kind.words)"
    case .compressedCutShort: "ends in the middle of its compressed data"
    case .compressedDamaged(let reason): "has damaged compressed data: \(reason)"
    case .noConverter(let encoding):
      "is in \(encoding.rawValue), which iconv on this system cannot convert: save it as UTF-8"
    case .changed: "changed while it was read"
    case .content(let fault): fault.words
    }
  }
}
