import Analysis
import Metrics

/// What a funnel says, in a sentence.
struct FunnelWords {
  let report: FunnelReport
  let context: ViewContext

  /// Which stage holds back, by how much, and what that costs; or that none does.
  var sentence: String {
    guard report.stages.contains(where: { $0.cost != nil }) else {
      return Phrase(
        "No rate of this period can be held against a reference.", "この期間の転換率は基準と比較できません。"
      ).text(in: context.language)
    }
    guard let index = report.bottleneck, let reference = report.stages[index].reference else {
      return Phrase(
        "No stage is below its reference.", "基準を下回るステージはありません。"
      ).text(in: context.language)
    }
    let stage = report.stages[index]
    let passage = passage(into: index)
    let rate = context.numbers.share(stage.rateFromPrevious)
    let wanted = context.numbers.share(reference.rate)
    let source = words(for: reference)
    let cost = worth(stage.cost)
    return Phrase(
      "\(passage) is the bottleneck: \(rate) instead of \(wanted) (\(source)), worth \(cost).",
      "ボトルネックは「\(passage)」: 転換率\(rate)、基準\(wanted)(\(source))、影響額 \(cost)。"
    ).text(in: context.language)
  }

  /// From which stage to which, `Leads → MQL`.
  func passage(into index: Int) -> String {
    let from = report.stages[index - 1].metric.label.text(in: context.language)
    let to = report.stages[index].metric.label.text(in: context.language)
    return "\(from) → \(to)"
  }

  /// Where a reference rate comes from.
  func words(for reference: FunnelReference) -> String {
    switch reference.source {
    case .target: return Phrase("target", "目標").text(in: context.language)
    case .trailingMean(let periods):
      let grain = report.window.period.grain
      let english = periods == 1 ? "\(grain.rawValue)" : "\(grain.rawValue)s"
      let unit: [Grain: String] = [
        .day: "日", .week: "週", .sprint: "スプリント", .month: "か月", .quarter: "四半期", .year: "年",
      ]
      return Phrase("mean of \(periods) \(english)", "直近\(periods)\(unit[grain] ?? "")平均")
        .text(in: context.language)
    }
  }

  /// An amount without its sign, in the funnel's value or in passes through its last stage.
  func worth(_ amount: Double?) -> String {
    guard let amount else { return NumberText.missing }
    if report.unitValue != nil, let value = report.funnel.value,
      let unit = context.snapshot.definitions.metric(value)?.unit
    {
      return context.numbers.value(abs(amount), unit)
    }
    let last = report.stages.last?.metric.label.text(in: context.language) ?? ""
    return NumberText.fixed(abs(amount), digits: 1) + " " + last
  }

  /// What a stage's distance from its reference is worth, with its sign: negative where it costs.
  func signedWorth(_ cost: Double?) -> String {
    guard let cost else { return "" }
    return (cost > 0 ? "−" : "+") + worth(cost)
  }
}
