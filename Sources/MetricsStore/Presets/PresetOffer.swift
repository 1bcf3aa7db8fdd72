import Metrics

/// What to write into the definitions so that a file which no source reads is read by a preset.
struct PresetOffer {
  /// The tool that the file looks like.
  let match: PresetMatch
  /// YAML on one line.
  let definitions: String

  private let path: String
  private let advice: String?

  /// An offer for a file by its path in the workspace, its header, the lines above it, and the
  /// period that those tell; nil where no preset fits.
  init?(
    _ path: String, names: [String], preamble: [String], period: DayRange?,
    calendar: BusinessCalendar
  ) {
    match = PresetMatch(names, preamble: preamble)
    guard let preset = match.best?.preset else { return nil }
    let header = RecognisedHeader(names, preamble: [])
    var keys = ["files: \(PresetOffer.quotedYAML(path))", "preset: \(preset.name)"]
    var advice: String?
    if case .records(let id, _) = preset.layout {
      if !header.has(id), let other = preset.marks.needed.lazy.compactMap(header.name).first {
        keys.append("record: \(PresetOffer.quotedYAML(other))")
        advice =
          "the file has no column of identifiers: make sure that no two records share this one"
      }
    } else {
      keys += PresetOffer.time(preset, header, period, calendar)
      if preset.name == Preset.lstep.name, header.has(["ID"]) { keys.append("record: ID") }
    }
    let source = preset.name.split(separator: "-").joined(separator: "_")
    let metrics = preset.present(in: header).prefix(3).map { "\($0): {from: \(source).\($0)}" }
    definitions =
      "sources: {\(source): {\(keys.joined(separator: ", "))}}"
      + (metrics.isEmpty ? "" : ", metrics: {\(metrics.joined(separator: ", "))}")
    self.path = path
    self.advice = advice
  }

  /// What `check` says.
  var issue: Issue {
    let titles = [match.best, match.isAmbiguous ? match.runnerUp : nil]
      .compactMap { $0?.preset.title }
    return Issue(
      .note, code: "unmapped-file", at: SourcePlace(file: SafeText(path)),
      message: SafeText(
        "no source reads this file, which looks like \(titles.joined(separator: " or "))"),
      help: SafeText("add \(definitions)" + (advice.map { "; \($0)" } ?? "")))
  }

  /// The keys that say when the rows of a file are.
  private static func time(
    _ preset: Preset, _ header: RecognisedHeader, _ period: DayRange?, _ calendar: BusinessCalendar
  ) -> [String] {
    if let date = preset.date, header.has(date) { return [] }
    var keys: [String] = []
    if preset.period == nil { keys.append("period: file_name") }
    let cadence = period.flatMap { period in
      [Grain.day, .week, .month, .quarter, .year].first {
        PeriodFit(period, cadence: $0, calendar: calendar) == .exact(period.start)
      }
    }
    let guess = cadence ?? .month
    if guess != (preset.period == nil ? .month : preset.cadence) {
      keys.append("cadence: \(guess.rawValue)")
    }
    return keys
  }

  /// A text as YAML takes it within `{…}`: plain where it can be, else in double quotes.
  private static func quotedYAML(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "/._".unicodeScalars.contains(scalar)
    }
    if isPlain, text.first?.isLetter == true { return text }
    return "\"" + text.map { "\\\"".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "\""
  }
}

extension Preset {
  /// The events and measures whose columns a header has, those that add up first.
  fileprivate func present(in header: RecognisedHeader) -> [String] {
    var names: [String] = []
    if case .records(_, let events) = layout {
      names += events.filter { header.has($0.date) }.map(\.name)
    }
    let found = measures.filter { header.has($0.column) }
    names += found.filter(\.nature.isAdditive).map(\.name)
    return names + found.filter { !$0.nature.isAdditive }.map(\.name)
  }
}
