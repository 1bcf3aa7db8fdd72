public import Metrics

/// What reading a workspace's definitions gave.
public struct LoadedDefinitions: Sendable {
  /// The definitions; nil where they have errors.
  public let definitions: Definitions?
  /// What is wrong or odd, by file, line and column.
  public let issues: [Issue]
  /// The main file and every include that was looked at, existing or not, relative to the workspace:
  /// what to watch.
  public let files: [String]
  /// Tells one state of all these files from another.
  let mark: UInt64

  /// The definitions of the workspace in a folder.
  public init(workspace root: String, file: String = "kpi.yaml") {
    self.init(folder: DefinitionFolder(path: root), file: file)
  }

  /// The definitions as a test's own files give them.
  init(
    file: String = "kpi.yaml", read: @escaping (String) -> Result<[UInt8], FileRefusal>,
    glob: @escaping (String) -> [String] = { _ in [] },
    hasTimeZone: @escaping (String) -> Bool = { _ in true }
  ) {
    self.init(
      folder: DefinitionFolder(read: read, glob: glob, hasTimeZone: hasTimeZone), file: file)
  }

  private init(folder: DefinitionFolder, file: String) {
    let texts = DefinitionTexts(folder)
    var reader = DefinitionsReader(folder: texts.folder, mainFile: file)
    definitions = reader.definitions()
    mark = texts.mark
    files = reader.files
    issues = reader.log.sorted(mainFile: SafeText(file))
  }
}
