import Glibc
import Testing

@testable import Metrics
@testable import MetricsStore

@Suite struct CacheDamageTests {
  private let shop = CachedWorkspace()
  private let workspace: Workspace
  private let definitions: UInt64
  private let bytes: [UInt8]
  private let program = FileSignature(
    device: 1, number: 2, size: 3, modified: 4, changed: 5, names: 1)

  init() throws {
    workspace = shop.read(isCached: false).workspace
    definitions = try #require(workspace.loaded.mark)
    let kept = try #require(workspace.kept)
    bytes = CacheFile.bytes(kept, program: program)
  }

  private func groups(in bytes: [UInt8]) -> [KeptGroup?]? {
    bytes.withUnsafeBytes {
      CacheFile.groups(
        in: $0, for: workspace.groups.map(\.purpose), definitions: definitions, program: program)
    }
  }

  /// The bytes with the checksum that they should have.
  private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var digest = ByteDigest()
    let body = bytes.dropLast(8)
    body.withUnsafeBytes { digest.add($0) }
    var writer = ByteWriter()
    writer.write(word: digest.value)
    return body + writer.bytes
  }

  @Test func whatIsWholeIsTaken() {
    #expect(groups(in: bytes)?.compactMap { $0 }.count == 4)
    #expect(sealed(bytes) == bytes)
  }

  @Test func aChangedByteIsNoticed() {
    for index in bytes.indices {
      for change: UInt8 in [1, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= change
        #expect(groups(in: damaged) == nil)
      }
    }
  }

  @Test func aCutIsNoticed() {
    for count in bytes.indices {
      #expect(groups(in: Array(bytes[..<count])) == nil)
      #expect(groups(in: Array(bytes[count...].dropFirst())) == nil)
    }
    #expect(groups(in: bytes + [0]) == nil)
  }

  @Test func bytesThatAreWrongBehindARightChecksumDoNoHarm() {
    for index in bytes.indices.dropLast(8) {
      var forged = bytes
      forged[index] ^= [1, 2, 0x10, 0x7F, 0x80, 0xFF][index % 6]
      if let groups = groups(in: sealed(forged)) { show(groups) }
      _ = groups(in: sealed(Array(bytes[..<index]) + Array(repeating: 0xFF, count: 16)))
    }
  }

  /// Does with forged groups all that is done with right ones.
  private func show(_ groups: [KeptGroup?]) {
    var workspace = workspace
    for (index, group) in groups.enumerated() {
      if let group { workspace.groups[index].restore(group) }
    }
    let snapshot = workspace.snapshot()
    let evaluator = Evaluator(snapshot, asOf: day("2026-11-15"))
    let month = BusinessCalendar().period(.month, containing: day("2026-10-01"))
    for metric in snapshot.definitions.metrics { _ = evaluator.value(metric.name, in: month) }
  }

  @Test func whatBelongsToAnotherProgramOrOtherDefinitionsIsNotTaken() {
    let purposes = workspace.groups.map(\.purpose)
    bytes.withUnsafeBytes { bytes in
      #expect(
        CacheFile.groups(in: bytes, for: purposes, definitions: definitions, program: nil) == nil)
      #expect(
        CacheFile.groups(
          in: bytes, for: purposes, definitions: definitions &+ 1, program: program) == nil)
      #expect(
        CacheFile.groups(
          in: bytes, for: purposes.dropLast(), definitions: definitions, program: program) == nil)
    }
  }
}
