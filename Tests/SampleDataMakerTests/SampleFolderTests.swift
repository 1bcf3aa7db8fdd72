import Glibc
import Testing

@testable import SampleDataMaker

/// Two months are enough to see whether chance repeats itself.
private let twoMonths = Day(2026, 9, 1)...Day(2026, 10, 31)

@Test func theSameSeedWritesTheSameBytes() {
  let first = SampleFolder(SampleCompany(days: twoMonths, seed: 5)).files
  let second = SampleFolder(SampleCompany(days: twoMonths, seed: 5)).files
  #expect(first.count == 7)
  #expect(first == second)
}

@Test func anotherSeedTellsAnotherCompany() {
  let first = SampleFolder(SampleCompany(days: twoMonths, seed: 5)).files
  let second = SampleFolder(SampleCompany(days: twoMonths, seed: 6)).files
  #expect(first.map(\.path) == second.map(\.path))
  #expect(zip(first, second).allSatisfy { $0.text != $1.text })
}

@Test func theCommittedFilesAreWhatTheProgramWrites() throws {
  let company = SampleCompany(days: Story.first...Story.last, seed: Story.seed)
  let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  for file in SampleFolder(company).files {
    let committed = try #require(bytes(of: "/\(tests)/sample-data/\(file.path)"))
    let same = committed.elementsEqual(file.text.utf8)
    #expect(same, "\(file.path) is out of date: swift run SampleDataMaker sample-data")
  }
}

@Test func aFolderThatCannotBeMadeIsAnErrorWithItsPath() {
  let folder = SampleFolder(SampleCompany(days: twoMonths, seed: 5))
  #expect {
    try folder.write(to: "/dev/null/sample")
  } throws: { error in
    (error as? WriteFailure)?.path == "/dev/null/sample/data/ga4/traffic-2026.csv"
  }
}

private func bytes(of path: String) -> [UInt8]? {
  guard let stream = fopen(path, "rb") else { return nil }
  defer { fclose(stream) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&block, 1, block.count, stream)
    if count == 0 { return bytes }
    bytes += block[..<count]
  }
}
