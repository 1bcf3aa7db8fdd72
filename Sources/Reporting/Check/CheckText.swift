import Metrics

// What reading a workspace found, for people.
extension CheckReport {
  /// The issues, a table of the files, and a last line that counts.
  ///
  /// Heads, severities, states and the last line are in the pen's language; messages are English.
  public func text(with pen: Pen) -> String {
    let columns: [TextTable.Column] = [
      .text(pen.words("FILE", "ファイル")), .text(pen.words("SOURCE", "データ元")),
      .number(pen.words("ROWS", "行数")), .number(pen.words("REJECTED", "不備")),
      .number(pen.words("EXCLUDED", "対象外"), isOptional: true),
      .text(pen.words("FROM", "開始")), .text(pen.words("TO", "終了")),
      .text(pen.words("STATE", "状態"), isOptional: true),
    ]
    let table = TextTable(columns, rows: files.map { $0.shown(with: pen) })
    let parts = [
      issues.map { $0.text(with: pen) }.joined(), files.isEmpty ? "" : table.text(with: pen),
      count(with: pen),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func count(with pen: Pen) -> String {
    func counted(_ severity: Issue.Severity) -> String {
      let count = issues.count { $0.severity == severity }
      let word = severity.word(with: pen)
      let text = pen.words("\(count) \(word)\(count == 1 ? "" : "s")", "\(word)\(count)件")
      return pen.colored(text, count == 0 ? .plain : severity.tone)
    }
    let count = files.count
    let parts =
      [pen.words("\(count) file\(count == 1 ? "" : "s")", "\(count)ファイル")]
      + [.error, .warning, .note].map(counted)
    return parts.joined(separator: pen.words(", ", "、")) + "\n"
  }
}

extension FileReport {
  fileprivate func shown(with pen: Pen) -> [TextTable.Cell] {
    func number(_ count: Int) -> String { ReadableNumber.fixed(Double(count), decimals: 0) }
    return [
      .init(path.string, isName: true), .init(source), .init(number(rows)),
      .init(number(rejected), rejected == 0 ? .plain : .attention),
      .init(excluded == 0 ? "" : number(excluded)),
      .init(number: days?.start.description), .init(number: days?.last.description),
      .init(state.words(with: pen), state.tone),
    ]
  }
}
