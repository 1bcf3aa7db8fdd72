/// The data files of a workspace that no source reads.
struct UnmappedFiles {
  /// Their paths in the workspace, in order.
  let files: [String]
  /// Whether there may be more, which were not looked for.
  let isCutShort: Bool

  /// More than this are not worth a look each.
  private static let limit = 200

  /// Looks through the folders under the root; `mapped` are the paths that sources and targets
  /// read.
  init(in root: String, mapped: Set<String>) {
    let search = FileSearch(["**"], in: root)
    let unmapped = search.files.filter { UnmappedFiles.isData($0) && !mapped.contains($0) }
    files = Array(unmapped.prefix(UnmappedFiles.limit))
    isCutShort = search.isCutShort || unmapped.count > UnmappedFiles.limit
  }

  private static let extensions: Set<Substring> = [
    "csv", "tsv", "txt", "tab", "json", "ndjson", "jsonl", "xlsx",
  ]

  /// Whether a file is data by its name; notes are kept beside the definitions and are none.
  private static func isData(_ path: String) -> Bool {
    guard !path.hasPrefix("notes/") else { return false }
    var parts = path.lowercased().split(separator: "/").last?.split(separator: ".") ?? []
    if parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 && parts.last.map { extensions.contains($0) } ?? false
  }
}
