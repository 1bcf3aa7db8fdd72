import Analysis
import Drawing
import Metrics

/// What a metric means and where it comes from: definition, formula, owner, sources.
struct MetricFacts {
  let reading: MetricReading
  let context: ViewContext
  var owner: SafeText?

  /// A name and what is said under it.
  private struct Fact {
    let name: Phrase
    let text: String
    var role: Role = .text
  }

  private var facts: [Fact] {
    let metric = reading.metric
    var facts: [Fact] = []
    if let remark = ReadingCells(context: context, glyphs: .unicode).remark(reading) {
      facts.append(Fact(name: Phrase("Note", "注"), text: remark, role: .attention))
    }
    if let definition = metric.definition?.text(in: context.language) {
      facts.append(Fact(name: .definition, text: definition))
    }
    if let formula = metric.formula {
      facts.append(Fact(name: .formula, text: formula.description))
    }
    let contradiction = TargetContradiction.all(context.evaluator)
      .first { $0.metric == metric.name }
    if let contradiction {
      facts.append(Fact(name: .target, text: words(contradiction), role: .bad))
    }
    let owner = owner ?? context.snapshot.definitions.owner(of: metric.name)
    let department = metric.department.map { " (\($0))" } ?? ""
    facts.append(
      Fact(
        name: .owner, text: (owner?.string ?? context.words(.noOwner)) + department,
        role: owner == nil ? .attention : .text))
    let sources = context.snapshot.definitions.sources(of: metric.name).map { source in
      let files = context.snapshot.files.filter { $0.source == source.name }
      let last = context.snapshot.sources[source.name]?.lastDay?.description ?? NumberText.missing
      let english = files.count == 1 ? "1 file" : "\(files.count) files"
      let count = Phrase(english, "\(files.count)ファイル").text(in: context.language)
      return "\(source.name) (\(count), → \(last))"
    }
    facts.append(Fact(name: .sources, text: sources.joined(separator: ", ")))
    return facts
  }

  private func words(_ contradiction: TargetContradiction) -> String {
    let unit = reading.metric.unit
    let target = context.numbers.value(contradiction.target, unit)
    let implied = context.numbers.value(contradiction.implied, unit)
    let operands = contradiction.operands.sorted { $0.key < $1.key }.map { name, value in
      let unit = context.snapshot.definitions.metric(name)?.unit ?? .count
      return "\(context.label(name)) \(context.numbers.value(value, unit))"
    }.joined(separator: ", ")
    return Phrase(
      "targets contradict: \(target) is set, \(operands) give \(implied)",
      "目標が矛盾: 設定値\(target)、\(operands)からは\(implied)"
    ).text(in: context.language)
  }

  /// How many rows it takes at a width.
  func rows(columns: Int, width: TextWidth) -> Int {
    lines(columns: columns, width: width).count
  }

  func draw(on canvas: inout Canvas, in area: Area) {
    for (offset, line) in lines(columns: area.columns, width: canvas.width).enumerated() {
      guard offset < area.rows else { return }
      let row = area.row + offset
      var column = area.column
      if let name = line.name {
        canvas.write(name, column: column, row: row, style: Style(.faint))
      }
      column += nameColumns(canvas.width)
      canvas.write(
        line.text, column: column, row: row, style: Style(line.role), limit: area.endColumn - column
      )
    }
  }

  private func nameColumns(_ width: TextWidth) -> Int {
    (facts.map { width.columns(of: context.words($0.name)) }.max() ?? 0) + 2
  }

  private func lines(
    columns: Int, width: TextWidth
  ) -> [(name: String?, text: String, role: Role)] {
    let room = max(8, columns - nameColumns(width))
    return facts.flatMap { fact in
      TextLines.wrapped(fact.text, columns: room, width: width).enumerated().map { index, text in
        (index == 0 ? context.words(fact.name) : nil, text, fact.role)
      }
    }
  }
}

/// Cuts a text into lines.
enum TextLines {
  /// Lines of at most so many columns, broken at spaces and between wide characters.
  static func wrapped(_ text: String, columns: Int, width: TextWidth) -> [String] {
    var lines: [String] = []
    var line = ""
    var lastBreak: String.Index?
    for character in text {
      line.append(character)
      if character == " " || width.columns(of: character) == 2 { lastBreak = line.endIndex }
      guard width.columns(of: line) > columns else { continue }
      let cut =
        lastBreak.flatMap { $0 < line.endIndex && $0 > line.startIndex ? $0 : nil }
        ?? line.index(before: line.endIndex)
      let rest = String(line[cut...].drop { $0 == " " })
      lines.append(String(line[..<cut]))
      line = rest
      lastBreak = nil
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
