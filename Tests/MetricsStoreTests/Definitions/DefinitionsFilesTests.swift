import Glibc
import Metrics
import Testing

@testable import MetricsStore

@Suite struct DefinitionsFilesTests {
  private let sources = "sources: {web: {files: a.csv, date: d, measures: {visits: v}}}\n"

  @Test func aMissingMainFileIsAnError() {
    let loaded = load([:])
    #expect(lines(loaded) == ["kpi.yaml missing-file"])
    #expect(loaded.files == ["kpi.yaml"])
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "~\n".filter { $0 != "~" }])
  func aFileThatSaysNothingIsAnError(_ text: String) {
    #expect(lines(load(text)) == ["kpi.yaml empty-file"])
  }

  @Test func bytesThatAreNotUTF8AreNamedByLineAndColumn() {
    let bytes = Array("workspace:\n  name: 青".utf8) + [0xFF, 0x20]
    #expect(lines(load(bytes: ["kpi.yaml": bytes])) == ["kpi.yaml:2:10 not-utf8"])
  }

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]])
  func textInUTF16IsAnError(_ mark: [UInt8]) {
    let bytes = mark + Array("workspace: {name: a}".utf8)
    #expect(lines(load(bytes: ["kpi.yaml": bytes])) == ["kpi.yaml:1:1 utf-16"])
  }

  @Test func aByteOrderMarkOfUTF8MeansNothing() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("workspace: {nam: a}".utf8)
    #expect(lines(load(bytes: ["kpi.yaml": bytes])) == ["kpi.yaml:1:13 unknown-key"])
  }

  @Test func controlCharactersAreNamedByLineAndColumn() {
    #expect(lines(load("workspace:\n  name: a\u{1B}[31m")) == ["kpi.yaml:2:10 yaml-syntax"])
  }

  @Test func aFileThatIsTooLargeIsNotRead() {
    let text = String(repeating: "# \n", count: 400_000)
    #expect(lines(load(text)) == ["kpi.yaml file-too-large"])
  }

  @Test func includesAddSourcesMetricsFunnelsTreesAndTargets() throws {
    let loaded = load([
      "kpi.yaml": "include: [sources.yaml, metrics/*.yaml]\nworkspace: {name: a}",
      "sources.yaml": sources,
      "metrics/a.yaml": "metrics: {a: {from: web.visits}, b: {formula: c / a}}",
      "metrics/b.yaml": """
      metrics: {c: {from: web.visits}}
      funnels: {f: {stages: [a, c]}}
      tree: {a: {}}
      targets: {c: {month: {2026-04: 1_000}}}
      """,
    ])
    #expect(lines(loaded) == [])
    let definitions = try #require(loaded.definitions)
    #expect(definitions.metrics.map(\.name) == ["a", "b", "c"])
    #expect(definitions.funnels.map(\.name) == ["f"])
    #expect(definitions.tree.map(\.metric) == ["a"])
    #expect(definitions.targets.map(\.value) == [1000])
    #expect(
      loaded.files == ["kpi.yaml", "sources.yaml", "metrics/a.yaml", "metrics/b.yaml"])
  }

  @Test func aNameDefinedInTwoFilesIsAnErrorWithBothPlaces() {
    let loaded = load([
      "kpi.yaml": "include: more.yaml\n" + sources + "metrics:\n  a: {from: web.visits}",
      "more.yaml": "metrics:\n  a: {from: web.visits}",
    ])
    #expect(lines(loaded) == ["more.yaml:2:3 defined-twice"])
    #expect(
      loaded.issues.first?.message
        == "the metric “a” is defined twice, first at kpi.yaml:4:3")
  }

  @Test func theWorkspaceStandsInTheMainFileOnly() {
    let loaded = load([
      "kpi.yaml": "include: more.yaml\n" + sources,
      "more.yaml": "workspace: {name: a}\ninclude: kpi.yaml\nmetric: {}",
    ])
    #expect(
      lines(loaded) == [
        "more.yaml:1:1 only-in-main-file", "more.yaml:2:1 only-in-main-file",
        "more.yaml:3:1 unknown-key",
      ])
  }

  @Test func aMissingIncludeIsWatchedNonetheless() {
    let loaded = load("include: [more.yaml]\n" + sources)
    #expect(lines(loaded) == ["kpi.yaml:1:11 missing-file"])
    #expect(loaded.files == ["kpi.yaml", "more.yaml"])
  }

  @Test func aPatternThatMatchesNothingIsAWarning() {
    let loaded = load("include: [metrics/*.yaml]\n" + sources)
    #expect(lines(loaded) == ["kpi.yaml:1:11 nothing-included"])
    #expect(loaded.issues.first?.severity == .warning)
    #expect(loaded.definitions != nil)
  }

  @Test func aWorkspaceOnDiskIsReadAndCannotBeLeft() throws {
    var template = Array("/tmp/kpitop-definitions-XXXXXX".utf8CString)
    let root = try #require(mkdtemp(&template).map { String(cString: $0) })
    func write(_ text: String, to path: String) throws {
      let file = try #require(fopen(root + "/" + path, "w"))
      fputs(text, file)
      fclose(file)
    }
    mkdir(root + "/metrics", 0o700)
    mkdir(root + "/folder.yaml", 0o700)
    mkfifo(root + "/pipe.yaml", 0o600)
    symlink("/etc/hostname", root + "/link.yaml")
    try write("metrics: {a: {from: web.visits}}", to: "metrics/[a].yaml")
    try write("metrics: {b: {from: web.visits}}", to: "metrics/b.yaml")
    try write("metrics: {c: {from: web.visits}}", to: "metrics/.hidden.yaml")
    try write(sources + "include: metrics/*.yaml\n", to: "kpi.yaml")
    let loaded = LoadedDefinitions(workspace: root)
    #expect(lines(loaded) == [])
    #expect(loaded.definitions?.metrics.map(\.name) == ["a", "b"])
    #expect(loaded.files == ["kpi.yaml", "metrics/[a].yaml", "metrics/b.yaml"])

    try write(sources + "include: [folder.yaml, pipe.yaml, link.yaml]\n", to: "kpi.yaml")
    #expect(
      lines(LoadedDefinitions(workspace: root)) == [
        "kpi.yaml:2:11 not-a-file", "kpi.yaml:2:24 not-a-file", "kpi.yaml:2:35 outside-workspace",
      ])
    #expect(lines(LoadedDefinitions(workspace: root + "/none")) == ["kpi.yaml missing-file"])
    #expect(
      lines(LoadedDefinitions(workspace: root, file: "metrics")) == ["metrics not-a-file"])
    try write("workspace: {timezone: Asia/Tokio}", to: "kpi.yaml")
    #expect(
      lines(LoadedDefinitions(workspace: root)) == ["kpi.yaml:1:23 unknown-timezone"])
    for path in [
      "metrics/[a].yaml", "metrics/b.yaml", "metrics/.hidden.yaml", "kpi.yaml",
      "pipe.yaml", "link.yaml",
    ] { unlink(root + "/" + path) }
    for path in ["/metrics", "/folder.yaml", ""] { rmdir(root + path) }
  }
}
