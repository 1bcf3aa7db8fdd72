import CZlib
import Glibc

/// Decompresses what a supply gives, a block at a time, with zlib.
///
/// What it has given is the whole only once it has given 0: data that is cut short or damaged ends
/// with a fault, and with the same one however often it is asked again.
final class Inflater {
  /// What stands around the compressed data.
  enum Kind: Hashable, Sendable {
    /// Gzip's header and checksum; several such members on end are one content.
    case gzip
    /// Nothing, as in a member of a ZIP archive.
    case raw
  }

  private enum State {
    case inflating, ended
    case failed(FileFault)
  }

  /// Whether bytes that are no compressed data followed, other than zeros; they are left out.
  private(set) var hasTrailingBytes = false

  private let kind: Kind
  private let supply: ByteSupply
  /// zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var state = State.inflating

  /// Decompresses from a supply that is read in blocks of `blockSize` bytes.
  init(_ kind: Kind, blockSize: Int = 1 << 16, supply: @escaping ByteSupply) {
    self.kind = kind
    self.supply = supply
    input = .allocate(byteCount: min(max(1, blockSize), 1 << 24), alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let windowBits: Int32 = kind == .gzip ? 15 + 16 : -15
    let status = inflateInit2_(
      stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { state = .failed(.failed(code: ENOMEM)) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// The next decompressed bytes, at least one while there are any; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    switch state {
    case .failed(let fault): throw fault
    case .ended: return 0
    case .inflating: break
    }
    do throws(FileFault) {
      return try inflateSome(into: block)
    } catch {
      state = .failed(error)
      throw error
    }
  }

  private func inflateSome(
    into block: UnsafeMutableRawBufferPointer
  ) throws(FileFault) -> Int {
    let room = UInt32(clamping: block.count)
    stream.pointee.next_out = block.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = room
    while stream.pointee.avail_out > 0 {
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR:
        guard stream.pointee.avail_out > 0 else { break }
        // It has given all that it can, so that only more input can help.
        guard stream.pointee.avail_in == 0 else {
          throw .compressedDamaged(reason: "it does not go on")
        }
        if try !refill() { throw .compressedCutShort }
      case Z_STREAM_END:
        guard try startNextMember() else {
          state = .ended
          return Int(room - stream.pointee.avail_out)
        }
      case Z_MEM_ERROR: throw .failed(code: ENOMEM)
      default:
        throw .compressedDamaged(
          reason: stream.pointee.msg.map { String(cString: $0) } ?? "it does not decompress")
      }
    }
    return Int(room)
  }

  /// Whether there was more to read.
  private func refill() throws(FileFault) -> Bool {
    let count = try supply(input)
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
    return count > 0
  }

  /// Whether another member follows; reads all that follows where none does, so that whoever sums
  /// the file's bytes sees all of them.
  private func startNextMember() throws(FileFault) -> Bool {
    guard kind == .gzip else { return false }
    // Tapes and some web servers fill up with zeros.
    while let byte = try nextByte(), byte == 0 { drop() }
    if try nextByte() == 0x1F {
      drop()
      if try nextByte() == 0x8B {
        // The first byte may lie in a block that is gone, so that zlib is given it anew.
        guard inflateReset(stream) == Z_OK, try restart(after: 0x1F) else { return false }
        return true
      }
      hasTrailingBytes = true
    }
    while try nextByte() != nil {
      hasTrailingBytes = true
      stream.pointee.avail_in = 0
    }
    return false
  }

  /// Gives zlib a byte that stood before the rest of the input.
  private func restart(after byte: UInt8) throws(FileFault) -> Bool {
    let next = stream.pointee.next_in
    let available = stream.pointee.avail_in
    var byte = byte
    let status = withUnsafeMutablePointer(to: &byte) { pointer in
      stream.pointee.next_in = pointer
      stream.pointee.avail_in = 1
      return inflate(stream, Z_NO_FLUSH)
    }
    stream.pointee.next_in = next
    stream.pointee.avail_in = available
    return status == Z_OK || status == Z_BUF_ERROR
  }

  /// The next byte of the input, which stays there; nil at its end.
  private func nextByte() throws(FileFault) -> UInt8? {
    if stream.pointee.avail_in == 0, try !refill() { return nil }
    return stream.pointee.next_in.pointee
  }

  private func drop() {
    stream.pointee.next_in += 1
    stream.pointee.avail_in -= 1
  }
}
