import Metrics

/// One file of a workspace: what it gave, and what is known of its present state.
struct WatchedFile {
  /// The reading whose numbers count; nil before the first.
  var accepted: FileReading?
  /// The last reading, where its numbers do not count.
  var refused: FileReading?
  /// How it stands with the file.
  var state: FileReport.State

  /// A file just read for the first time.
  init(_ reading: FileReading) {
    accepted = reading
    state = reading.damage == nil ? .current : .unreadable
  }

  /// What is to be said about it.
  func issues(name: SafeText) -> [Issue] {
    switch state {
    case .current, .unreadable: return accepted?.issues ?? []
    case .keptOlder:
      let kept = Issue(
        .warning, code: "kept-older", at: SourcePlace(file: name),
        message: "the file cannot be used as it is; the numbers of an earlier reading stand")
      return (refused?.issues ?? []) + [kept]
    case .gone:
      let gone = Issue(
        .warning, code: "file-gone", at: SourcePlace(file: name),
        message: "the file is gone; its numbers stand a moment longer")
      return [gone]
    }
  }
}
