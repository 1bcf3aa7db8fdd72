/// Which parts of a workbook another part names, by the ids that it uses for them.
final class Relationships: XMLPart {
  /// A part that is named.
  struct Target {
    /// The last word of its type, such as `worksheet`.
    let kind: String
    /// Its name in the archive.
    let name: String
  }

  /// The parts by their ids; of equal ids the first.
  private(set) var targets: [String: Target] = [:]

  /// The folder from which targets are counted, with a slash at its end or empty.
  private let folder: String

  /// More are no workbook's.
  private static let limit = 20_000
  private static let longest = 16 << 20

  private init(_ bytes: ZipMemberBytes, folder: String) {
    self.folder = folder
    super.init(bytes)
  }

  /// The parts that a part names; none where the archive does not say.
  static func targets(of part: String, in archive: ZipArchive) throws(FileFault) -> [String: Target]
  {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<slash])
    let name = folder + "_rels/" + part[slash...] + ".rels"
    guard let member = try archive.member(name) else { return [:] }
    let bytes = try ZipMemberBytes(member, in: archive.file, limit: longest)
    let part = Relationships(bytes, folder: folder)
    try part.readAll()
    return part.targets
  }

  override func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.is("Relationship"), targets.count < Relationships.limit,
      let id = attributes["Id"], targets[id] == nil, let target = attributes["Target"],
      attributes["TargetMode"] != "External"
    else { return }
    let kind = attributes["Type"].flatMap { $0.split(separator: "/").last.map(String.init) }
    targets[id] = Target(kind: kind ?? "", name: Relationships.resolved(target, in: folder))
  }

  /// A path as seen from a folder, without `.` and `..`.
  static func resolved(_ path: String, in folder: String) -> String {
    var parts: [Substring] = path.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if !parts.isEmpty {
        parts.removeLast()
      }
    }
    return parts.joined(separator: "/")
  }
}
