public import Metrics

/// Words of the interface in both languages.
public struct Phrase: Hashable, Sendable {
  let english: String
  let japanese: String

  init(_ english: String, _ japanese: String) {
    self.english = english
    self.japanese = japanese
  }

  /// The words in the language.
  public func text(in language: Language) -> String {
    language == .english ? english : japanese
  }
}

// Views and parts of the screen.
extension Phrase {
  static let funnel = Phrase("Funnel", "ファネル")
  static let tree = Phrase("Tree", "KPIツリー")
  static let monitor = Phrase("Monitor", "モニター")
  static let help = Phrase("Help", "ヘルプ")
  static let all = Phrase("all", "すべて")
  static let live = Phrase("live", "ライブ")
  static let frozen = Phrase("frozen", "停止中")
  static let reading = Phrase("reading", "読込中")
  static let toDate = Phrase("to date", "途中")
  static let versus = Phrase("vs", "比較:")
}

// Columns and boxes.
extension Phrase {
  static let stage = Phrase("Stage", "ステージ")
  static let count = Phrase("Count", "件数")
  static let rate = Phrase("Rate", "転換率")
  static let fromFirst = Phrase("From first", "累計率")
  static let reference = Phrase("Reference", "基準")
  static let cost = Phrase("Costs", "機会損失")
  static let metric = Phrase("Metric", "指標")
  static let value = Phrase("Value", "実績")
  static let target = Phrase("Target", "目標")
  static let attainment = Phrase("Attained", "達成率")
  static let change = Phrase("Change", "増減")
  static let trend = Phrase("Trend", "推移")
  static let owner = Phrase("Owner", "担当")
  static let department = Phrase("Department", "部門")
  static let noOwner = Phrase("nobody", "担当者なし")
  static let yearOverYear = Phrase("YoY", "前年比")
  static let share = Phrase("Share", "構成比")
  static let definition = Phrase("Definition", "定義")
  static let formula = Phrase("Formula", "計算式")
  static let sources = Phrase("Sources", "データ元")
  static let level = Phrase("Level", "階層")
  static let segment = Phrase("Segment", "セグメント")
  static let otherMetrics = Phrase("Other", "その他")
  static let lastWeek = Phrase("Last week", "先週")
  static let monthToDate = Phrase("MTD", "月初来")
  static let quarterToDate = Phrase("QTD", "四半期累計")
  static let yearToDate = Phrase("YTD", "年度累計")
  static let thisYear = Phrase("this year", "今年")
  static let lastYear = Phrase("a year earlier", "前年")
}

// Messages.
extension Phrase {
  static let noFunnel = Phrase(
    "No funnel is defined. Add one under “funnels:” in kpi.yaml.",
    "ファネルが定義されていません。kpi.yaml の funnels: に追加してください。")
  static let noTree = Phrase(
    "No tree is defined. Add one under “tree:” in kpi.yaml.",
    "ツリーが定義されていません。kpi.yaml の tree: に追加してください。")
  static let noMetrics = Phrase(
    "No metric is shown at this grain. See “views: monitor:” in kpi.yaml.",
    "この期間単位で表示する指標がありません。kpi.yaml の views: monitor: を確認してください。")
  static let noDimension = Phrase(
    "This number has no dimension to break it down by.", "この数値には内訳の軸がありません。")
  static let nothingToFilter = Phrase(
    "The data has no dimension to filter by.", "絞り込みに使える軸がありません。")
  static let tooSmall = Phrase("kpitop needs 40×10", "画面は40×10以上必要です")
  static let noMatch = Phrase("nothing matches", "該当なし")
  static let typeToSearch = Phrase("type to search", "入力して検索")
  static let noData = Phrase("no data", "データなし")
  static let readAgain = Phrase("Reading every file again", "全ファイルを読み直しています")
  static let updated = Phrase("Updated", "更新")
}

extension Unavailable {
  /// Why a number is not available, in words.
  func words(in language: Language) -> String {
    let phrase =
      switch self {
      case .noData: Phrase("no data in this period", "この期間のデータがありません")
      case .stillReading: Phrase("its files are still being read", "ファイルを読込中です")
      case .noRows: Phrase("no rows with a value here", "値のある行がありません")
      case .divisionByZero: Phrase("its denominator is 0", "分母が0です")
      case .unknownDimension(let source, let dimension):
        Phrase("“\(source)” has no \(dimension)", "「\(source)」に \(dimension) がありません")
      case .finerThanData(let source, _):
        Phrase("“\(source)” has longer periods", "「\(source)」はより長い期間のデータです")
      case .unknownMetric(let name): Phrase("no metric “\(name)”", "指標「\(name)」がありません")
      case .notBegun: Phrase("the period has not begun", "期間がまだ始まっていません")
      case .unequalCoverage: Phrase("days are missing on one side", "比較期間に欠けた日があります")
      case .fromZero: Phrase("the reference is 0", "比較元が0です")
      case .noTarget: Phrase("no target is in force", "有効な目標がありません")
      }
    return phrase.text(in: language)
  }
}

extension Grain {
  /// The grain as a word.
  func words(in language: Language) -> String {
    let phrase =
      switch self {
      case .day: Phrase("day", "日次")
      case .week: Phrase("week", "週次")
      case .sprint: Phrase("sprint", "スプリント")
      case .month: Phrase("month", "月次")
      case .quarter: Phrase("quarter", "四半期")
      case .year: Phrase("year", "年度")
      }
    return phrase.text(in: language)
  }

  /// The period before, as people call it in a comparison.
  func previousWords(in language: Language) -> String {
    let phrase =
      switch self {
      case .day: Phrase("the day before", "前日")
      case .week: Phrase("last week", "前週")
      case .sprint: Phrase("last sprint", "前スプリント")
      case .month: Phrase("last month", "前月")
      case .quarter: Phrase("last quarter", "前四半期")
      case .year: Phrase("last year", "前年度")
      }
    return phrase.text(in: language)
  }

  /// The head of a column of changes against the period before.
  func changeHead(in language: Language) -> String {
    let phrase =
      switch self {
      case .day: Phrase("DoD", "前日比")
      case .week: Phrase("WoW", "前週比")
      case .sprint: Phrase("SoS", "前回比")
      case .month: Phrase("MoM", "前月比")
      case .quarter: Phrase("QoQ", "前期比")
      case .year: Phrase("YoY", "前年比")
      }
    return phrase.text(in: language)
  }
}

extension ComparisonKind {
  /// What is compared with, in words.
  func words(_ grain: Grain, in language: Language) -> String {
    switch self {
    case .previous: grain.previousWords(in: language)
    case .year: Phrase("a year earlier", "前年同期").text(in: language)
    case .target: Phrase("target", "目標").text(in: language)
    }
  }

  /// The head of a column of changes against it.
  func changeHead(_ grain: Grain, in language: Language) -> String {
    switch self {
    case .previous: grain.changeHead(in: language)
    case .year: Phrase("YoY", "前年比").text(in: language)
    case .target: Phrase("vs target", "目標差").text(in: language)
    }
  }
}
