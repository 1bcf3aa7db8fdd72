import Glibc

/// A folder of theme files for one test, removed when the test lets go of it.
final class ThemeFolder {
  let path: String
  private var files: Set<String> = []

  init() throws {
    var template = Array("/tmp/kpitop-themes-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw NoFolder() }
    path = String(cString: made)
  }

  struct NoFolder: Error {}

  deinit {
    for file in files { unlink(file) }
    rmdir(path)
  }

  /// Saves a file as careful programs do: written beside, and renamed over.
  func save(_ text: String, as name: String) {
    let file = "\(path)/\(name)"
    let descriptor = open(file + "~", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let bytes = Array(text.utf8)
    _ = write(descriptor, bytes, bytes.count)
    close(descriptor)
    rename(file + "~", file)
    files.insert(file)
  }

  /// Takes a file away.
  func remove(_ name: String) {
    unlink("\(path)/\(name)")
  }
}
