public import Metrics

/// Keeps an immutable snapshot of a workspace as fresh as the files it comes from.
public actor MetricsStore {
  /// Reads everything once: the whole of a workspace as it is now.
  ///
  /// - Complexity: linear in the bytes of its files; it blocks while it reads.
  public static func read(
    workspace root: String, file: String = "kpi.yaml", options: Options = Options()
  ) -> Snapshot {
    var workspace = Workspace(
      root: root, today: options.today, load: Workspace.loading(root, file))
    workspace.readDefinitions()
    workspace.readAll()
    return workspace.snapshot()
  }
}

extension Workspace {
  /// Reads the definitions from the workspace's own files.
  static func loading(_ root: String, _ file: String) -> Loading {
    {
      let loaded = LoadedDefinitions(workspace: root, file: file)
      return Loaded(
        definitions: loaded.definitions, issues: loaded.issues, files: loaded.files)
    }
  }
}
