/// The power of ten that a word or character behind digits stands for.
enum NumberUnit {
  /// Of a Japanese character that multiplies what stands before it within a group of four digits.
  static func small(_ character: UInt32) -> Int? {
    switch Unicode.Scalar(character) {
    case "十": 1
    case "百": 2
    case "千": 3
    default: nil
    }
  }

  /// Of a Japanese character that ends a group of four digits.
  static func large(_ character: UInt32) -> Int? {
    switch Unicode.Scalar(character) {
    case "万", "萬": 4
    case "億": 8
    case "兆": 12
    default: nil
    }
  }

  /// Of a word in lower case, packed into a number.
  static func word(_ packed: UInt64) -> Int? {
    switch packed {
    case 0x6B, 0x74_7364, 0x7468_6F75_7361_6E64: 3  // k, tsd, thousand
    case 0x6D, 0x6D6E, 0x6D_696F, 0x6D_696C_6C69_6F6E: 6  // m, mn, mio, million
    case 0x62, 0x626E, 0x6D_7264, 0x62_696C_6C69_6F6E: 9  // b, bn, mrd, billion
    default: nil
    }
  }

  /// Whether the character counts things, as in 142件, and changes no number.
  static func isCounter(_ character: UInt32) -> Bool {
    switch Unicode.Scalar(character) {
    case "件", "人", "名", "回", "社", "個", "本", "台", "店", "枚", "点", "倍": true
    default: false
    }
  }
}
