extension ExportFile.Failure {
  /// What a fault of the file means for who asked for it.
  init(_ fault: FileFault) {
    var help: String?
    if case .content(let content) = fault { help = content.help }
    self = .unreadable(fault.words, help: help)
  }
}
