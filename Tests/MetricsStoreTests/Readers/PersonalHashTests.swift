import Testing

@testable import MetricsStore

private func mark(_ text: [UInt8], _ hash: PersonalHash) -> PersonalHash.Mark {
  text.withUnsafeBufferPointer { hash.mark(of: CellBytes($0)) }
}

@Suite struct PersonalHashes {
  /// SipHash's own test: the key is 00 to 0f, the text 40, 41, … of a length; letters, so that no
  /// white space is cut off. Made with an implementation of its paper in Python.
  private static let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)

  @Test func theReferenceVectorOfNothingIsMet() {
    // From vectors_sip128 of the reference implementation: a3 81 7f 04 ba 25 a8 e6 …
    #expect(
      mark([], PersonalHash(key: Self.key))
        == PersonalHash.Mark(first: 0xe6a8_25ba_047f_81a3, second: 0x9302_55c7_1472_f66d))
  }

  @Test(arguments: [
    (1, 0x9beb_2a2f_213f_222d, 0x60b1_8b9c_38b9_55fc),
    (2, 0x43cd_9ed1_f5fd_4470, 0xfcd5_21a4_e0f5_8205),
    (7, 0x974c_154c_a42b_0381, 0xb1e9_29ca_a7a7_59e9),
    (8, 0x0e5e_fc1d_9a1c_8292, 0x22ad_84ec_4963_552a),
    (9, 0x13d2_eee5_b337_2eff, 0x70d2_9d71_6fdb_15b1),
    (15, 0x391f_ec82_8f0f_8549, 0x0e5b_060d_a350_4f32),
    (16, 0x9479_387f_261e_fc14, 0x01d9_af8e_83a8_0cfb),
    (17, 0xaf10_6ad2_035d_a4db, 0xe165_ca3c_7364_fa89),
    (31, 0xde17_2d2f_8fc9_bb80, 0xf86e_27cf_5667_19fe),
    (60, 0xb91a_997e_022b_8f10, 0xa53d_e979_032b_f4b8),
  ])
  func textsOfEveryLengthHaveTheirMark(_ row: (length: Int, first: UInt64, second: UInt64)) {
    let text = (0..<row.length).map { UInt8(0x40 + $0) }
    #expect(
      mark(text, PersonalHash(key: Self.key))
        == PersonalHash.Mark(first: row.first, second: row.second))
  }

  @Test func theBytesOfAMarkStandInTheReferencesOrder() {
    let bytes = mark([], PersonalHash(key: Self.key)).withBytes { Array($0.buffer) }
    #expect(bytes.count == 16)
    #expect(bytes.prefix(4) == [0xa3, 0x81, 0x7f, 0x04])
    #expect(bytes.suffix(2) == [0x02, 0x93])
  }

  @Test func everyRunHasAKeyOfItsOwn() {
    let address = Array("a@example.com".utf8)
    #expect(mark(address, PersonalHash()) != mark(address, PersonalHash()))
    #expect(mark(address, .ofThisRun) == mark(address, .ofThisRun))
  }

  @Test func whiteSpaceAtTheEndsMakesNobodyElse() {
    let hash = PersonalHash()
    #expect(mark(Array(" a@example.com ".utf8), hash) == mark(Array("a@example.com".utf8), hash))
  }
}
