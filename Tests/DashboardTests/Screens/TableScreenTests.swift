import Drawing
import Metrics
import Testing

@testable import Dashboard

@Suite struct TableScreenTests {
  @Test func theTreeAt80By24() {
    let expected = """
       kpitop  Shop   W46 2026 · 9–15 Nov · vs last week (2–8 Nov)             ● live
        1 Funnel   2 Tree   3 Monitor
       Metric                 Value      WoW   Target  Attained  Trend
       ▾ Revenue       KGI  ¥21,000   ▸±0.0%  ¥21,000     100%✓    ▅▅▅▅▅▅▅▅▅▅
       ├─ ▾ Sales      KSF        7   ▸±0.0%                       ▅▅▅▅▅▅▅▅▅▅
       │  ├─ Sign-ups  KPI       35  ▾−50.0%                       █████████▁
       │  └╌ Visits    KPI      700   ▸±0.0%                       ▅▅▅▅▅▅▅▅▅▅
       └─ Price        KSF   ¥3,000   ▸±0.0%                       ▅▅▅▅▅▅▅▅▅▅














       Owner    Hana
       Enter open  ← fold  b break down  f filter  c compare  w week  ? help  q quit
      """
    #expect(Shop.dashboard("2").picture(80, 24).joined(separator: "\n") == expected)
  }

  @Test func theTreeInJapanese() {
    let expected = """
       kpitop  お店   2026年 第46週 · 11/9–11/15 · 比較: 前週 (11/2–11/8)    ● ライブ
        1 ファネル   2 KPIツリー   3 モニター
       指標                 実績   前週比      目標  達成率            推移
       ▾ 売上      KGI  21,000円   ▸±0.0%  21,000円   100%✓  ████████    ▅▅▅▅▅▅▅▅▅▅
       ├─ ▾ 購入   KSF         7   ▸±0.0%                                ▅▅▅▅▅▅▅▅▅▅
       │  ├─ 登録  KPI        35  ▾−50.0%                                █████████▁
       │  └╌ 訪問  KPI       700   ▸±0.0%                                ▅▅▅▅▅▅▅▅▅▅
       └─ 単価     KSF   3,000円   ▸±0.0%                                ▅▅▅▅▅▅▅▅▅▅














       担当      Hana
       Enter 開く  ← 畳む  b 内訳  f 絞込  c 比較  w 週  m 月  ? ヘルプ  q 終了
      """
    #expect(
      Shop.dashboard("2", language: .japanese).picture(80, 24).joined(separator: "\n") == expected)
  }

  @Test func theMonitorAt80By24() {
    let expected = """
       kpitop  Shop   W46 2026 · 9–15 Nov · vs last week (2–8 Nov)             ● live
        1 Funnel   2 Tree   3 Monitor
       Metric            W44      W45      W46       WoW  YoY  Attained  Trend
       Awareness
       Visits            700      700      700    ▸±0.0%    –              ▅▅▅▅▅▅▅▅▅▅
       Lead acquisition
       Sign-ups           70       70       35   ▾−50.0%    –              █████████▁
       Sign-up rate    10.0%    10.0%    5.00%  ▾−5.00pt    –      50%✗    █████████▁
       Price          ¥3,000   ¥3,000   ¥3,000    ▸±0.0%    –              ▅▅▅▅▅▅▅▅▅▅
       Relationship
       Sales               7        7        7    ▸±0.0%    –              ▅▅▅▅▅▅▅▅▅▅
       Revenue       ¥21,000  ¥21,000  ¥21,000    ▸±0.0%    –     100%✓    ▅▅▅▅▅▅▅▅▅▅










       Owner    nobody
       Enter open  b break down  f filter  c compare  w week  m month  ? help  q quit
      """
    #expect(Shop.dashboard("3").picture(80, 24).joined(separator: "\n") == expected)
  }
}
