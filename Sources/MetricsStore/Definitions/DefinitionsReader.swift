import Metrics

/// Reads a workspace's definitions: the main file, its includes, and every part in turn.
struct DefinitionsReader {
  /// How many files may be included.
  static let fileLimit = 200
  /// How many metrics, sources or funnels there may be.
  static let entryLimit = 5000
  /// How many different dimensions all sources together may have.
  static let dimensionLimit = 200

  let folder: DefinitionFolder
  let mainFile: String
  let log = IssueLog()

  private(set) var files: [String]
  private var maps: [KeyedMap] = []

  init(folder: DefinitionFolder, mainFile: String) {
    self.folder = folder
    self.mainFile = mainFile
    files = [mainFile]
  }

  /// The definitions, or nil with the reasons in the log.
  mutating func definitions() -> Definitions? {
    guard let main = root(of: mainFile, namedAt: nil) else { return nil }
    include(main)
    let definitions = definitions(main)
    for map in maps { map.finish() }
    return log.hasErrors ? nil : definitions
  }

  private func root(of path: String, namedAt place: SourcePlace?) -> KeyedMap? {
    guard let node = folder.root(of: path, namedAt: place, log: log) else { return nil }
    return Cursor(node: node, keyPlace: node.place, log: log).map("a map of sources, metrics, …")
  }

  private mutating func include(_ main: KeyedMap) {
    maps = [main]
    guard let patterns = main.take("include")?.oneOrList() else { return }
    for pattern in patterns {
      guard let glob = pattern.insidePath() else { continue }
      let isLiteral = !glob.contains { "*?[".contains($0) }
      let paths = isLiteral ? [glob] : folder.glob(glob)
      if paths.isEmpty { pattern.report(.nothingIncluded(glob)) }
      for path in paths where !files.contains(path) {
        guard files.count <= DefinitionsReader.fileLimit else {
          pattern.report(.tooMany("files", limit: DefinitionsReader.fileLimit))
          return
        }
        files.append(path)
        guard let map = root(of: path, namedAt: pattern.place) else { continue }
        _ = map.refuse(["workspace", "include", "defaults", "views"]) { .onlyInMainFile($0) }
        maps.append(map)
      }
    }
  }

  private func definitions(_ main: KeyedMap) -> Definitions {
    let workspace =
      main.take("workspace").map {
        WorkspaceReader(hasTimeZone: folder.hasTimeZone).workspace($0)
      } ?? WorkspaceDefinition()
    let sourceEntries = gather("sources", .source)
    let sources = limited(
      sourceEntries.compactMap {
        SourceReader(name: $0.name, key: $0.key, log: log).source($0.value)
      })
    let metricEntries = gather("metrics", .metric)
    let names = metricEntries.map(\.name)
    let known = KnownSources(
      sources: Dictionary(uniqueKeysWithValues: sources.map { ($0.name, $0) }),
      names: sourceEntries.map(\.name))
    let reader = MetricReader(
      sources: known, phases: workspace.phases.map(\.name),
      defaults: main.take("defaults").map { MetricDefaults($0) } ?? MetricDefaults(), log: log)
    let read = metricEntries.compactMap { reader.metric($0.name, key: $0.key, $0.value) }
    var checks = FormulaChecks(read, names: names, log: log)
    var definitions = Definitions(
      workspace: workspace, sources: sources, metrics: checks.checked())
    definitions.tree = tree(names)
    let funnels = FunnelReader(
      metrics: names, definitions: definitions, sources: known.names, log: log)
    definitions.funnels = gather("funnels", .funnel).compactMap {
      funnels.funnel($0.name, key: $0.key, $0.value)
    }
    readTargets(into: &definitions, metrics: names)
    definitions.monitor = main.take("views").map { ViewReader(metrics: names).monitor($0) } ?? [:]
    return definitions
  }

  private typealias Named = (name: String, key: Cursor, value: Cursor)

  /// The entries of a part over all files, each name once.
  private func gather(_ part: String, _ kind: DefinitionIssue.Kind) -> [Named] {
    unique(maps.flatMap { $0.take(part)?.named() ?? [] }, kind, part)
  }

  private func unique(
    _ entries: [Named], _ kind: DefinitionIssue.Kind, _ part: String
  ) -> [Named] {
    if entries.count > DefinitionsReader.entryLimit {
      entries[DefinitionsReader.entryLimit].key.report(
        .tooMany(part, limit: DefinitionsReader.entryLimit))
    }
    var firsts: [String: SourcePlace] = [:]
    return entries.prefix(DefinitionsReader.entryLimit).filter { entry in
      if let first = firsts[entry.name] {
        entry.key.report(.definedTwice(kind, entry.name, first: first))
        return false
      }
      firsts[entry.name] = entry.key.place
      return true
    }
  }

  /// The sources up to the one with which there are too many dimensions.
  private func limited(_ sources: [SourceDefinition]) -> [SourceDefinition] {
    var dimensions: Set<String> = []
    for (index, source) in sources.enumerated() {
      dimensions.formUnion(source.dimensions.map(\.name))
      guard dimensions.count <= DefinitionsReader.dimensionLimit else {
        log.add(.tooMany("dimensions", limit: DefinitionsReader.dimensionLimit), at: source.place)
        return Array(sources[..<index])
      }
    }
    return sources
  }

  private func tree(_ metrics: [String]) -> [TreeNode] {
    let reader = TreeReader(metrics: metrics, log: log)
    var firsts: [String: SourcePlace] = [:]
    return maps.flatMap { $0.take("tree").map(reader.roots) ?? [] }.filter { node in
      if let first = firsts[node.metric] {
        log.add(.definedTwice(.treeRoot, node.metric, first: first), at: node.place)
        return false
      }
      firsts[node.metric] = node.place
      return true
    }
  }

  private func readTargets(into definitions: inout Definitions, metrics: [String]) {
    let reader = TargetReader(
      metrics: metrics, dimensions: definitions.dimensions,
      calendar: definitions.workspace.calendar, log: log)
    let entries: [Named] = maps.flatMap { map -> [Named] in
      (map.take("targets")?.entries("a map of metrics") ?? []).map { ($1, $0, $2) }
    }
    definitions.targetFiles = entries.filter { $0.name == "from_file" }.compactMap { entry in
      guard let map = entry.value.map() else { return nil }
      let files = map.require("files", at: entry.key.place)?.filePattern()
      map.finish()
      return files
    }
    definitions.targets = unique(entries.filter { $0.name != "from_file" }, .target, "targets")
      .flatMap { reader.targets(of: $0.name, key: $0.key, $0.value) }
  }
}
