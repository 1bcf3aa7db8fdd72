import Drawing
import Metrics
import Testing

@testable import Dashboard

@Suite struct DetailScreenTests {
  @Test func theDetailOfAMetric() {
    let expected = """
       kpitop  Shop   W46 2026 · 9–15 Nov · vs last week (2–8 Nov)             ● live
        1 Funnel   2 Tree   3 Monitor                               Funnel › Sign-ups
       Sign-ups
       35   WoW ▾−50.0%   YoY –
       Last week          MTD                QTD                YTD
       35 –               115 –              425 –              665 –

       ── this year
       100┤
          │                 ⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
          │                                                                 ⠉⠢⢄
        50┤                                                                    ⠉⠢⢄ 35
          │
         0┤
          W34   W35   W36   W37  W38   W39   W40   W41   W42   W43  W44   W45   W46
       channel              Value   Share      WoW  YoY  Attained
       mail     ██████████     35  100.0%  ▾−50.0%    –

       1 more with nothing now, before, or a year earlier


       Owner    Mio
       Sources  web (0 files, → 2026-11-15)
       Enter open  Esc back  b break down  f filter  c compare  ? help  q quit
      """
    #expect(Shop.dashboard("⏎").picture(80, 24).joined(separator: "\n") == expected)
  }

  @Test func aPickerLiesOverTheView() {
    let expected = """
       kpitop  Shop   W46 2026 · 9–15 Nov · vs last week (2–8 Nov)             ● live
        1 Funnel   2 Tree   3 Monitor
       Shop funnel · same period · log scale                             Price ¥3,000
                                                            Count      WoW     Worth
       Awareness
       Visits            █████████████████████████████████    700   ▸±0.0%
                         █████████████████████████████████
                         ███┌─ channel ────────────────────────┐
                          ██│ type to search                   │
                            │ [ ] mail                         │
       Lead acquisition     │ [ ] search                       │
       Sign-ups             │                                  │5  ▾−50.0%  −¥21,000
                            └──────────── Space marks several ─┘
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
    #expect(Shop.dashboard("f").picture(80, 24).joined(separator: "\n") == expected)
  }
}
