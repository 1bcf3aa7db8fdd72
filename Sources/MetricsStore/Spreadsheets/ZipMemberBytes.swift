import CZlib

/// What a member of a ZIP archive holds, a block at a time; its checksum is verified at the end.
final class ZipMemberBytes {
  /// Its path in the archive.
  let name: String
  /// How many bytes it gave so far.
  private(set) var count = 0

  private let file: OpenFile
  private let member: ZipMember
  private let supply: ByteSupply
  private let limit: Int
  private var checksum: UInt = 0

  /// The content of a member, which may have at most `limit` bytes.
  init(_ member: ZipMember, in file: OpenFile, limit: Int) throws(FileFault) {
    guard !member.isEncrypted else {
      throw .content("has a password", help: "save it without a password")
    }
    let header = LittleEndian(try file.bytes(at: member.offset, count: 30))
    guard header.number(at: 0, bytes: 4) == 0x0403_4B50,
      let nameLength = header.int(at: 26, bytes: 2), let extraLength = header.int(at: 28, bytes: 2)
    else {
      throw .damagedArchive("\(quoted(member.name)) is not where its directory says")
    }
    // The header was read at this offset, so that it is far from overflowing.
    let start = member.offset + 30 + nameLength + extraLength
    guard start <= file.signature.size, member.compressedSize <= file.signature.size - start else {
      throw .damagedArchive("it ends in the middle of \(quoted(member.name))")
    }
    let stored = StoredBytes(file, from: start, count: member.compressedSize)
    switch member.method {
    case 0: supply = { block throws(FileFault) in try stored.read(into: block) }
    case 8:
      let inflater = Inflater(.raw) { block throws(FileFault) in try stored.read(into: block) }
      supply = { block throws(FileFault) in try inflater.read(into: block) }
    default:
      throw .content(
        "is compressed in a way that is not read (method \(member.method))",
        help: "open it in Excel and save it anew")
    }
    self.file = file
    self.member = member
    self.limit = limit
    name = member.name
  }

  /// The next bytes, at least one while there are any; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    let read: Int
    do throws(FileFault) {
      read = try supply(block)
    } catch {
      throw explained(error)
    }
    count += read
    guard count <= limit else {
      throw .content("holds far more than a workbook does in \(quoted(name))")
    }
    if read > 0 {
      let bytes = block.baseAddress?.assumingMemoryBound(to: UInt8.self)
      checksum = crc32_z(checksum, bytes, read)
    } else if checksum != UInt(member.checksum) || count != member.size {
      throw explained(.compressedDamaged(reason: "its checksum is another"))
    }
    return read
  }

  /// A fault of decompression as one of the workbook.
  private func explained(_ fault: FileFault) -> FileFault {
    guard file.isUnchanged else { return .changed }
    return switch fault {
    case .compressedCutShort: .damagedArchive("\(quoted(name)) ends in the middle")
    case .compressedDamaged(let reason): .damagedArchive("\(quoted(name)): \(reason)")
    default: fault
    }
  }
}

/// The bytes of a file from one offset to another.
private final class StoredBytes {
  private let file: OpenFile
  private var offset: Int
  private let end: Int

  init(_ file: OpenFile, from offset: Int, count: Int) {
    self.file = file
    self.offset = offset
    end = offset + count
  }

  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    let count = min(block.count, end - offset)
    guard count > 0 else { return 0 }
    let read = try file.read(
      at: offset, into: UnsafeMutableRawBufferPointer(rebasing: block[..<count]))
    guard read > 0 else { throw .changed }
    offset += read
    return read
  }
}
