import Glibc
import Metrics

extension Workspace {
  /// Notes what a search found out about the files.
  mutating func note(_ search: FileSearch, of group: FileGroup) {
    if search.isCutShort {
      searchIssues.append(
        Issue(
          .warning, code: "too-many-files", at: group.pattern.place,
          message: SafeText("only the first \(FileSearch.fileLimit) files are read")))
    }
    guard let inside = realPath(root) else { return }
    for path in search.files {
      guard FileSignature(path: root + "/" + path) != nil else {
        searchIssues.append(
          Issue(
            .error, code: "unreadable", at: SourcePlace(file: SafeText(path)),
            message: "the file leads nowhere: it is a broken link, or was just taken away"))
        continue
      }
      guard let real = realPath(root + "/" + path), real != inside + "/" + path else { continue }
      hasLinks = true
      guard !real.hasPrefix(inside + "/") else { continue }
      searchIssues.append(
        Issue(
          .note, code: "outside-workspace", at: SourcePlace(file: SafeText(path)),
          message: SafeText("the file lies outside of the workspace, at \(real)")))
    }
  }

  /// The path with every symbolic link followed; nil where it leads nowhere.
  func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
