import Glibc
import Metrics
import MetricsStore
import Testing

/// The text of the README in the source tree.
private func readme() throws -> String {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")
  let file = try #require(fopen(root + "/README.md", "r"))
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<count], as: UTF8.self)
}

/// What stands between the first fence of a language and the next.
private func block(_ language: String, in text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return lines.drop { $0 != "```\(language)" }.dropFirst().prefix { $0 != "```" }
    .map { $0 + "\n" }.joined()
}

@Test func theWorkspaceOfTheReadmeCanBeRead() throws {
  let text = block("yaml", in: try readme())
  try #require(text.contains("metrics:"))
  var template = Array("/tmp/kpitop-readme-XXXXXX".utf8CString)
  let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
  defer {
    unlink(folder + "/kpi.yaml")
    rmdir(folder)
  }
  let file = try #require(fopen(folder + "/kpi.yaml", "w"))
  fputs(text, file)
  fclose(file)
  let loaded = LoadedDefinitions(workspace: folder)
  #expect(loaded.issues.filter { $0.severity == .error }.map { "\($0.place): \($0.message)" } == [])
  #expect(loaded.definitions?.metric("cvr") != nil)
}
