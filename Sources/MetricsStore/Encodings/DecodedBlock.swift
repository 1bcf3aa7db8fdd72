/// What decoding a block of bytes gave.
struct DecodedBlock {
  /// How many bytes were used; the rest is the start of a character.
  var used = 0
  /// How many bytes of UTF-8 were written.
  var written = 0
  /// How many bytes or pairs became U+FFFD.
  var flaws = 0
  /// Where in the output the first of them is; nil without any.
  var firstFlaw: Int?

  /// UTF-8 takes at most so many times the bytes of any encoding that is decoded here.
  static let growth = 3
}
