import Glibc

/// A plain file opened for reading in blocks; closed when it goes.
///
/// It is read with `pread`, since a mapped file that someone cuts short would end the process.
final class OpenFile {
  private let descriptor: Descriptor
  private var offset = 0
  /// What the file was when it was opened.
  let signature: FileSignature
  private let meter: ReadingMeter?

  /// Opens without ever waiting, so that a pipe without a writer cannot hold a reading up; `meter`
  /// is told of every block.
  init(path: String, meter: ReadingMeter? = nil) throws(FileFault) {
    let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard number >= 0 else { throw FileFault(code: errno) }
    var status = stat()
    guard fstat(number, &status) == 0 else {
      let code = errno
      close(number)
      throw FileFault(code: code)
    }
    let signature = FileSignature(status)
    guard signature.isRegular else {
      close(number)
      throw .notRegular
    }
    self.descriptor = Descriptor(number: number)
    self.signature = signature
    self.meter = meter
  }

  /// Whether the file is still what it was when it was opened.
  var isUnchanged: Bool {
    var status = stat()
    return fstat(descriptor.number, &status) == 0 && FileSignature(status) == signature
  }

  /// The next bytes, as many as fit and are there; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    let count = try descriptor.read(at: offset, into: block)
    offset += count
    meter?.add(bytes: count)
    return count
  }

  /// The bytes from an offset on, as many as fit and are there; 0 at the end.
  func read(at offset: Int, into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    try descriptor.read(at: offset, into: block)
  }

  /// Reads from any offset, on any thread; the file stays open as long as this is held.
  var source: ScanBlock.Source {
    { [descriptor] offset, block throws(FileFault) in try descriptor.read(at: offset, into: block) }
  }

  /// A checksum of all that is in the file now.
  func checksum() throws(FileFault) -> UInt64 {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 8)
    defer { block.deallocate() }
    var digest = ByteDigest()
    var offset = 0
    while true {
      let count = try descriptor.read(at: offset, into: block)
      if count == 0 { return digest.value }
      digest.add(UnsafeRawBufferPointer(rebasing: block[..<count]))
      offset += count
    }
  }

  /// The checksum, if the file was changed so lately that it may change again without showing it; else
  /// 0, which spares reading it twice.
  func checksumIfYoung() throws(FileFault) -> UInt64 {
    let age = Clock.wallTime - signature.modified / 1_000_000
    return age < OpenFile.youth ? try checksum() : 0
  }

  /// So many milliseconds after its last change a file has settled.
  private static let youth = 10_000

  /// The checksum of all that is in a file now; nil where it cannot be read.
  static func checksum(of path: String) -> UInt64? {
    do throws(FileFault) {
      return try OpenFile(path: path).checksum()
    } catch {
      return nil
    }
  }

  /// All that is in a small file; nil where it cannot be read or is larger than a megabyte.
  static func bytes(of path: String) -> [UInt8]? {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 8)
    defer { block.deallocate() }
    var bytes: [UInt8] = []
    do throws(FileFault) {
      let file = try OpenFile(path: path)
      while bytes.count <= 1 << 20 {
        let count = try file.read(into: block)
        if count == 0 { return bytes }
        bytes += block[..<count]
      }
    } catch {}
    return nil
  }
}

/// An open file of the system, closed when it goes; several threads may read it at once.
private final class Descriptor: Sendable {
  let number: Int32

  init(number: Int32) { self.number = number }

  deinit { close(number) }

  func read(at offset: Int, into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    while true {
      let count = pread(number, block.baseAddress, block.count, offset)
      if count >= 0 { return count }
      guard errno == EINTR else { throw FileFault(code: errno) }
    }
  }
}
