import Reporting

extension Pen {
  /// Writes tones as marks around what has them, except around heads.
  static let marking = Pen(coloring: { text, tone in
    tone == .heading ? text : "<\(tone) \(text)>"
  })
}
