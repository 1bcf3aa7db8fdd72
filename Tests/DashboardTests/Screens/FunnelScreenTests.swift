import Drawing
import Metrics
import Testing

@testable import Dashboard

@Suite struct FunnelScreenTests {
  @Test func theFunnelAt80By24() {
    let expected = """
       kpitop  Shop   W46 2026 · 9–15 Nov · vs last week (2–8 Nov)             ● live
        1 Funnel   2 Tree   3 Monitor
       Shop funnel · same period · log scale                             Price ¥3,000
                                                            Count      WoW     Worth
       Awareness
       Visits            █████████████████████████████████    700   ▸±0.0%
                         █████████████████████████████████
                         █████████████████████████████████
                          ███████████████████████████████
                            ▐█████████ 5.00% █████████▌
       Lead acquisition        █████████████████████
       Sign-ups                ╎███████████████████╎           35  ▾−50.0%  −¥21,000
                               ╎███████████████████╎
                               ╎███████████████████╎
                                 █████████████████
                                  ▐███ 20.0% ███▌
       Relationship                ▐███████████▌
       Sales                        ███████████                 7   ▸±0.0%  +¥10,500
                                    ███████████
                                    ███████████

       ⚠ Visits → Sign-ups is the bottleneck: 5.00% instead of 10.0% (target), worth
         ¥21,000.
       Enter open  b break down  f filter  c compare  w week  m month  ? help  q quit
      """
    #expect(Shop.dashboard().picture(80, 24).joined(separator: "\n") == expected)
  }

  @Test func theFunnelInJapanese() {
    let expected = """
       kpitop  お店   2026年 第46週 · 11/9–11/15 · 比較: 前週 (11/2–11/8)    ● ライブ
        1 ファネル   2 KPIツリー   3 モニター
       お店のファネル · 同期間 · 対数目盛                                単価 3,000円
                                             件数   前週比  累計率   基準     影響額
       認知
       訪問        ████████████████████████   700   ▸±0.0%
                   ████████████████████████
                   ████████████████████████
                    ██████████████████████
                     ▐█████ 5.00% ██████▌
       リード獲得      ▐██████████████▌
       登録            ╎██████████████╎        35  ▾−50.0%   5.00%  10.0%  −21,000円
                       ╎██████████████╎
                       ╎██████████████╎
                         ████████████
                          █ 20.0% ██
       関係性             ▐████████▌
       購入                ████████             7   ▸±0.0%   1.00%  10.0%  +10,500円
                           ████████
                           ████████

       ⚠ ボトルネックは「訪問 → 登録」: 転換率5.00%、基準10.0%(目標)、影響額 21,000円
         。
       Enter 開く  b 内訳  f 絞込  c 比較  w 週  m 月  Q 四半期  ? ヘルプ  q 終了
      """
    #expect(Shop.dashboard(language: .japanese).picture(80, 24).joined(separator: "\n") == expected)
  }

  @Test func theFunnelBySegment() {
    let expected = """
       kpitop  Shop   W46 2026 · 9–15 Nov · vs last week (2–8 Nov)             ● live
        1 Funnel   2 Tree   3 Monitor
       Shop funnel by channel
       count, and rate from the stage before; coloured where it differs from the who…

       channel     Visits      Sign-ups     Sales
       everything     700  35     5.00%  7  20.0%
       mail           420  35     8.33%  7  20.0%
       search         280   0     0.00%  0      –














       Enter open  b break down  f filter  c compare  w week  m month  ? help  q quit
      """
    #expect(Shop.dashboard("b⏎").picture(80, 24).joined(separator: "\n") == expected)
  }

  @Test func theFunnelOnAVerySmallScreen() {
    let expected = """
       kpitop W46 2026 · 9–15 Nov          ● live
        1 Funnel   2 Tree   3 Monitor
       Shop funnel · same period · log scale  Pr…
      Stage     Count   Rate  Reference
      Visits      700      –
      Sign-ups     35  5.00%      10.0%
      Sales         7  20.0%      10.0%



       ⚠ Visits → Sign-ups is the bottleneck:
       Enter open  b break down  ? help  q quit
      """
    #expect(Shop.dashboard().picture(44, 12).joined(separator: "\n") == expected)
  }

  /// One letter for each role, a capital where it is bold; see `Role.letter`.
  @Test func theStylesOfTheFunnel() {
    let expected = """
      HHHHHHHHhhhhhhhhHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHhhhhhhhhhhhhhHHHHHHh
       CCCCCCCCCC ffffffff fffffffffff
       NNNNNNNNNNNffffffffffffffffffffffffff                             ffffffffffff
                                                            fffff      fff     fffff
       fffffffff
       SSSSSS            rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr    SSS   tttttt
                         rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                         rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                          aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                            aaaaaaaaaaAAAAAAAaaaaaaaaaa
       ffffffffffffffff        aaaaaaaaaaaaaaaaaaaaa
       SSSSSSSS                prrrrrrrrrrrrrrrrrrrp           SS  bbbbbbb  AAAAAAAA
                               prrrrrrrrrrrrrrrrrrrp
                               prrrrrrrrrrrrrrrrrrrp
                                 uuuuuuuuuuuuuuuuu
                                  uuuuUUUUUUUuuuu
       ffffffffffff                uuuuuuuuuuuuu
       SSSSS                        rrrrrrrrrrr                 S   tttttt  ffffffff
                                    rrrrrrrrrrr
                                    rrrrrrrrrrr

       A AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
         AAAAAAAA
      qKKKKKqqqqqqqKqqqqqqqqqqqqqKqqqqqqqqqKqqqqqqqqqqKqqqqqqqKqqqqqqqqKqqqqqqqKqqqqqq
      """
    let canvas = Shop.dashboard().view(Size(columns: 80, rows: 24))
    #expect(canvas.styleLines.joined(separator: "\n") == expected)
  }
}

@Suite struct FunnelWithoutDataTests {
  @Test func stagesWithoutDataDrawNothingAndPraiseNothing() {
    var dashboard = Shop.dashboard()
    let lens = Snapshot(definitions: Shop.definitions, generation: 2)
    _ = dashboard.update(.snapshot(lens), at: 1)
    let picture = dashboard.picture(80, 24).joined(separator: "\n")
    #expect(!picture.contains("█") && !picture.contains("▐"))
    #expect(picture.contains("No rate of this period can be held against a reference."))
  }
}
