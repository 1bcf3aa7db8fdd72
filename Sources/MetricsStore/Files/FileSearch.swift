import Glibc
import Metrics

/// Which files of a workspace some globs mean.
struct FileSearch {
  /// More files than this are not looked for.
  static let fileLimit = 10_000
  /// Deeper folders than this are not looked into.
  static let depthLimit = 16

  /// The files' paths in the workspace, in order.
  private(set) var files: [String] = []
  /// The folders that were looked into, to be watched; also those that a glob names and that are
  /// not there yet, by the nearest one that is.
  private(set) var folders: Set<String> = []
  /// Whether there are more files than the limit.
  private(set) var isCutShort = false

  private let root: String
  private var found: Set<String> = []

  /// Looks for files under the workspace's root.
  init(_ globs: [String], in root: String) {
    self.root = root
    for glob in globs {
      let parts = glob.split(separator: "/").map(String.init).filter { $0 != "." }
      guard !parts.isEmpty, !glob.hasPrefix("/"), !parts.contains("..") else { continue }
      look(in: "", for: parts[...], depth: 0)
    }
    files = found.sorted()
  }

  private mutating func look(in folder: String, for parts: ArraySlice<String>, depth: Int) {
    guard depth <= FileSearch.depthLimit, !isCutShort, let part = parts.first else { return }
    guard folders.count < FileSearch.fileLimit else {
      isCutShort = true
      return
    }
    let rest = parts.dropFirst()
    guard let names = FolderListing(path(folder)) else { return }
    folders.insert(folder)
    if part == "**" {
      look(in: folder, for: rest.isEmpty ? ["*"] : rest, depth: depth)
      // Links are not followed here, since two that lead back would double the way at every step.
      for name in names.folders(in: path(folder), behindLinks: false) {
        look(in: joined(folder, name), for: parts, depth: depth + 1)
      }
      return
    }
    let pattern = Glob(part)
    if rest.isEmpty {
      for name in names.all where pattern.matches(name) && !FolderListing.isIgnored(name) {
        guard FileSignature(path: path(joined(folder, name)))?.isRegular ?? true else { continue }
        guard found.count < FileSearch.fileLimit else {
          isCutShort = true
          return
        }
        found.insert(joined(folder, name))
      }
    } else {
      for name in names.folders(in: path(folder)) where pattern.matches(name) {
        look(in: joined(folder, name), for: rest, depth: depth + 1)
      }
    }
  }

  private func path(_ relative: String) -> String {
    relative.isEmpty ? root : root + "/" + relative
  }

  private func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder + "/" + name
  }
}

/// The names in a folder.
struct FolderListing {
  /// Every name, in order, without the hidden ones.
  private(set) var all: [String] = []
  private var kinds: [String: UInt8] = [:]

  /// The names in a folder; nil where there is none, or it may not be looked into.
  init?(_ path: String) {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      all.append(name)
      kinds[name] = entry.pointee.d_type
    }
    all.sort()
  }

  /// The names of folders, with those behind symbolic links or without.
  func folders(in path: String, behindLinks: Bool = true) -> [String] {
    all.filter { name in
      switch kinds[name] {
      case UInt8(DT_DIR): return true
      case UInt8(DT_LNK), UInt8(DT_UNKNOWN):
        var status = stat()
        let full = path + "/" + name
        let code = behindLinks ? stat(full, &status) : lstat(full, &status)
        return code == 0 && status.st_mode & S_IFMT == S_IFDIR
      default: return false
      }
    }
  }

  /// Whether a name is that of a lock, a backup or a file still being written.
  static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
      || [".tmp", ".part", ".crdownload", ".osl-tmp"].contains { name.hasSuffix($0) }
  }
}
