import Testing

@testable import MetricsStore

@Test func aChecksumDoesNotDependOnHowBytesAreCut() {
  let bytes = (0..<61).map { UInt8(truncatingIfNeeded: $0 * 37) }
  func digest(_ parts: [ArraySlice<UInt8>]) -> UInt64 {
    var digest = ByteDigest()
    for part in parts { part.withUnsafeBytes { digest.add($0) } }
    return digest.value
  }
  let whole = digest([bytes[...]])
  for cut in 0...bytes.count {
    #expect(digest([bytes[..<cut], bytes[cut...]]) == whole)
  }
  #expect(digest([bytes.dropLast()]) != whole)
  #expect(digest([bytes + [0]]) != whole)
}
