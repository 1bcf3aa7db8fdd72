import Glibc

/// A folder for one test, removed with everything in it when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/kpitop-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  deinit { TemporaryFolder.remove(path) }

  private static func remove(_ path: String) {
    guard let folder = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      var status = stat()
      let full = path + "/" + name
      if lstat(full, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        remove(full)
      } else {
        unlink(full)
      }
    }
    closedir(folder)
    rmdir(path)
  }

  /// Makes a folder in it, with the folders on the way.
  func makeFolder(_ name: String) {
    var made = path
    for part in name.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o755)
    }
  }

  /// Writes a file in place, as `>` does.
  func write(_ text: String, to name: String, flags: Int32 = O_CREAT | O_TRUNC) {
    write(Array(text.utf8), to: name, flags: flags)
  }

  func write(_ bytes: [UInt8], to name: String, flags: Int32 = O_CREAT | O_TRUNC) {
    if let slash = name.lastIndex(of: "/") { makeFolder(String(name[..<slash])) }
    let descriptor = open(path + "/" + name, O_WRONLY | flags, 0o644)
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      offset += count
    }
    close(descriptor)
  }

  /// Writes a file beside and renames it over, as careful programs do.
  func replace(_ name: String, by text: String) {
    write(text, to: name + ".tmp")
    rename(path + "/" + name + ".tmp", path + "/" + name)
  }

  /// Renames within the folder.
  func move(_ name: String, to other: String) {
    rename(path + "/" + name, path + "/" + other)
  }

  /// Takes a file away.
  func delete(_ name: String) { unlink(path + "/" + name) }
}
