import Glibc

/// Where a workspace lies: a folder, and the definitions file in it.
struct WorkspaceLocation: Hashable {
  /// The folder's path.
  let folder: String
  /// The name of the definitions file, normally `kpi.yaml`.
  let file: String

  /// The name of the definitions file where none is given.
  static let usualFile = "kpi.yaml"

  /// The workspace at a path; without one, the start folder or the nearest above it.
  init(path: String?, from start: String? = nil) throws(CommandFailure) {
    guard let path else {
      self = try WorkspaceLocation(above: start ?? WorkspaceLocation.currentFolder)
      return
    }
    guard WorkspaceLocation.exists(path) else {
      throw .file("there is no file or folder “\(path)”", help: WorkspaceLocation.expectation)
    }
    if let known = WorkspaceLocation(existing: path) {
      self = known
    } else if WorkspaceLocation.isFolder(path) {
      throw .file(
        "the folder “\(path)” has no \(WorkspaceLocation.usualFile)",
        help: WorkspaceLocation.expectation)
    } else {
      throw .file(
        "“\(path)” is no definitions file that can be read", help: WorkspaceLocation.expectation)
    }
  }

  /// The workspace that a path names; nil where it is no folder with definitions nor such a file.
  init?(existing path: String) {
    if WorkspaceLocation.isFolder(path) {
      let folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
      guard WorkspaceLocation.isReadable("\(folder)/\(WorkspaceLocation.usualFile)") else {
        return nil
      }
      self.init(folder: folder, file: WorkspaceLocation.usualFile)
    } else {
      guard path.hasSuffix(".yaml") || path.hasSuffix(".yml"), WorkspaceLocation.isReadable(path)
      else { return nil }
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let folder = parts.dropLast().joined(separator: "/")
      self.init(
        folder: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder,
        file: String(parts[parts.count - 1]))
    }
  }

  private init(folder: String, file: String) {
    self.folder = folder
    self.file = file
  }

  private init(above start: String) throws(CommandFailure) {
    var folder = start
    while true {
      if let found = WorkspaceLocation(existing: folder.isEmpty ? "/" : folder) {
        self = found
        return
      }
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = String(folder[..<slash])
    }
    throw .file(
      "there is no \(WorkspaceLocation.usualFile) in this folder or in any above it",
      help: WorkspaceLocation.expectation)
  }

  private static let expectation = "a workspace is a folder with a \(usualFile), or that file"
}

// What the file system says.
extension WorkspaceLocation {
  /// Whether there is anything at the path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func isReadable(_ path: String) -> Bool {
    access(path, R_OK) == 0 && !isFolder(path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
