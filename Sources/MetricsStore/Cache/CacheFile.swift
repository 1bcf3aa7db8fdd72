import Metrics

/// The bytes of a file of the cache: a head that says what they belong to, what is kept of each
/// group of files, and a checksum over all of it.
enum CacheFile {
  /// Counts up with every change in how things are written.
  private static let format: UInt64 = 1
  /// Counts up whenever the same files would give other numbers than before.
  private static let reading: UInt64 = 1

  private static let signature = Array("kpitop\u{1A}\n".utf8)

  /// What stands first: whose file it is.
  ///
  /// The program is told by its own file, so that no version takes over what another one read.
  private static func head(definitions: UInt64, program: FileSignature?) -> [UInt8] {
    var writer = ByteWriter()
    for byte in signature { writer.write(byte: byte) }
    let words = [
      format, reading, definitions, UInt64(bitPattern: Int64(program?.size ?? 0)),
      UInt64(bitPattern: Int64(program?.modified ?? 0)),
    ]
    for word in words { writer.write(word: word) }
    return writer.bytes
  }

  /// The bytes for what is kept.
  static func bytes(_ kept: KeptWorkspace, program: FileSignature?) -> [UInt8] {
    var writer = ByteWriter()
    for byte in head(definitions: kept.definitions, program: program) { writer.write(byte: byte) }
    writer.write(count: kept.groups.count)
    for (purpose, group) in kept.groups {
      writer.write(group) { writer, group in
        writer.write(all: group.files) { $0.write($1) }
        if case .source(let plan) = purpose, let merge = group.merge {
          writer.write(merge, of: plan)
        }
      }
    }
    writer.write(word: checksum(of: writer.bytes[...]))
    return writer.bytes
  }

  /// What the bytes keep for files that are read for these purposes, by definitions that the mark
  /// tells from others; nil where they are damaged, or belong to something else.
  static func groups(
    in bytes: UnsafeRawBufferPointer, for purposes: [FileGroup.Purpose], definitions: UInt64,
    program: FileSignature?
  ) -> [KeptGroup?]? {
    let head = head(definitions: definitions, program: program)
    guard bytes.count > head.count + 8, bytes.starts(with: head) else { return nil }
    let end = bytes.count - 8
    let checksum = UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self))
    guard CacheFile.checksum(of: bytes[..<end]) == checksum else { return nil }
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[head.count..<end]))
    do throws(CacheDamage) {
      let groups = try reader.groups(for: purposes)
      return reader.left == 0 ? groups : nil
    } catch {
      return nil
    }
  }

  private static func checksum(of bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    var digest = ByteDigest()
    digest.add(UnsafeRawBufferPointer(rebasing: bytes))
    return digest.value
  }

  private static func checksum(of bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { checksum(of: $0[...]) }
  }
}

extension ByteReader {
  /// What is kept for each purpose.
  fileprivate mutating func groups(
    for purposes: [FileGroup.Purpose]
  ) throws(CacheDamage) -> [KeptGroup?] {
    guard try count(ofBytes: 1) == purposes.count else { throw CacheDamage() }
    var groups: [KeptGroup?] = []
    for purpose in purposes {
      groups.append(
        try optional { reader throws(CacheDamage) in
          let files = try reader.all { reader throws(CacheDamage) in
            try reader.file(for: purpose)
          }
          guard case .source(let plan) = purpose else {
            return KeptGroup(files: files, merge: nil)
          }
          return KeptGroup(files: files, merge: try reader.merge(of: plan, files: files.count))
        })
    }
    return groups
  }
}
