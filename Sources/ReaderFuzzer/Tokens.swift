/// Pieces of files that stages of reading look for.
enum Tokens {
  /// Pieces that are put into inputs.
  static let all: [[UInt8]] =
    [
      ",", ";", "\t", "|", "\"", "\"\"", "'", "\\", "\n", "\r\n", "\r", "\0", "#", "# ----", "----",
      "%", "--", "-", "(1,200)", "1,234.56", "1.234,56", "66.67%", "> 90%", "$342.09K", "¥", "１２",
      "1億2,345万円", "△3.2%", "1e308", "99999999999999999999999999", "0x1F", "NaN", "n/a", "TBD",
      "2026-11-01", "2026/2/29", "20261301", "2024041623", "2025年7月1日", "令和6年4月", "R6.6",
      "1 Jan 2025", "15 Apr, 2021 00:03:00", "Nth day", "0000", "Date", "Day", "日付", "Total", "合計",
      "Grand total", "Clicks", "{", "}", "[", "]", "\":", "null", "true", "\\u00e9", "<html>",
      "<?xml",
      "sep=;\n", "\u{FEFF}", "\u{3000}", "\u{A0}", "\u{202E}", "😀",
    ].map { Array($0.utf8) } + [
      // Marks and signatures.
      [0xFF, 0xFE], [0xFE, 0xFF], [0x1F, 0x8B, 8, 0], [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0],
      // Stored and empty blocks of deflate, and an empty member of gzip.
      [1, 0, 0, 0xFF, 0xFF], [0, 3, 0, 0xFC, 0xFF], [3, 0],
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      // Halves of pairs, lead bytes without and with a second byte of 5C, bytes that end nothing.
      [0x3D, 0xD8], [0x00, 0xDC], [0x82], [0x83, 0x5C], [0x95, 0x5C], [0xFA, 0xFC], [0xE3, 0x81],
      [0xF4, 0x90], [0xED, 0xA0], [0x80], [0xA0], [0xFD], [0x2C, 0x00], [0x0A, 0x00],
    ]

  /// The same as libFuzzer reads them.
  static var dictionary: String {
    all.map { token in
      "\"" + token.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\"\n"
    }.joined()
  }

  /// Inputs to begin with: a file of each kind, small.
  static let seeds: [[UInt8]] =
    [
      "Date,Channel,Sessions\r\n2026-11-01,Paid,\"1,200\"\r\n2026-11-02,Organic,(7)\r\n",
      "# ----\n# GA4\n# Start date: 20261101\n\nNth day;Users\n0000;1.234,5\n0001;--\n",
      "日付\tキャンペーン\t費用\n2026/11/1\t\"検索\n広告\"\t￥１２，０００\n合計\t\t12000\n",
      "[{\"date\":\"2026-11-01\",\"n\":1},{\"date\":\"2026-11-02\",\"n\":null}]",
      "{\"event_date\":\"20261101\"}\n{\"event_date\":\"20261102\"}\n",
    ].map { Array($0.utf8) } + [
      // Gzip of `a,b` and a line end.
      [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0x4B, 0xD4, 0x49, 0xE2, 2, 0, 0xC5, 0x10, 0x97, 0x24, 4,
        0, 0, 0,
      ],
      // 日,a and b,1 in UTF-16 with and without a mark, and in CP932.
      [0xFF, 0xFE, 0xE5, 0x65, 0x2C, 0, 0x61, 0, 0x0A, 0, 0x62, 0, 0x2C, 0, 0x31, 0, 0x0A, 0],
      [0x65, 0xE5, 0, 0x2C, 0, 0x61, 0, 0x0A, 0, 0x62, 0, 0x2C, 0, 0x31, 0, 0x0A],
      [
        0x93, 0xFA, 0x95, 0x74, 0x2C, 0x61, 0x0D, 0x0A, 0x95, 0x5C, 0x8E, 0xA6, 0x2C, 0x31, 0x0D,
        0x0A,
      ],
      // Größe, “é”, €.
      [0x47, 0x72, 0xF6, 0xDF, 0x65, 0x2C, 0x93, 0xE9, 0x94, 0x2C, 0x80, 0x0A],
    ]
}
