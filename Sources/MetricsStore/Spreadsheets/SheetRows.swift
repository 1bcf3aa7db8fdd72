/// The rows of a sheet as records of CSV: line `n` of what it gives is row `n` of the sheet.
///
/// Rows without cells are empty lines. Every record is as wide as the widest before it, so that a row
/// whose last cells are empty is not short. A line break in a cell becomes a space. Of the sheet it
/// holds one row, and the texts that all cells share.
final class SheetRows: XMLPart {
  private var transcript: SheetTranscript

  /// The rows of a sheet's part.
  init(_ bytes: ZipMemberBytes, merged: MergedAreas, _ context: SheetTranscript.Context) {
    transcript = SheetTranscript(part: bytes.name, merged: merged, context)
    super.init(bytes)
  }

  /// What was odd; complete at the end.
  var notes: SheetNotes { transcript.notes }

  /// The next bytes; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    while transcript.waiting == 0, !isAtEnd { try step() }
    return transcript.hand(to: block)
  }

  override func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if !transcript.begin(name, attributes) { giveUp() }
  }

  override func end(_ name: XMLName) {
    switch transcript.end() {
    case .goOn: break
    case .rest: pause()
    case .fault: giveUp()
    }
  }

  override func write(_ text: UnsafeBufferPointer<UInt8>) { transcript.write(text) }

  private func giveUp() {
    if let fault = transcript.fault { stop(fault) }
  }
}
