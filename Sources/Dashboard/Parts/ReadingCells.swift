import Analysis
import Drawing
import Metrics

/// How readings become cells: the same number looks the same in every view.
struct ReadingCells {
  let context: ViewContext
  let glyphs: GlyphSet

  private var numbers: NumberText { context.numbers }

  /// The value; underlined for a moment after it has changed, marked where days are missing.
  func value(_ reading: MetricReading) -> Table.Cell {
    value(reading.value, reading.metric, role: .strong)
  }

  /// The value of a metric over some days.
  func value(_ value: MetricValue, _ metric: MetricDefinition, role: Role = .text) -> Table.Cell {
    let isChanged = context.changed.contains(metric.name)
    let text = numbers.value(value.value, metric.unit)
    let isPartial = value.value != nil && !value.coverage.isFull
    let mark = isPartial ? "*" : ""
    let style =
      value.value == nil
      ? Style(.faint)
      : Style(isChanged ? .live : role, bold: role == .strong, underlined: isChanged)
    return .text(mark + text, style)
  }

  /// The change with its arrow, coloured by whether it is good.
  func change(_ change: Change, _ metric: MetricDefinition) -> Table.Cell {
    .text(changeText(change, metric), Style(role(of: change)))
  }

  /// The change with an arrow for its direction.
  func changeText(_ change: Change, _ metric: MetricDefinition) -> String {
    guard let absolute = change.absolute else { return NumberText.missing }
    let arrow = absolute > 0 ? glyphs.up : absolute < 0 ? glyphs.down : glyphs.flat
    return arrow + numbers.change(change, metric.unit)
  }

  func role(of change: Change) -> Role {
    change.absolute == nil ? .faint : change.isGood.map { $0 ? .good : .bad } ?? .text
  }

  /// The target; empty where there is none.
  func target(_ reading: MetricReading) -> Table.Cell {
    guard let attainment = reading.attainment else { return .empty }
    return .text(numbers.value(attainment.target, reading.metric.unit), Style(.target))
  }

  /// The attainment as a percentage with the mark of its status.
  func attainment(_ reading: MetricReading) -> Table.Cell {
    guard let attainment = reading.attainment else { return .empty }
    return .text(
      numbers.attainment(attainment.ratio) + statusMark(attainment.status),
      Style(statusRole(attainment.status)))
  }

  /// The attainment as a bar.
  func attainmentBar(_ reading: MetricReading) -> Table.Cell {
    guard let attainment = reading.attainment, let ratio = attainment.ratio else { return .empty }
    return .bar(ratio, Style(statusRole(attainment.status)))
  }

  func statusRole(_ status: Status?) -> Role {
    switch status {
    case .onTrack: .good
    case .atRisk: .attention
    case .offTrack: .bad
    case nil: .faint
    }
  }

  /// A mark beside the colour, so that a status is seen without colours too.
  private func statusMark(_ status: Status?) -> String {
    switch status {
    case .onTrack: glyphs.check
    case .atRisk: "!"
    case .offTrack: glyphs.cross
    case nil: " "
    }
  }

  /// Why numbers of a reading are not available, in a sentence; nil where all are.
  func remark(_ reading: MetricReading) -> String? {
    let coverage = reading.value.coverage
    if let reason = reading.value.reason { return reason.words(in: context.language) }
    if !coverage.isFull {
      return Phrase(
        "* data on \(coverage.covered) of \(coverage.days) days",
        "* \(coverage.days)日中\(coverage.covered)日のデータ"
      ).text(in: context.language)
    }
    let change = reading.change(context.lens.comparison)
    return change.reason?.words(in: context.language)
  }
}
