import CScan
import Testing

@Suite struct SeparatorsOfABlock {
  /// What looking for separators gave.
  private struct Found: Equatable {
    var separators: [UInt32] = []
    var ends: [UInt32] = []
    var state: [UInt64] = []

    init(
      _ bytes: [UInt8], isInside: Bool, cut: Int, delimiter: UInt8 = UInt8(ascii: ","),
      quote: Int32 = 0x22,
      by scan: (
        UnsafePointer<UInt8>, Int, Int, scan_dialect, UnsafeMutablePointer<UInt32>,
        UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<scan_state>
      ) -> Void
    ) {
      let padded = bytes + Array(repeating: UInt8(ascii: "\""), count: 64)
      var state = scan_state()
      state.inside = isInside ? .max : 0
      state.previous = UInt8(ascii: "\n")
      state.damage = .max
      state.opposite_damage = .max
      separators = Array(repeating: 0, count: bytes.count + 200)
      ends = separators
      let dialect = scan_dialect(delimiter: delimiter, quote: quote)
      let middle = min(cut, bytes.count)
      scan(padded, 0, middle, dialect, &separators, &ends, &state)
      if middle < bytes.count {
        scan(padded, middle, bytes.count, dialect, &separators, &ends, &state)
      }
      separators.removeSubrange(Int(state.separators)...)
      ends.removeSubrange(Int(state.ends)...)
      self.state = [
        state.inside, UInt64(state.previous), UInt64(state.inner_breaks), UInt64(state.damage),
        UInt64(state.opposite_damage),
      ]
    }
  }

  @Test func separatorsInsideQuotesAreNone() {
    let found = Found(Array("a,\"b,\"\"\n\",c\r\nd\re".utf8), isInside: false, cut: 64) {
      scan_separators($0, $1, $2, $3, $4, $5, $6)
    }
    #expect(found.separators == [1, 9, 11, 14])
    #expect(found.ends == [11, 14])
    #expect(found.state == [0, 0x65, 1, UInt64(Int.max), 3])
  }

  @Test func quotesThatStandWhereNoneCanAreTold() {
    func damage(_ text: String) -> [UInt64] {
      Found(Array(text.utf8), isInside: false, cut: 64) {
        scan_separators($0, $1, $2, $3, $4, $5, $6)
      }.state.suffix(2)
    }
    #expect(damage("a,b\"c\",d") == [3, 4])
    #expect(damage("a,\"b\"c,d") == [5, 3])
    #expect(damage("a,\"b\",d") == [UInt64(Int.max), 3])
  }

  @Test func everyProcessorFindsTheSame() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("\",\n\ra".utf8)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      for isInside in [false, true] {
        let fast = Found(bytes, isInside: isInside, cut: 128) {
          scan_separators($0, $1, $2, $3, $4, $5, $6)
        }
        let plain = Found(bytes, isInside: isInside, cut: .max) {
          scan_separators_portably($0, $1, $2, $3, $4, $5, $6)
        }
        #expect(fast == plain)
      }
    }
  }
}
