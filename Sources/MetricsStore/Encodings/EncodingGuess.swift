import Metrics

/// How the characters of a file are probably written, and why that is thought.
struct EncodingGuess: Hashable, Sendable {
  /// What speaks for the encoding.
  enum Evidence: Hashable, Sendable {
    /// The definition says so.
    case given
    /// A byte order mark stands in front.
    case mark
    /// No byte is above 127, so that all encodings but UTF-16 agree.
    case ascii
    /// Zero bytes stand on one side of the pairs only, as in UTF-16; so many of a hundred pairs.
    case zeroBytes(percent: Int)
    /// All characters beyond ASCII, so many, are valid UTF-8.
    case utf8(characters: Int)
    /// Most are.
    case damagedUTF8(characters: Int, broken: Int)
    /// Japanese writing, as Shift JIS has it.
    case japanese(kana: Int, kanji: Int)
    /// Accented letters and typographic marks where Western texts have them.
    case western(characters: Int)
    /// Nothing fits; bytes beyond ASCII probably come out wrong.
    case nothing
  }

  /// The encoding.
  var encoding: TextEncoding
  /// How many bytes in front are a mark and no text.
  var markLength = 0
  /// What speaks for the encoding.
  var evidence: Evidence
  /// Whether nothing else is nearly as likely.
  var isSure = true

  /// What a definition says; only the encoding's own mark is skipped.
  init(given encoding: TextEncoding, sample: UnsafeRawBufferPointer) {
    self.init(encoding, .given)
    if let mark = ByteOrderMark(sample), mark.encoding == encoding { markLength = mark.length }
  }

  /// Looks at the first bytes of a file; `isWhole` where they are all of it, so that nothing can be
  /// cut at their end.
  ///
  /// That bytes decode proves nothing: UTF-8 makes plausible Chinese in UTF-16. So marks are looked
  /// at first, then zero bytes, then whether it is UTF-8, and only then what the rest would say.
  ///
  /// - Complexity: linear in the sample.
  init(sample: UnsafeRawBufferPointer, isWhole: Bool) {
    if let mark = ByteOrderMark(sample) {
      self.init(mark.encoding, .mark)
      markLength = mark.length
      guard mark.encoding == .utf8 else { return }
      // Some programs put this mark before anything.
      let rest = UnsafeRawBufferPointer(rebasing: sample[mark.length...])
      let content = EncodingGuess(bytewise: rest, isWhole: isWhole)
      if content.encoding != .utf8, content.evidence != .nothing {
        encoding = content.encoding
        evidence = content.evidence
        isSure = false
      }
    } else if let pairs = ZeroBytes(sample).pairs {
      self.init(pairs.encoding, .zeroBytes(percent: pairs.percent))
    } else {
      self.init(bytewise: sample, isWhole: isWhole)
    }
  }

  /// Looks at bytes that are not UTF-16 and have no mark.
  init(bytewise sample: UnsafeRawBufferPointer, isWhole: Bool) {
    var check = UTF8Check()
    _ = check.add(sample)
    if isWhole { _ = check.finish() }
    if check.characters == 0, check.broken == 0 {
      self.init(.utf8, .ascii)
    } else if check.broken == 0, check.characters > 0 {
      self.init(.utf8, .utf8(characters: check.characters))
    } else if check.characters > 1, check.characters >= 2 * check.broken {
      self.init(.utf8, .damagedUTF8(characters: check.characters, broken: check.broken))
    } else {
      self.init(
        JapaneseEvidence(sample, isWhole: isWhole), WesternEvidence(sample, isWhole: isWhole))
    }
  }

  private init(_ japanese: JapaneseEvidence, _ western: WesternEvidence) {
    if japanese.weight > max(0, western.weight) {
      self.init(.cp932, .japanese(kana: japanese.kana, kanji: japanese.kanji))
      isSure = japanese.isTypical && japanese.weight >= 2 * western.weight
    } else if western.weight > 0 {
      self.init(.windows1252, .western(characters: western.characters))
      isSure = western.isTypical && western.weight >= 2 * japanese.weight
    } else {
      self.init(.windows1252, .nothing)
      isSure = false
    }
  }

  private init(_ encoding: TextEncoding, _ evidence: Evidence) {
    self.encoding = encoding
    self.evidence = evidence
  }
}

extension EncodingGuess.Evidence {
  /// What speaks for it, in words.
  var words: String {
    switch self {
    case .given: "given"
    case .mark: "byte order mark"
    case .ascii: "nothing beyond ASCII"
    case .zeroBytes(let percent): "zero bytes on one side of \(percent) % of the byte pairs"
    case .utf8(let characters): "\(characters) valid characters beyond ASCII"
    case .damagedUTF8(let characters, let broken):
      "\(characters) valid characters beyond ASCII, \(broken) broken"
    case .japanese(let kana, let kanji): "\(kana) kana and \(kanji) kanji"
    case .western(let characters): "\(characters) accented letters and marks"
    case .nothing: "nothing fits"
    }
  }
}
