/// The members of a ZIP archive, as its directory at the end lists them.
struct ZipArchive {
  /// The file that it lies in.
  let file: OpenFile
  /// The members by their names in lower case; nil where two have one name.
  private var members: [String: ZipMember?] = [:]

  /// Larger directories are no workbook's.
  private static let longestDirectory = 32 << 20

  /// Reads the directory of the archive in a file.
  init(_ file: OpenFile) throws(FileFault) {
    self.file = file
    let end = try ZipEnd(file)
    guard end.directorySize <= ZipArchive.longestDirectory else {
      throw .content("is a ZIP archive of too many files")
    }
    let bytes = LittleEndian(try file.bytes(at: end.directoryOffset, count: end.directorySize))
    var offset = 0
    while bytes.number(at: offset, bytes: 4) == 0x0201_4B50 {
      guard let (member, length) = ZipMember.read(bytes, at: offset, shift: end.shift) else {
        throw .damagedArchive("its directory cannot be right")
      }
      let name = ZipArchive.key(member.name)
      members.updateValue(members[name] == nil ? member : nil, forKey: name)
      offset += length
    }
  }

  /// The member of a name, in whatever case; nil where there is none.
  func member(_ name: String) throws(FileFault) -> ZipMember? {
    switch members[ZipArchive.key(name)] {
    case .none: return nil
    case .some(.none): throw .damagedArchive("it has two parts named \(quoted(name))")
    case .some(.some(let member)): return member
    }
  }

  /// Whether there is a member of this name.
  func has(_ name: String) -> Bool { members[ZipArchive.key(name)] != nil }

  private static func key(_ name: String) -> String {
    let key = name.lowercased().replacing("\\", with: "/")
    return key.hasPrefix("/") ? String(key.dropFirst()) : key
  }
}

/// One file in a ZIP archive.
struct ZipMember {
  /// Its path, as it is written.
  let name: String
  /// How it is compressed: 0 not at all, 8 with deflate.
  let method: Int
  let isEncrypted: Bool
  /// The bytes that it takes in the archive, and those that it holds, as the directory claims.
  let compressedSize: Int
  let size: Int
  /// The CRC-32 of what it holds.
  let checksum: UInt32
  /// Where its own header lies in the file.
  let offset: Int

  /// The member whose entry lies at an offset of the directory, and the entry's length; nil where
  /// it cannot be right. `shift` is where the archive begins in the file.
  static func read(
    _ bytes: LittleEndian, at offset: Int, shift: Int
  ) -> (member: ZipMember, length: Int)? {
    guard let flags = bytes.int(at: offset + 8, bytes: 2),
      let method = bytes.int(at: offset + 10, bytes: 2),
      let checksum = bytes.number(at: offset + 16, bytes: 4),
      var compressedSize = bytes.int(at: offset + 20, bytes: 4),
      var size = bytes.int(at: offset + 24, bytes: 4),
      let nameLength = bytes.int(at: offset + 28, bytes: 2),
      let extraLength = bytes.int(at: offset + 30, bytes: 2),
      let commentLength = bytes.int(at: offset + 32, bytes: 2),
      var start = bytes.int(at: offset + 42, bytes: 4),
      let name = bytes.slice(at: offset + 46, count: nameLength)
    else { return nil }
    var field = offset + 46 + nameLength
    let fieldsEnd = field + extraLength
    while field + 4 <= fieldsEnd, let id = bytes.int(at: field, bytes: 2),
      let length = bytes.int(at: field + 2, bytes: 2)
    {
      if id == 1 {
        // ZIP64: the numbers that do not fit above, in this order.
        var value = field + 4
        let end = value + length
        func take(_ number: inout Int) -> Bool {
          guard number == 0xFFFF_FFFF else { return true }
          guard value + 8 <= end, let large = bytes.int(at: value, bytes: 8) else { return false }
          number = large
          value += 8
          return true
        }
        guard take(&size), take(&compressedSize), take(&start) else { return nil }
      }
      field += 4 + length
    }
    let (place, overflows) = start.addingReportingOverflow(shift)
    guard !overflows else { return nil }
    let member = ZipMember(
      name: String(decoding: name, as: UTF8.self), method: method, isEncrypted: flags & 1 != 0,
      compressedSize: compressedSize, size: size, checksum: UInt32(checksum), offset: place)
    return (member, 46 + nameLength + extraLength + commentLength)
  }
}

extension FileFault {
  /// A ZIP archive, or the workbook in it, that cannot be right.
  static func damagedArchive(_ reason: String) -> FileFault {
    .content(
      "is damaged: \(reason)", help: "download it again, or open it in Excel and save it anew")
  }
}
