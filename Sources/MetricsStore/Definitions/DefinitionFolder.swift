import Metrics

/// Why a file of definitions could not be read from its folder.
enum FileRefusal: Error, Hashable {
  case missing
  case folder
  case irregular
  case outside
  case tooLarge
  case failed(String)
}

/// Where files of definitions come from: a folder, or a test's own texts.
struct DefinitionFolder {
  /// How large a file may be.
  static let megabytes = 1

  /// The bytes of the file at a path relative to the workspace.
  let read: (String) -> Result<[UInt8], FileRefusal>
  /// The paths that match a glob, in order.
  let glob: (String) -> [String]
  /// Whether there is a time zone of that name.
  let hasTimeZone: (String) -> Bool

  /// The root of a file's text, or nil with the reason in the log; `place` is where its name stands.
  func root(of path: String, namedAt place: SourcePlace?, log: IssueLog) -> YAMLNode? {
    let whole = SourcePlace(file: SafeText(path))
    switch read(path) {
    case .failure(.missing): log.add(.missingFile(path), at: place ?? whole)
    case .failure(.folder): log.add(.folder(path), at: place ?? whole)
    case .failure(.irregular): log.add(.irregularFile(path), at: place ?? whole)
    case .failure(.outside): log.add(.outsideWorkspace(path), at: place ?? whole)
    case .failure(.tooLarge):
      log.add(.fileTooLarge(megabytes: DefinitionFolder.megabytes), at: whole)
    case .failure(.failed(let reason)):
      log.add(.unreadableFile(path, reason: reason), at: place ?? whole)
    case .success(let bytes): return root(bytes, path, log)
    }
    return nil
  }

  private func root(_ bytes: [UInt8], _ path: String, _ log: IssueLog) -> YAMLNode? {
    let file = SafeText(path)
    guard bytes.count <= DefinitionFolder.megabytes << 20 else {
      log.add(
        .fileTooLarge(megabytes: DefinitionFolder.megabytes), at: SourcePlace(file: file))
      return nil
    }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      log.add(.utf16, at: SourcePlace(file: file, line: 1, column: 1))
      return nil
    }
    // Some editors begin UTF-8 with a mark that means nothing.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let good = SourceText(file: path, text: validPrefix(bytes))
      let column = (good.lines.last?.count ?? 0) + 1
      log.add(.notUTF8, at: SourcePlace(file: file, line: good.lines.count, column: column))
      return nil
    }
    var reader = YAMLReader(SourceText(file: path, text: text), log: log)
    let before = log.issues.count
    let root = reader.root()
    if log.issues.count == before, root?.isNothing ?? true {
      log.add(.emptyFile, at: SourcePlace(file: file))
      return nil
    }
    return root
  }

  /// The text up to the first byte that is not UTF-8.
  private func validPrefix(_ bytes: [UInt8]) -> String {
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let same = zip(bytes, repaired).prefix { $0 == $1 }.count
    var good = bytes[..<same]
    while String(validating: good, as: UTF8.self) == nil { good = good.dropLast() }
    return String(decoding: good, as: UTF8.self)
  }
}
