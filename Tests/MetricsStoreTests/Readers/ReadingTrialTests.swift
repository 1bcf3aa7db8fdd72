import Testing

@testable import MetricsStore

private func trial(_ bytes: [UInt8]) -> ReadingTrial {
  bytes.withUnsafeBytes { ReadingTrial($0) }
}

@Suite struct TrialsOfReading {
  @Test func aTrialReachesTheCells() {
    let trial = trial(Array("Date,日\n2026-11-01,5\n2026-11-02,\"1,200\"\n".utf8))
    #expect(trial.records == 3)
    #expect(trial.dates == 2)
    #expect(trial.numbers == 2)
    #expect(trial.length == 41)
    #expect(trial.contradiction == nil)
  }

  @Test func stagesAgreeWithThemselvesOnDamagedBytes() {
    var random = SeededNumbers(seed: 41)
    let pieces: [[UInt8]] = [
      [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x82], [0xE6, 0x97], [0x3D, 0xD8], [0x0A], [0x22], [0x2C],
      [0, 0x41], [0x31, 0x32], japaneseExport, [0x1F, 0x8B, 8], [1, 2, 0, 0xFD, 0xFF, 0x61, 0x62],
    ]
    for _ in 0..<50 {
      let bytes = (0..<Int.random(in: 1..<12, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      #expect(trial(bytes).contradiction == nil)
    }
  }
}
