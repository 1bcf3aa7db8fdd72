/// The money that an amount is in, as far as its cell says.
struct Currency: Hashable, Sendable {
  /// Its ISO 4217 code, or `$` for dollars of whatever country, as packed ASCII.
  private let packed: UInt32

  private init(packed: UInt32) { self.packed = packed }

  /// The currency of an ISO 4217 code in upper case; nil where it is none that is known.
  init?(code: some StringProtocol) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return nil
    }
    self.init(word: code.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) })
  }

  /// The currency of a word in lower case, packed into a number; nil where it means none.
  init?(word: UInt64) {
    if word <= 0xFF_FFFF, Currency.codes.contains(UInt32(word)) {
      packed = UInt32(word) & 0xDF_DFDF
      return
    }
    switch word {
    case 0x6B72: packed = 0x53_454B  // kr
    case 0x7273: packed = 0x49_4E52  // Rs
    case 0x726D: packed = 0x43_4E59  // RMB without its last letter
    case 0x72_6D62: packed = 0x43_4E59  // RMB
    case 0x7A6C: packed = 0x50_4C4E  // zl
    default: return nil
    }
  }

  /// The currency of a sign such as `€` or `円`; nil where the character is none.
  init?(sign: UInt32) {
    switch Unicode.Scalar(sign) {
    case "$": packed = 0x24
    case "€": packed = 0x45_5552
    case "£": packed = 0x47_4250
    case "¥", "円": packed = 0x4A_5059
    case "元": packed = 0x43_4E59
    case "₩", "원": packed = 0x4B_5257
    case "₹": packed = 0x49_4E52
    case "₽": packed = 0x52_5542
    case "₺": packed = 0x54_5259
    case "฿": packed = 0x54_4842
    case "₫": packed = 0x56_4E44
    case "₱": packed = 0x50_4850
    case "₪": packed = 0x49_4C53
    case "₴": packed = 0x55_4148
    default: return nil
    }
  }

  /// Dollars of the country whose one or two letters stand before `$`, such as `US$`.
  init?(dollarsOf country: UInt64) {
    switch country {
    case 0x7573, 0x75: packed = 0x55_5344  // US, U
    case 0x63, 0x6361: packed = 0x43_4144  // C, CA
    case 0x61, 0x6175: packed = 0x41_5544  // A, AU
    case 0x6E7A: packed = 0x4E_5A44  // NZ
    case 0x686B: packed = 0x48_4B44  // HK
    case 0x6E74: packed = 0x54_5744  // NT
    case 0x73: packed = 0x53_4744  // S
    case 0x72: packed = 0x42_524C  // R
    case 0x6D78: packed = 0x4D_584E  // MX
    default: return nil
    }
  }

  /// Whether the two can stand in one cell, as in `US$5 USD` and `$5 CAD`.
  func agrees(with other: Currency) -> Bool {
    self == other || packed == 0x24 && other.packed & 0xFF == 0x44
  }

  /// Its ISO 4217 code, or `$`.
  var code: String {
    var text = ""
    for shift in [UInt32(16), 8, 0] {
      let byte = UInt8(truncatingIfNeeded: packed >> shift)
      if byte != 0 { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    }
    return text
  }

  /// Codes in lower case, packed.
  private static let codes: Set<UInt32> = Set(
    """
    usd eur jpy gbp aud cad chf cny hkd nzd sek nok dkk krw inr sgd twd thb idr myr php vnd brl
    mxn clp cop ars pen zar try rub pln czk huf ron bgn uah ils aed sar egp ngn kes pkr bdt lkr
    """.split(whereSeparator: \.isWhitespace).map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
}
