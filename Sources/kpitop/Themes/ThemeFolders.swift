import Glibc

/// The folders that themes are looked for in, the most personal first.
enum ThemeFolders {
  /// Those of this user, this program and this folder, whether they exist or not.
  static var standard: [String] {
    var folders: [String] = []
    if let configuration { folders.append(configuration + "/kpitop/themes") }
    if let program { folders += beside(program) }
    return folders + ["./themes"]
  }

  /// Beside the program in a folder, or in the `share` of where it is installed, or, where it was
  /// built and not installed, in the nearest folder above that has themes.
  static func beside(_ folder: String) -> [String] {
    var folders = [folder + "/themes", parent(of: folder) + "/share/kpitop/themes"]
    var above = folder
    for _ in 0..<6 where above != "/" {
      above = parent(of: above)
      let themes = (above == "/" ? "" : above) + "/themes"
      if access(themes + "/dark.yaml", R_OK) == 0 {
        folders.append(themes)
        break
      }
    }
    return folders
  }

  /// The names of the theme files of a folder; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream), names.count < 1000 {
      let file = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let name = name(ofFile: file) { names.append(name) }
    }
    return names
  }

  /// The theme's name in a file's name; nil where that is no theme file.
  static func name(ofFile file: String) -> String? {
    guard file.hasSuffix(".yaml") else { return nil }
    let name = String(file.dropLast(5))
    return isName(name) ? name : nil
  }

  /// Whether a text can be a theme's name, and so part of a path: letters, digits, `-` and `_`.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
  }

  private static var configuration: String? {
    if let folder = variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder }
    return variable("HOME").map { $0 + "/.config" }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static var program: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return parent(of: String(cString: path))
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}
