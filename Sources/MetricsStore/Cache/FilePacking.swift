import Metrics

/// What is kept of a file: its path, what it was, and what reading it gave but for its rows.
struct KeptFile: Sendable {
  /// Its path in the workspace.
  let path: String
  /// What it was when it was read.
  let signature: FileSignature
  /// Whether another content may hide behind the same signature, since it was written just before.
  let isDoubtful: Bool
  /// What it gave; the content is `.rolledUp` where it is a part of a roll-up.
  let reading: FileReading
}

extension ByteWriter {
  /// Writes what is kept of a file.
  mutating func write(_ file: KeptFile) {
    write(mark: file)
    let reading = file.reading
    for count in [reading.rows, reading.rejected, reading.excluded] { write(count: count) }
    write(reading.days) { $0.write($1) }
    write(reading.headerLine) { $0.write($1) }
    write(reading.encoding) { $0.write($1.rawValue) }
    write(reading.delimiter) { $0.write(byte: $1) }
    write(reading.part) { $0.write($1.string) }
    write(all: reading.checksums) { $0.write($1) }
    write(all: reading.issues) { $0.write($1) }
    if case .targets(let targets) = reading.content {
      write(targets) { $0.write(all: $1) { $0.write($1) } }
    } else {
      write(byte: 0)
    }
  }

  /// Writes what tells the file from others, and from other states of it.
  mutating func write(mark file: KeptFile) {
    write(file.path)
    write(file.signature)
    write(byte: file.isDoubtful ? 1 : 0)
    write(word: file.reading.checksum)
  }

  private mutating func write(_ checksum: FileReport.Checksum) {
    write(checksum.line)
    write(checksum.label.string)
    write(checksum.column.string)
    write(word: checksum.total.bitPattern)
    write(word: checksum.sum.bitPattern)
    write(byte: checksum.isMatch ? 1 : 0)
  }

  private mutating func write(_ signature: FileSignature) {
    write(count: signature.device)
    write(count: signature.number)
    write(signature.size)
    write(signature.modified)
    write(signature.changed)
    write(signature.names)
  }
}

extension ByteReader {
  /// The next file, as it is read for some purpose.
  mutating func file(for purpose: FileGroup.Purpose) throws(CacheDamage) -> KeptFile {
    let path = try text()
    let signature = try self.signature()
    let isDoubtful = try byte() != 0
    var reading = FileReading(signature: signature, checksum: try word())
    reading.rows = try count(atMost: .max)
    reading.rejected = try count(atMost: .max)
    reading.excluded = try count(atMost: .max)
    reading.days = try optional { reader throws(CacheDamage) in try reader.dayRange() }
    reading.headerLine = try optional { reader throws(CacheDamage) in try reader.number() }
    reading.encoding = try optional { reader throws(CacheDamage) in
      guard let encoding = TextEncoding(rawValue: try reader.text()) else { throw CacheDamage() }
      return encoding
    }
    reading.delimiter = try optional { reader throws(CacheDamage) in try reader.byte() }
    reading.part = try optional { reader throws(CacheDamage) in SafeText(try reader.text()) }
    reading.checksums = try all { reader throws(CacheDamage) in try reader.checksum() }
    reading.issues = try all { reader throws(CacheDamage) in try reader.issue() }
    let targets = try optional { reader throws(CacheDamage) in
      try reader.all { reader throws(CacheDamage) in try reader.target() }
    }
    switch (purpose, targets) {
    case (.source, nil): reading.content = .rolledUp
    case (.targets, let targets?): reading.content = .targets(targets)
    default: throw CacheDamage()
    }
    return KeptFile(path: path, signature: signature, isDoubtful: isDoubtful, reading: reading)
  }

  private mutating func checksum() throws(CacheDamage) -> FileReport.Checksum {
    FileReport.Checksum(
      line: try number(), label: SafeText(try text()), column: SafeText(try text()),
      total: Double(bitPattern: try word()), sum: Double(bitPattern: try word()),
      isMatch: try byte() != 0)
  }

  private mutating func signature() throws(CacheDamage) -> FileSignature {
    FileSignature(
      device: try bits(), number: try bits(), size: try number(), modified: try number(),
      changed: try number(), names: try number())
  }
}
