import Drawing
import Glibc
import Metrics

/// The themes that can be chosen: those in the search path, one given by its path, and two that are
/// built in.
struct ThemeLibrary {
  private let folders: [String]
  /// A file that was asked for by its path.
  private let given: (name: String, path: String)?

  /// What needs no file.
  private static let builtIn: [Theme] = [.dark, .light]
  /// How long a chain of themes that inherit from one another may be.
  private static let chainLimit = 8

  /// The themes of some folders; an earlier folder's hide those of the same name in later ones.
  ///
  /// - Parameter path: A file that comes before all folders.
  init(folders: [String] = ThemeFolders.standard, path: String? = nil) {
    self.folders = folders
    given = path.map { path in
      let file = String(path.split(separator: "/").last ?? "")
      return (ThemeFolders.name(ofFile: file) ?? SafeText(file).string, path)
    }
  }

  /// Whether `--theme` means a file instead of a name.
  static func isPath(_ option: String) -> Bool {
    option.contains("/") || option.hasSuffix(".yaml") || option.hasSuffix(".yml")
  }

  /// The names to choose from: the built-in ones first, then by the alphabet.
  var names: [String] {
    let first = ThemeLibrary.builtIn.map(\.name)
    var others = Set(folders.flatMap { ThemeFolders.names(in: $0) })
    if let given { others.insert(given.name) }
    return first + others.subtracting(first).sorted()
  }

  /// The theme that was asked for by its path.
  func givenTheme() throws(CommandFailure) -> LoadedTheme? {
    guard let given else { return nil }
    guard access(given.path, R_OK) == 0 else {
      throw .file("there is no theme file “\(given.path)” that can be read")
    }
    return theme(given.name)
  }

  /// The theme of a name, or that there is none.
  func theme(named name: String) throws(CommandFailure) -> LoadedTheme {
    if let theme = theme(name) { return theme }
    throw .unknown("theme", name, among: names)
  }

  /// The theme of a name; nil where there is neither a file nor a built-in one.
  ///
  /// A file that is no YAML gives the built-in theme with an error.
  func theme(_ name: String) -> LoadedTheme? {
    var chain: [ThemeFile] = []
    var issues: [Issue] = []
    var files: [FileMark] = []
    var base: Theme?
    var next: ThemeFile.Name?
    repeat {
      let wanted = next?.text ?? name
      next = nil
      guard let path = path(of: wanted, besides: files.map(\.path)) else {
        base = ThemeLibrary.builtIn.first { $0.name == wanted }
        if base == nil, let parent = chain.last?.parent {
          let isCircle = self.path(of: wanted, besides: []) != nil
          issues.append(
            isCircle
              ? Issue(inCircle: parent) : Issue(unknown: "theme", parent, among: names))
        }
        break
      }
      files.append(FileMark(path))
      let reader = ThemeLibrary.read(path)
      issues += reader.issues
      if reader.issues.contains(where: { $0.severity == .error }) {
        base = .dark
        break
      }
      if let own = reader.file.name, own.text != wanted {
        issues.append(Issue(own, differsFrom: wanted))
      }
      chain.append(reader.file)
      next = reader.file.parent
      if let parent = next, chain.count == ThemeLibrary.chainLimit {
        issues.append(Issue(inCircle: parent))
        break
      }
    } while next != nil
    if files.isEmpty { return base.map { LoadedTheme($0) } }
    return LoadedTheme(name, chain, over: base, issues: issues, files: files)
  }

  /// The first file of a name that is not among some; a theme may so inherit from the one it hides.
  private func path(of name: String, besides known: [String]) -> String? {
    var paths: [String] = []
    if let given, given.name == name { paths.append(given.path) }
    if ThemeFolders.isName(name) { paths += folders.map { "\($0)/\(name).yaml" } }
    return paths.first { !known.contains($0) && access($0, F_OK) == 0 }
  }

  private static func read(_ path: String) -> ThemeReader {
    guard let bytes = bytes(of: path) else {
      return ThemeReader(unreadable: path, "cannot be read")
    }
    guard bytes.count <= ThemeText.sizeLimit else {
      return ThemeReader(unreadable: path, "is larger than \(ThemeText.sizeLimit / 1024) kB")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return ThemeReader(unreadable: path, "is not UTF-8")
    }
    return ThemeReader(text, path: path)
  }

  /// The bytes of an ordinary file, one more than the limit at most.
  private static func bytes(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: ThemeText.sizeLimit + 1)
    var count = 0
    while count < bytes.count {
      let more = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress.map { $0 + count }, $0.count - count)
      }
      if more < 0 { return nil }
      if more == 0 { break }
      count += more
    }
    return Array(bytes[..<count])
  }
}
