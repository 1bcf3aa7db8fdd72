import Drawing
import Metrics

/// One line of the table of keys: what the footer, the help and the palette are made from.
struct KeyBinding {
  let keys: [Key]
  let action: Action
  /// How the keys are written.
  let caption: String
  /// What it does, in the help and the palette.
  let meaning: Phrase
  /// The word in the footer; nil for what the footer leaves out.
  let footer: Phrase?
  /// The views it works in.
  let works: @Sendable (Screen) -> Bool

  init(
    _ keys: [Key], _ action: Action, _ caption: String, _ meaning: Phrase, footer: Phrase? = nil,
    works: @escaping @Sendable (Screen) -> Bool = { _ in true }
  ) {
    self.keys = keys
    self.action = action
    self.caption = caption
    self.meaning = meaning
    self.footer = footer
    self.works = works
  }

  /// The first of its keys, as it is written.
  var shortCaption: String {
    caption.split(separator: " ").first.map(String.init) ?? caption
  }
}

/// Every key and what it does. The same key means the same everywhere.
enum KeyTable {
  static let bindings: [KeyBinding] =
    Screen.tabs.enumerated().map { index, screen in
      let number = Character(String(index + 1))
      let name = screen.tabName ?? .help
      return KeyBinding([.character(number)], .show(index), String(number), name)
    } + moving + numbers + finding + program

  private static let moving: [KeyBinding] = [
    KeyBinding([.tab], .nextView, "Tab", Phrase("next view", "次の画面")),
    KeyBinding([.backTab], .previousView, "S-Tab", Phrase("previous view", "前の画面")),
    KeyBinding([.up, .character("k")], .up, "↑ k", Phrase("one row up", "上へ")),
    KeyBinding([.down, .character("j")], .down, "↓ j", Phrase("one row down", "下へ")),
    KeyBinding([.pageUp], .pageUp, "PgUp", Phrase("a page up", "1ページ上へ")),
    KeyBinding([.pageDown], .pageDown, "PgDn", Phrase("a page down", "1ページ下へ")),
    KeyBinding([.home, .character("g")], .first, "Home g", Phrase("first row", "先頭へ")),
    KeyBinding([.end, .character("G")], .last, "End G", Phrase("last row", "末尾へ")),
    KeyBinding(
      [.enter], .open, "Enter", Phrase("open the selected number", "選択した数値を開く"),
      footer: Phrase("open", "開く")),
    KeyBinding(
      [.escape, .backspace], .back, "Esc", Phrase("back, exactly where one was", "元の場所へ戻る"),
      footer: Phrase("back", "戻る")),
    KeyBinding(
      [.left, .character("h")], .collapse, "← h", Phrase("hide what is below", "下位を隠す"),
      footer: Phrase("fold", "畳む"), works: { $0 == .tree }),
    KeyBinding(
      [.right, .character("l")], .expand, "→ l", Phrase("show what is below", "下位を表示"),
      works: { $0 == .tree }),
  ]

  private static let numbers: [KeyBinding] = [
    KeyBinding(
      [.character("b")], .breakdown, "b", Phrase("break down by a dimension", "軸で内訳を見る"),
      footer: Phrase("break down", "内訳")),
    KeyBinding(
      [.character("f")], .filter, "f", Phrase("filter by a dimension’s value", "軸の値で絞り込む"),
      footer: Phrase("filter", "絞込")),
    KeyBinding([.character("F")], .clearFilter, "F", Phrase("clear the filter", "絞込を解除")),
    KeyBinding(
      [.character("c")], .comparison, "c",
      Phrase("compare with the period before, the year before, the target", "比較: 前期・前年・目標"),
      footer: Phrase("compare", "比較")),
    KeyBinding([.character("d")], .grain(.day), "d", Phrase("by day", "日次")),
    KeyBinding(
      [.character("w")], .grain(.week), "w", Phrase("by week", "週次"),
      footer: Phrase("week", "週")),
    KeyBinding(
      [.character("m")], .grain(.month), "m", Phrase("by month", "月次"),
      footer: Phrase("month", "月")),
    KeyBinding(
      [.character("Q")], .grain(.quarter), "Q", Phrase("by quarter", "四半期"),
      footer: Phrase("quarter", "四半期")),
    KeyBinding([.character("y")], .grain(.year), "y", Phrase("by fiscal year", "年度")),
    KeyBinding([.character("s")], .grain(.sprint), "s", Phrase("by sprint", "スプリント")),
    KeyBinding(
      [.character("[")], .earlier, "[", Phrase("earlier period", "前の期間"),
      footer: Phrase("earlier", "前へ")),
    KeyBinding(
      [.character("]")], .later, "]", Phrase("later period", "次の期間"),
      footer: Phrase("later", "次へ")),
    KeyBinding([.character(".")], .newest, ".", Phrase("newest period", "最新の期間")),
    KeyBinding(
      [.character("v")], .scale, "v", Phrase("scale of the funnel’s widths", "ファネル幅の目盛"),
      footer: Phrase("scale", "目盛"), works: { $0 == .funnel }),
  ]

  private static let finding: [KeyBinding] = [
    KeyBinding(
      [.character("/")], .search, "/", Phrase("find a metric", "指標を検索"),
      footer: Phrase("find", "検索")),
    KeyBinding(
      [.character(":"), .control("p")], .palette, ":", Phrase("every action by name", "操作を名前で探す"),
      footer: Phrase("actions", "操作")),
    KeyBinding(
      [.character(" ")], .freeze, "Space",
      Phrase("freeze the numbers, and go on", "数値の更新を止める・再開する")),
  ]

  private static let program: [KeyBinding] = [
    KeyBinding([.character("t")], .theme, "t", Phrase("theme", "配色テーマ")),
    KeyBinding([.character("L")], .language, "L", Phrase("language", "言語 (English)")),
    KeyBinding([.character("r")], .reload, "r", Phrase("read every file again", "全ファイルを読み直す")),
    KeyBinding(
      [.character("?"), .function(1)], .help, "?", Phrase("help for here", "ヘルプ"),
      footer: Phrase("help", "ヘルプ")),
    KeyBinding([.control("z")], .suspend, "C-z", Phrase("suspend", "一時停止")),
    KeyBinding(
      [.character("q"), .control("c")], .quit, "q", Phrase("quit", "終了"),
      footer: Phrase("quit", "終了")),
  ]

  /// What a key does in a view; nil where it does nothing.
  static func action(for key: Key, in screen: Screen) -> Action? {
    bindings.first { $0.keys.contains(key) && $0.works(screen) }?.action
  }
}
