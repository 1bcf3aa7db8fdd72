import Metrics

/// Which tool a file most probably comes from, by its header and the lines above it.
struct PresetMatch {
  /// A preset and how well the file fits it.
  struct Candidate {
    let preset: Preset
    /// How well the file fits: see `PresetMarks`.
    let score: Int
  }

  /// The best preset; nil where the header is none of those known.
  let best: Candidate?
  /// The next best one; nil where no other fits at all.
  let runnerUp: Candidate?

  /// Compares a header's names and the lines above it with every preset.
  init(_ names: [String], preamble: [String] = []) {
    let header = RecognisedHeader(names, preamble: preamble)
    let ranked = Preset.all.enumerated()
      .map { (order: $0.offset, candidate: Candidate($0.element, header)) }
      .filter { $0.candidate.score > 0 }
      .sorted { ($1.candidate.score, $0.order) < ($0.candidate.score, $1.order) }
      .map(\.candidate)
    best = ranked.first
    runnerUp = ranked.dropFirst().first
  }

  /// Whether another preset fits as well.
  var isAmbiguous: Bool { best != nil && best?.score == runnerUp?.score }
}

extension PresetMatch.Candidate {
  fileprivate init(_ preset: Preset, _ header: RecognisedHeader) {
    self.init(preset: preset, score: preset.marks.score(header))
  }
}
