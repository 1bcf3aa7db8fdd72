/// What a file holds, by how it begins, whatever its name says.
enum FileKind: Hashable, Sendable {
  /// Text of rows, or what nothing else is known of.
  case text
  /// JSON: an array or object, or one object a line.
  case json
  case gzip
  /// A ZIP archive, as XLSX files are.
  case zip
  case foreign(ForeignKind)

  /// How many first bytes tell enough.
  static let startLength = 512

  /// The kind of a file that starts with these bytes, as far as they are no text.
  init(start: UnsafeRawBufferPointer) {
    func begins(_ bytes: UInt8..., at offset: Int = 0) -> Bool {
      start.count >= offset + bytes.count && start[offset...].starts(with: bytes)
    }
    func begins(_ text: StaticString) -> Bool {
      text.withUTF8Buffer { start.starts(with: $0) }
    }
    self = .text
    if begins(0x1F, 0x8B) {
      self = .gzip
    } else if begins(0x50, 0x4B, 3, 4) || begins(0x50, 0x4B, 5, 6) || begins(0x50, 0x4B, 7, 8) {
      self = .zip
    } else if begins(0xD0, 0xCF, 0x11, 0xE0) {
      self = .foreign(.oldExcel)
    } else if begins("%PDF-") {
      self = .foreign(.pdf)
    } else if begins(0x89, 0x50, 0x4E, 0x47) || begins(0xFF, 0xD8, 0xFF) || begins("GIF89a") {
      self = .foreign(.picture)
    } else if begins("PAR1"), start.count > 4, start[4] < 0x20, ![9, 10, 13].contains(start[4]) {
      self = .foreign(.parquet)
    } else if begins(0x28, 0xB5, 0x2F, 0xFD) {
      self = .foreign(.zstandard)
    } else if begins("BZh"), begins(0x31, 0x41, 0x59, 0x26, 0x53, 0x59, at: 4) {
      self = .foreign(.bzip2)
    } else if begins(0xFD, 0x37, 0x7A, 0x58, 0x5A, 0) {
      self = .foreign(.xz)
    } else if begins(0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C) {
      self = .foreign(.sevenZip)
    } else if begins(0x52, 0x61, 0x72, 0x21, 0x1A, 0x07) {
      self = .foreign(.rar)
    } else if begins("SQLite format 3"), begins(0, at: 15) {
      self = .foreign(.sqlite)
    } else if begins(0xFF, 0xFE, 0, 0) || begins(0, 0, 0xFE, 0xFF) {
      self = .foreign(.utf32)
    }
  }

  /// The kind of a text that starts with these bytes of UTF-8.
  init(text: UnsafeRawBufferPointer) {
    let start = TextStart(text)
    if start.isJSON {
      self = .json
    } else if start.isTag("!doctype html") || start.isTag("html") {
      self = .foreign(.webPage)
    } else if start.isTag("?xml") {
      self = .foreign(.xml)
    } else {
      self = .text
    }
  }
}
