/// What the figures of a column are, as its name says, and so whether they can be added up.
enum ColumnRole: Hashable, Sendable {
  /// Counts and amounts: those of rows add up to that of all.
  case additive
  /// Different people: one may be in several rows.
  case people
  /// A share, or an amount for each of something.
  case ratio
  /// A mean or a median.
  case average
  /// A place in an order, or a score.
  case rank

  /// Whether the figures of rows add up to that of all.
  var isAdditive: Bool { self == .additive }

  /// What the name of a column says.
  init(header: String) {
    let name = FoldedName(header)
    if name.hasWord(among: ColumnRole.averages) || name.contains(oneOf: ["平均", "中央値"]) {
      self = .average
    } else if name.hasWord(among: ColumnRole.ratios) || name.contains(oneOf: ColumnRole.ratioTexts)
      || header.contains(" / ") || ColumnRole.endsInRatio(name.text)
    {
      self = .ratio
    } else if name.hasWord(among: ColumnRole.peopleWords)
      || name.contains(oneOf: ColumnRole.peopleTexts)
    {
      self = .people
    } else if name.hasWord(among: ColumnRole.ranks)
      || name.contains(oneOf: ["順位", "スコア", "ランク", "指数"])
    {
      self = .rank
    } else {
      self = .additive
    }
  }

  private static func endsInRatio(_ text: String) -> Bool {
    ["率", "比", "割合", "単価", "あたり", "当たり", "度"].contains { text.hasSuffix($0) }
  }

  private static let averages: Set<String> = [
    "average", "averages", "avg", "mean", "median", "durchschnitt", "moyenne", "moyen", "promedio",
  ]

  private static let ratios: Set<String> = [
    "rate", "rates", "ratio", "percent", "percentage", "share", "ctr", "cpc", "cpm", "cpa", "cpl",
    "cpv",
    "cpi", "cvr", "roas", "roi", "ctor", "arpu", "aov", "per", "probability", "frequency", "pct",
    "taux", "tasa", "margin",
  ]

  private static let ratioTexts = [
    "%", "率(", "単価(", "あたり", "当たり", "/件", "確度", "構成比", "シェア", "フリークエンシー", "前年比", "前月比", "前週比",
  ]

  private static let peopleWords: Set<String> = [
    "users", "user", "reach", "unique", "uniques", "visitors", "people", "audience",
    "followers", "subscribers", "nutzer", "utilisateurs", "usuarios", "besucher",
  ]

  private static let peopleTexts = [
    "リーチ", "ユーザー数", "ユーザ数", "ユニーク", "アクティブユーザー", "新規ユーザー", "総ユーザー", "フォロワー", "友だち数", "人数", "uu",
  ]

  private static let ranks: Set<String> = [
    "position", "rank", "ranking", "score", "index", "quality",
  ]
}
