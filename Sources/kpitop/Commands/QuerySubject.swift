import Metrics

/// What a query is about: the metrics among its arguments, and the workspace.
struct QuerySubject {
  private let arguments: [String]
  private let options: WorkspaceOptions

  /// The arguments as they are typed; the last may name the workspace.
  init(_ arguments: [String], _ options: WorkspaceOptions) {
    self.arguments = arguments
    self.options = options
  }

  /// Reads the workspace, and finds the metrics in it.
  func read() throws(CommandFailure) -> (metrics: [String], reading: WorkspaceReading) {
    guard let last = arguments.last, options.workspace == nil,
      WorkspaceLocation(existing: last) != nil
    else { return try metrics(arguments, in: options.read()) }
    // A bare name may be a metric of the workspace that one stands in, and a folder beside it.
    if !last.contains("/"), let here = try? options.read(),
      here.snapshot.definitions.metric(last) != nil
    {
      return try metrics(arguments, in: here)
    }
    return try metrics(arguments.dropLast(), in: options.read(last))
  }

  private func metrics(
    _ names: some Collection<String>, in reading: WorkspaceReading
  ) throws(CommandFailure) -> (metrics: [String], reading: WorkspaceReading) {
    options.tell(reading)
    let known = reading.snapshot.definitions.metrics.map(\.name)
    guard !names.isEmpty else {
      throw .usage("no metric is named", help: "name one or several, or all")
    }
    var found: [String] = []
    for name in names where !found.contains(name) {
      guard name == "all" || known.contains(name) else {
        throw reading.unknown("metric", name, among: known)
      }
      found.append(name)
    }
    return (found.contains("all") ? known : found, reading)
  }
}
