import Metrics

/// Google Analytics 4, as its reports are downloaded and as its Explorations are exported.
///
/// Both forms were confirmed from files and from public readers of them, in English and Japanese.
/// Rates are fractions (`0.6`). Before 2024 key events were called conversions, and before 2023
/// active users were called users.
extension Preset {
  /// The report "Traffic acquisition" and others that count sessions.
  static let ga4 = Preset(
    name: "ga4", otherNames: ["ga4-traffic", "google-analytics"],
    title: "Google Analytics 4, traffic acquisition",
    marks: PresetMarks(
      needed: [
        sessions,
        sessionKinds,
      ],
      usual: [
        channel, engagedSessions, ["Engagement rate", "エンゲージメント率"], events, keyEvents,
        ["Total revenue", "合計収益"],
        ["Average engagement time per session", "セッションあたりの平均エンゲージメント時間"],
      ],
      preamble: .helps(reportLines + ["Traffic acquisition", "トラフィック獲得"])),
    date: ga4Dates, period: .preamble, dimensions: [.optional("channel", channel)],
    measures: ga4Measures)

  /// The report "Pages and screens".
  static let ga4Pages = Preset(
    name: "ga4-pages", title: "Google Analytics 4, pages and screens",
    marks: PresetMarks(
      needed: [page, ["Views", "表示回数"]],
      usual: [users, newUsers, events, keyEvents, viewsPerUser, timePerUser],
      preamble: .helps(reportLines + ["Pages and screens", "ページとスクリーン"])),
    date: ga4Dates, period: .preamble, dimensions: [.optional("page", page)],
    measures: ga4Measures)

  /// The home page's download "Reports snapshot": many tables, each below its own dates. A source
  /// names the table it means (`table: 2`).
  ///
  /// Its cards show only the seven largest values.
  static let ga4Snapshot = Preset(
    name: "ga4-snapshot", title: "Google Analytics 4, reports snapshot",
    marks: PresetMarks(
      needed: [
        ["Nth day", "N 日目", "Nth week", "N 週目", "Nth month", "N か月目"],
        [
          "Active users", "アクティブ ユーザー", "Users", "New users", "新規ユーザー数", "Total revenue", "合計収益",
          "30 days", "30 日", "Average engagement time per active user",
          "アクティブ ユーザーあたりの平均エンゲージメント時間",
        ],
      ],
      preamble: .helps(["Reports snapshot", "レポートのスナップショット", "overview", "概要"])),
    date: ga4Dates, period: .preamble,
    dimensions: [
      .optional("country", country), .optional("event", ["Event name", "イベント名"]),
    ], measures: ga4Measures,
    caps: [
      RowCap(column: country, rows: 7), RowCap(column: ["Event name", "イベント名"], rows: 7),
      RowCap(column: ["Page title and screen class", "ページ タイトルとスクリーン クラス"], rows: 7),
    ])

  /// A table of an Exploration: its own preamble with the period on one line (`#
  /// 20250701-20250731`), and first of all rows the total, whose mark stands behind the last
  /// column.
  static let ga4Exploration = Preset(
    name: "ga4-exploration", otherNames: ["ga4-explore"], title: "Google Analytics 4, Exploration",
    marks: PresetMarks(
      needed: [
        [
          "Sessions", "セッション", "Active users", "アクティブ ユーザー", "Total users", "総ユーザー数", "Views",
          "表示回数",
          "Event count", "イベント数", "Key events", "キーイベント", "New users", "新規ユーザー数",
        ]
      ],
      usual: [ga4Dates, channel, page, events, ["Event name", "イベント名"]], preamble: .needsRange),
    date: ga4Dates, period: .preamble,
    dimensions: [.optional("channel", channel)], measures: ga4Measures,
    totals: [.first])

  private static let reportLines = ["Start date:", "開始日:"]

  /// Columns that tell apart or qualify sessions as only this tool calls them.
  private static let sessionKinds = ColumnName(
    engagedSessions.aliases + channel.aliases + [
      "Session source*", "Session medium*", "Session campaign*", "Session manual*", "セッションの参照元*",
      "セッションのメディア*", "セッションのキャンペーン*", "Landing page", "Landing page + query string", "ランディング ページ",
      "ランディング ページ + クエリ文字列", "Device category", "デバイス カテゴリ",
    ])

  private static let sessions: ColumnName = ["Sessions", "セッション", "セッション数"]
  private static let engagedSessions: ColumnName = ["Engaged sessions", "エンゲージのあったセッション数"]
  private static let events: ColumnName = ["Event count", "イベント数"]
  private static let users: ColumnName = ["Active users", "アクティブ ユーザー", "Users", "ユーザー"]
  private static let newUsers: ColumnName = ["New users", "新規ユーザー数"]
  private static let keyEvents: ColumnName = ["Key events", "キーイベント", "Conversions", "コンバージョン"]
  private static let country: ColumnName = ["Country", "国"]
  private static let viewsPerUser: ColumnName = [
    "Views per active user", "アクティブ ユーザーあたりのビュー", "Views per user", "ユーザーあたりのビュー",
  ]
  private static let timePerUser: ColumnName = [
    "Average engagement time per active user", "アクティブ ユーザーあたりの平均エンゲージメント時間",
    "Average engagement time", "平均エンゲージメント時間",
  ]

  private static let ga4Dates: ColumnName = [
    "Date", "日付", "Nth day", "N 日目", "Nth week", "N 週目", "Nth month", "N か月目",
  ]

  private static let channel: ColumnName = [
    "Session default channel group", "Session primary channel group (Default Channel Group)",
    "Session primary channel group", "Session default channel grouping",
    "セッションのメインのチャネル グループ（デフォルト チャネル グループ）", "セッションのデフォルト チャネル グループ",
    "Default channel group", "デフォルト チャネル グループ",
    "First user primary channel group (Default Channel Group)",
    "ユーザーの最初のメインのチャネル グループ（デフォルト チャネル グループ）",
  ]

  private static let page: ColumnName = [
    "Page path and screen class", "ページパスとスクリーン クラス", "Page title and screen class",
    "ページ タイトルとスクリーン クラス", "Page title and screen name", "ページ タイトルとスクリーン名",
    "Page path + query string", "ページパス + クエリ文字列", "Page path", "ページパス",
  ]

  private static let ga4Measures: [MeasureColumn] = [
    .amount("sessions", sessions),
    .amount("engaged_sessions", engagedSessions),
    .average(
      "engagement_rate", ["Engagement rate", "エンゲージメント率"], by: "sessions", scale: .fraction),
    .average(
      "engagement_time", ["Average engagement time per session", "セッションあたりの平均エンゲージメント時間"],
      by: "sessions"),
    .amount("events", events),
    .amount("key_events", keyEvents),
    .average(
      "key_event_rate",
      ["Session key event rate", "セッション キーイベント率", "Session conversion rate", "セッションのコンバージョン率"],
      by: "sessions", scale: .fraction),
    .amount("revenue", ["Total revenue", "合計収益"]),
    .amount("views", ["Views", "表示回数"]),
    .people("users", users),
    .people("total_users", ["Total users", "総ユーザー数", "合計ユーザー数"]),
    .people("returning_users", ["Returning users", "リピーター数"]),
    .amount("new_users", newUsers),
    .people("users_of_30_days", ["30 days", "30 日"]),
    .people("users_of_7_days", ["7 days", "7 日"]),
    .people("users_of_1_day", ["1 day", "1 日"]),
    .average("views_per_user", viewsPerUser, by: "users"),
    .average("time_per_user", timePerUser, by: "users"),
  ]
}
