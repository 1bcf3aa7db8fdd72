import Analysis
public import Metrics

// The answer to a query for people.
extension QueryReport {
  /// An aligned table with rounded numbers, whose changes are measured against what is asked for.
  public func text(
    comparedWith comparison: ComparisonKind = .previous, with pen: Pen
  ) -> String {
    let place: [TextTable.Column] = [
      .text(pen.words("METRIC", "指標")), .text(pen.words("PERIOD", "期間")),
    ]
    let numbers: [TextTable.Column] = [
      .number(pen.words("VALUE", "実績")), .number(comparison.head(with: pen)),
      .number(pen.words("CHANGE", "増減")), .number(pen.words("CHANGE%", "増減率")),
    ]
    let year: [TextTable.Column] =
      comparison == .year ? [] : [.number(pen.words("YEAR%", "前年比"))]
    let target: [TextTable.Column] =
      comparison == .target ? [] : [.number(pen.words("TARGET", "目標"), isOptional: true)]
    let judgement: [TextTable.Column] = [
      .number(pen.words("ATTAINED", "達成率"), isOptional: true),
      .text(pen.words("STATUS", "状況"), isOptional: true),
      .text(pen.words("NOTE", "備考"), isOptional: true),
    ]
    return TextTable(
      place + dimensions.map { .text($0.uppercased()) } + numbers + year + target + judgement,
      rows: rows.map { $0.shown(dimensions, comparedWith: comparison, with: pen) }
    ).text(with: pen)
  }
}

extension ComparisonKind {
  /// The head of the column of what is compared with.
  fileprivate func head(with pen: Pen) -> String {
    switch self {
    case .previous: pen.words("PREVIOUS", "前期")
    case .year: pen.words("YEAR BEFORE", "前年")
    case .target: pen.words("TARGET", "目標")
    }
  }
}

extension QueryReport.Row {
  fileprivate func shown(
    _ dimensions: [String], comparedWith comparison: ComparisonKind, with pen: Pen
  ) -> [TextTable.Cell] {
    let number = ReadableNumber(reading.metric.unit)
    let attainment = reading.attainment
    let change = reading.change(comparison)
    let yearly = reading.change(.year)
    var cells: [TextTable.Cell] = [.init(reading.metric.name), .init(period)]
    cells += dimensions.map { .init(number: segment.text($0)) }
    cells += [
      .init(number: reading.value.value.map(number.value)),
      .init(number: change.reference.map(number.value)),
      .init(number: change.absolute.map(number.change), change.tone),
      .init(number: change.ratio.map(ReadableNumber.ratio), change.tone),
    ]
    if comparison != .year {
      cells.append(.init(number: yearly.ratio.map(ReadableNumber.ratio), yearly.tone))
    }
    if comparison != .target {
      cells.append(.init(attainment.map { number.value($0.target) } ?? ""))
    }
    return cells + [
      .init(attainment?.ratio.map(ReadableNumber.share) ?? ""),
      .init(attainment?.status?.words(with: pen) ?? "", attainment?.status?.tone ?? .plain),
      .init(remark(change, with: pen), .faint),
    ]
  }

  /// What a reader must know beside the numbers: the days to date, missing days, why there is none.
  private func remark(_ change: Change, with pen: Pen) -> String {
    var remarks: [String] = []
    if !reading.isComplete, let days {
      remarks.append(pen.words("to \(days.last)", "\(days.last)まで"))
    }
    let count = reading.window.range.count
    if !reading.value.coverage.isFull {
      remarks.append(pen.words("\(coveredDays)/\(count) days", "\(coveredDays)/\(count)日"))
    }
    if let reason = reading.value.reason ?? change.reason {
      remarks.append(reason.words(with: pen))
    }
    return remarks.joined(separator: pen.words(", ", "、"))
  }
}
