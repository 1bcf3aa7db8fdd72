/// The record at the end of a ZIP archive that says where its directory is.
struct ZipEnd {
  /// Where the directory lies in the file, and how long it is; inside the file.
  let directoryOffset: Int
  let directorySize: Int
  /// Where the archive begins in the file: 0 unless something was put before it.
  let shift: Int

  private static let length = 22
  private static let longestComment = 0xFFFF

  /// Looks for the record in a file.
  init(_ file: OpenFile) throws(FileFault) {
    let size = file.signature.size
    let tailSize = min(size, ZipEnd.length + ZipEnd.longestComment)
    let tailStart = size - tailSize
    let tail = LittleEndian(try file.bytes(at: tailStart, count: tailSize))
    guard let place = ZipEnd.search(tail),
      var directorySize = tail.int(at: place + 12, bytes: 4),
      var offset = tail.int(at: place + 16, bytes: 4)
    else {
      throw .damagedArchive("it ends in the middle")
    }
    var end = tailStart + place
    if offset == 0xFFFF_FFFF || directorySize == 0xFFFF_FFFF {
      (directorySize, offset, end) = try ZipEnd.large(file, before: end)
    }
    let (claimed, overflows) = offset.addingReportingOverflow(directorySize)
    guard !overflows, directorySize >= 0, offset >= 0, claimed <= end else {
      throw .damagedArchive("its directory does not lie in it")
    }
    // The directory ends where this record begins, whatever stands before the archive.
    shift = end - claimed
    directoryOffset = end - directorySize
    self.directorySize = directorySize
  }

  /// Where the record lies: preferably one whose comment ends where the file does.
  private static func search(_ tail: LittleEndian) -> Int? {
    var candidate: Int?
    var place = tail.count - length
    while place >= 0 {
      if tail.number(at: place, bytes: 4) == 0x0605_4B50,
        let comment = tail.int(at: place + 20, bytes: 2)
      {
        if place + length + comment == tail.count { return place }
        if candidate == nil, place + length + comment < tail.count { candidate = place }
      }
      place -= 1
    }
    return candidate
  }

  /// The directory's size and offset as ZIP64 writes them, and where its record begins.
  private static func large(
    _ file: OpenFile, before end: Int
  ) throws(FileFault) -> (size: Int, offset: Int, end: Int) {
    let locator = LittleEndian(try file.bytes(at: end - 20, count: 20))
    guard locator.number(at: 0, bytes: 4) == 0x0706_4B50,
      let place = locator.int(at: 8, bytes: 8)
    else {
      throw .damagedArchive("its directory is not to be found")
    }
    let record = LittleEndian(try file.bytes(at: place, count: 56))
    guard record.number(at: 0, bytes: 4) == 0x0606_4B50,
      let size = record.int(at: 40, bytes: 8), let offset = record.int(at: 48, bytes: 8)
    else {
      throw .damagedArchive("its directory is not to be found")
    }
    return (size, offset, place)
  }
}

extension OpenFile {
  /// Exactly so many bytes at an offset; a fault where they do not lie in the file.
  ///
  /// Memory is taken only for what does.
  func bytes(at offset: Int, count: Int) throws(FileFault) -> [UInt8] {
    guard offset >= 0, count >= 0, count <= signature.size, offset <= signature.size - count else {
      throw .damagedArchive("it ends in the middle")
    }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, count), alignment: 8)
    defer { block.deallocate() }
    var done = 0
    while done < count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: block[done..<count])
      let read = try read(at: offset + done, into: rest)
      guard read > 0 else { throw .changed }
      done += read
    }
    return Array(block[..<count])
  }
}
