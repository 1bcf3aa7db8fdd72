public import Metrics

/// Stands where the store will be, so that commands can be built before it.
public enum MetricsStore {
  /// Nothing is read yet.
  public static func read(workspace: String, file: String = "kpi.yaml") -> Snapshot {
    Snapshot()
  }
}
