/// The header of a file as some tool writes it, with the lines above it.
struct KnownHeader: Sendable {
  /// The preset that it belongs to; empty where it is no tool's.
  let preset: String
  let names: [String]
  let preamble: [String]

  /// A header whose columns are written with ` | ` between them.
  init(_ preset: String, _ names: String, above preamble: String...) {
    self.preset = preset
    self.names = names.split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
    self.preamble = preamble
  }
}

/// Headers as the tools write them, by language and year.
let knownHeaders = [
  KnownHeader(
    "ga4",
    "セッションのメインのチャネル グループ（デフォルト チャネル グループ） | セッション | エンゲージのあったセッション数 | エンゲージメント率 | イベント数 | キーイベント | セッション キーイベント率 | 合計収益",
    above: "# トラフィック獲得: セッションのメインのチャネル グループ", "# 開始日: 20250701", "# 終了日: 20250731"),
  KnownHeader(
    "ga4",
    "Session primary channel group (Default Channel Group) | Sessions | Engaged sessions | Engagement rate | Event count | Key events | Session key event rate | Total revenue",
    above: "# Traffic acquisition", "# Start date: 20250701"),
  // Before 2024 there were conversions and no key events.
  KnownHeader(
    "ga4",
    "Session default channel grouping | Users | Sessions | Engaged sessions | Conversions | Total revenue"
  ),
  KnownHeader(
    "ga4", "Date | Session default channel group | Device category | Sessions | New users"),
  KnownHeader("ga4", "ランディング ページ | セッション | アクティブ ユーザー | キーイベント", above: "# 開始日: 20250701"),
  KnownHeader("ga4", "Date | Session source / medium | Sessions"),
  KnownHeader("ga4", "N 日目 | セッションのメインのチャネル グループ（デフォルト チャネル グループ） | セッション | エンゲージのあったセッション数"),
  KnownHeader(
    "ga4-pages", "ページパスとスクリーン クラス | 表示回数 | アクティブ ユーザー | アクティブ ユーザーあたりのビュー | イベント数 | キーイベント",
    above: "# ページとスクリーン: ページパスとスクリーン クラス", "# 開始日: 20250701"),
  KnownHeader("ga4-pages", "Page title and screen name | Views | Users | New users | Conversions"),
  KnownHeader(
    "ga4-snapshot", "Nth day | Active users", above: "# Reports snapshot", "# Start date: 20250701"),
  KnownHeader("ga4-snapshot", "N 日目 | 新規ユーザー数", above: "# レポートのスナップショット"),
  KnownHeader("ga4-snapshot", "N 日目 | 30 日 | 7 日 | 1 日"),
  KnownHeader(
    "ga4-exploration", "ページパス + クエリ文字列 | 表示回数", above: "# 調査", "# 自由形式-自由形式 1",
    "# 20250817-20250913"),
  KnownHeader(
    "ga4-exploration", "Date | Session default channel group | Sessions | Total users",
    above: "# Free form 1", "# 20250701-20250731"),
  KnownHeader(
    "ga4-bigquery",
    "event_date | event_timestamp | event_name | user_pseudo_id | traffic_source.source | platform"),
  KnownHeader("ga4-bigquery", "event_date | event_name | user_pseudo_id | ga_session_id"),
  KnownHeader(
    "google-ads",
    "キャンペーンの状態 | キャンペーン | 予算 | 通貨コード | クリック数 | 表示回数 | クリック率 | 平均クリック単価 | 費用 | コンバージョン | コンバージョン単価 | コンバージョン率",
    above: "キャンペーン レポート", "2025年7月1日 - 2025年7月31日"),
  KnownHeader(
    "google-ads", "Day | Campaign | Currency code | Impr. | Clicks | Cost | Conversions",
    above: "Campaign report", "July 8, 2025 - July 31, 2025"),
  KnownHeader("google-ads", "検索語句 | キャンペーン | 広告グループ | 表示回数 | クリック数 | 費用 | コンバージョン"),
  KnownHeader(
    "google-ads", "segments.date | campaign.name | metrics.impressions | metrics.cost_micros"),
  KnownHeader(
    "meta-ads",
    "レポート開始日 | レポート終了日 | キャンペーン名 | 広告セット名 | 結果 | 結果インジケーター | リーチ | インプレッション | 消化金額 (JPY) | リンクのクリック"
  ),
  KnownHeader(
    "meta-ads", "Campaign name | Day | Impressions | Link clicks | Amount spent (USD) | Results"),
  KnownHeader("meta-ads", "広告の名前 | 日 | 消化金額（JPY） | リンククリック | ｲﾝﾌﾟﾚｯｼｮﾝ"),
  KnownHeader("yahoo-ads", "日 | キャンペーン名 | インプレッション数 | クリック数 | クリック率 | コスト | コンバージョン数 | 総コンバージョン率"),
  KnownHeader("yahoo-ads", "アカウント名 | キャンペーン名 | 広告グループ名 | ｲﾝﾌﾟﾚｯｼｮﾝ数 | クリック数 | コスト"),
  KnownHeader("search-console", "上位のクエリ | クリック数 | 表示回数 | CTR | 掲載順位"),
  KnownHeader("search-console", "Date | Clicks | Impressions | CTR | Position"),
  KnownHeader("search-console", "日付 | クリック数 | 表示回数 | CTR | 掲載順位"),
  KnownHeader("search-console", "Top pages | Clicks | Impressions | CTR | Position"),
  KnownHeader(
    "hubspot-contacts",
    "Record ID | Create Date | Original Source | Lifecycle Stage | Became a Marketing Qualified Lead Date | Became a Customer Date"
  ),
  KnownHeader("hubspot-contacts", "レコードID | 名 | 姓 | Eメール | ライフサイクルステージ | 作成日"),
  KnownHeader(
    "hubspot-contacts", "Record ID | First Name | Original Traffic Source | Lifecycle Stage"),
  KnownHeader(
    "hubspot-deals",
    "Record ID | Deal Name | Pipeline | Deal Stage | Amount | Create Date | Close Date | Date entered \"Discovery (Sales Pipeline)\""
  ),
  KnownHeader("hubspot-deals", "レコードID | 取引名 | パイプライン | 取引ステージ | 金額 | 作成日 | クローズ日"),
  KnownHeader(
    "salesforce-opportunities",
    "商談 所有者 | 取引先名 | 商談名 | フェーズ | 確度(%) | 金額 通貨 | 金額 | 完了予定日 | 作成日 | リードソース"),
  KnownHeader(
    "salesforce-opportunities",
    "Opportunity ID | Opportunity Name | Account Name | Stage | Amount | Probability (%) | Created Date | Close Date | Lead Source"
  ),
  KnownHeader(
    "account-engagement",
    "Prospect ID | First Name | Last Name | Email | Company | Score | Grade | Campaign"
  ),
  KnownHeader("account-engagement", "メール | 姓 | 名 | スコア | グレード | キャンペーン | 作成日"),
  KnownHeader(
    "marketo-email",
    "Email Name | Sent | Delivered | % Delivered | Opened | % Opened | Clicked Email | Clicked to Open Ratio | Unsubscribed"
  ),
  KnownHeader(
    "klaviyo-campaigns",
    "Campaign Name | Tags | Subject | List | Send Time | Send Weekday | Total Recipients | Unique Placed Order | Revenue | Unique Opens | Open Rate | Unique Clicks | Click Rate | Unsubscribes | Successful Deliveries | Bounces | Campaign ID"
  ),
  KnownHeader(
    "klaviyo-campaigns",
    "Campaign Name | Send Time | Total Recipients | Successful Deliveries | Unique Opens | Unique Clicks | Unsubscribes"
  ),
  KnownHeader(
    "zoho-crm",
    "Record Id | Deal Owner.id | Deal Owner | Deal Name | Account Name.id | Stage | Amount | Closing Date | Created Time"
  ),
  KnownHeader("zoho-crm", "Potential Name | Stage | Closing Date | Amount | Lead Source"),
  KnownHeader(
    "adobe-analytics", " | Visits | Visits | Orders", above: "#=======", "# Report suite: Example",
    "\"# Date: Jul 1, 2025 - Jul 31, 2025\""),
  KnownHeader(
    "dynamics-365",
    "(Do Not Modify) Opportunity | (Do Not Modify) Row Checksum | (Do Not Modify) Modified On | Topic | Est. Revenue | Status"
  ),
  KnownHeader(
    "lstep", "友だち追加日時 | STD_決済済み | 流入元", above: "internal_added,internal_paid,internal_tag"),
  KnownHeader("lstep", "ID | 表示名 | LINE登録名 | 本名 | 友だち追加日時 | 対応マーク"),
]

/// Headers of files that are no tool's, however near they come.
let foreignHeaders = [
  KnownHeader("", "date | metric | channel | value"),
  KnownHeader("", "月 | 売上 | 前年比 | 広告費 | CPA | 新規顧客 | 備考"),
  KnownHeader("", "Month | MRR | Customers | New customers | Churned customers"),
  KnownHeader("", "Name | Email | Stage | Amount"),
  KnownHeader("", "Date | Clicks | Impressions | Spend | Campaign name"),
  KnownHeader("", "Campaign | Impressions | Cost"),
  KnownHeader("", "Date | Sessions | Session duration | Orders"),
  KnownHeader("", "ID | 作成日 | 金額"),
  KnownHeader("", "Day | Visits | Orders", above: "# Start date: 20250701"),
  KnownHeader("", "Record ID | Name | Amount"),
  KnownHeader("", ""),
]
