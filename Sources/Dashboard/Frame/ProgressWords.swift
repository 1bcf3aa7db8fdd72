import Metrics

/// How far a reading has come, in words.
struct ProgressWords {
  let progress: Snapshot.Progress
  let language: Language

  /// In a few words: files, and what remains.
  var short: String {
    [
      "\(Phrase.reading.text(in: language)) \(progress.filesRead)/\(progress.filesInAll)",
      remaining,
    ].compactMap { $0 }.joined(separator: " · ")
  }

  /// In one line: files, rows, how fast and what remains, as far as it is known.
  var long: String {
    let files = "\(progress.filesRead) / \(progress.filesInAll)"
    let rows = count(Double(progress.rows))
    // In thousands, since smaller differences come and go.
    let speed = progress.rowsPerSecond.map { speed in
      count(speed < 10_000 ? speed : (speed / 1000).rounded() * 1000)
    }
    let parts: [Phrase?] = [
      Phrase("Reading files: \(files)", "ファイル読込中: \(files)"),
      Phrase("\(rows) rows", "\(rows)行"),
      speed.map { Phrase("\($0) rows/s", "毎秒\($0)行") },
    ]
    return (parts.map { $0?.text(in: language) } + [remaining]).compactMap { $0 }
      .joined(separator: " · ")
  }

  /// What remains, in seconds up to two minutes and then in minutes; nil while it is not known.
  private var remaining: String? {
    progress.remainingSeconds.map { seconds in
      let whole = Int(min(seconds, 1e6).rounded(.up))
      let words =
        whole <= 120
        ? Phrase("\(whole) s left", "残り\(whole)秒")
        : Phrase("\((whole + 59) / 60) min left", "残り\((whole + 59) / 60)分")
      return words.text(in: language)
    }
  }

  private func count(_ count: Double) -> String {
    NumberText(language: language, currency: "").value(count.rounded(), .count)
  }
}
