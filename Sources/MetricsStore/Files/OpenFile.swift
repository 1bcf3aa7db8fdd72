import Glibc

/// A plain file opened for reading in blocks; closed when it goes.
///
/// It is read with `pread`, since a mapped file that someone cuts short would end the process.
final class OpenFile {
  private let descriptor: Int32
  private var offset = 0
  /// What the file was when it was opened.
  let signature: FileSignature
  private var digest = ByteDigest()
  private let meter: ReadingMeter?

  /// Opens without ever waiting, so that a pipe without a writer cannot hold a reading up; `meter`
  /// is told of every block.
  init(path: String, meter: ReadingMeter? = nil) throws(FileFault) {
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
    self.meter = meter
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
        digest.add(UnsafeRawBufferPointer(rebasing: block[..<count]))
        meter?.add(bytes: count)
        return count
      }
      guard errno == EINTR else { throw FileFault(code: errno) }
    }
  }

  /// The bytes at an offset, as many as fit and are there; they do not count for the checksum.
  func read(
    into block: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileFault) -> Int {
    while true {
      let count = pread(descriptor, block.baseAddress, block.count, offset)
      if count >= 0 { return count }
      guard errno == EINTR else { throw FileFault(code: errno) }
    }
  }

  /// A checksum of everything read so far, to tell contents of equal signature apart.
  var checksum: UInt64 { digest.value }

  /// The checksum of all that is in a file now; nil where it cannot be read.
  static func checksum(of path: String) -> UInt64? {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
    defer { block.deallocate() }
    do throws(FileFault) {
      let file = try OpenFile(path: path)
      while try file.read(into: block) > 0 {}
      return file.checksum
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
