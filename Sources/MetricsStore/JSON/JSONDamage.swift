/// What is wrong with JSON text, and where.
struct JSONDamage: Error, Hashable {
  /// What is wrong.
  enum Kind: Hashable {
    case noValue, noKey, noColon, noCommaInObject, noCommaInArray
    case openText, brokenText, badWord, tooDeep, tooLong, cutShort, moreBehind, noRecord
  }

  let kind: Kind
  /// The byte from 0 where it was found.
  var offset: Int

  /// What is wrong, in words that can follow a place and a colon.
  var words: String {
    switch kind {
    case .noValue: "expected a value"
    case .noKey: "expected a name in double quotes"
    case .noColon: "expected :"
    case .noCommaInObject: "expected , or }"
    case .noCommaInArray: "expected , or ]"
    case .openText: "a text does not end"
    case .brokenText: "a line break in a text"
    case .badWord: "neither a number nor true, false or null"
    case .tooDeep: "nested more than \(JSONScanner.deepest) deep"
    case .tooLong: "a record of more than \(JSONWindow.longestUnit >> 20) MB"
    case .cutShort: "it ends in the middle"
    case .noRecord: "expected an object"
    case .moreBehind: "something stands behind the end"
    }
  }
}

/// Why a scanner stopped.
enum JSONStop: Error {
  /// What it reads goes on behind the bytes it was given.
  case needsMore
  case damage(JSONDamage)
}

/// Why JSON text could not be read on.
enum JSONFailure: Error {
  case fault(FileFault)
  case damage(JSONDamage)
}
