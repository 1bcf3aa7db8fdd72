import Glibc
import Metrics

extension DefinitionFolder {
  /// The folder at a path on disk.
  init(path root: String) {
    let disk = FolderOnDisk(root: root)
    self.init(read: disk.read, glob: disk.glob, hasTimeZone: FolderOnDisk.hasTimeZone)
  }
}

/// A workspace's folder: ordinary files inside it and nothing else.
struct FolderOnDisk {
  /// The folder's path.
  let root: String

  /// How many folder entries a glob looks at.
  private static let entryLimit = 20_000

  /// The bytes of the file at a path relative to the folder.
  func read(_ path: String) -> Result<[UInt8], FileRefusal> {
    let full = root + "/" + path
    let descriptor = open(full, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      return .failure(errno == ENOENT || errno == ENOTDIR ? .missing : .failed(reason(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.failed(reason(errno))) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .failure(.folder)
    default: return .failure(.irregular)
    }
    guard isInside(full) else { return .failure(.outside) }
    return bytes(of: descriptor)
  }

  private func bytes(of descriptor: Int32) -> Result<[UInt8], FileRefusal> {
    let limit = DefinitionFolder.megabytes << 20
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return .success(bytes) }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(.failed(reason(errno)))
      }
      bytes += chunk[..<count]
      if bytes.count > limit { return .failure(.tooLarge) }
    }
  }

  /// Whether the path, with every symbolic link followed, lies in the folder.
  private func isInside(_ path: String) -> Bool {
    guard let folder = resolved(root), let file = resolved(path) else { return false }
    return file.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  private func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  /// The files that match a glob such as `metrics/*.yaml`, in the order of their code points.
  func glob(_ pattern: String) -> [String] {
    var entries = 0
    var paths = [""]
    for part in pattern.split(separator: "/") {
      paths = paths.flatMap { base -> [String] in
        names(in: base, &entries).filter { fnmatch(String(part), $0, FNM_PERIOD) == 0 }
          .map { base.isEmpty ? $0 : base + "/" + $0 }
      }
    }
    return paths
  }

  private func names(in base: String, _ entries: inout Int) -> [String] {
    guard let folder = opendir(root + "/" + base) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while entries < FolderOnDisk.entryLimit, let entry = readdir(folder) {
      entries += 1
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: UInt8.self, capacity: 256) {
          String(decodingCString: $0, as: UTF8.self)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether the system knows a time zone of that name; true where it has no list of them.
  static func hasTimeZone(_ name: String) -> Bool {
    let zones = "/usr/share/zoneinfo"
    var status = stat()
    guard stat(zones, &status) == 0 else { return true }
    return stat(zones + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
