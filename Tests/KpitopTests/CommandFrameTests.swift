import ArgumentParser
import Glibc
import Testing

@testable import kpitop

/// A folder of its own for one test, with an empty kpi.yaml in `shop`.
private final class ShopFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/kpitop-frame-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
    }
    try #require(!path.isEmpty)
    mkdir("\(path)/shop", 0o700)
    mkdir("\(path)/shop/data", 0o700)
    for file in ["kpi.yaml", "other.yml", "data/a.csv"] {
      close(open("\(path)/shop/\(file)", O_CREAT | O_WRONLY, 0o600))
    }
  }

  deinit {
    for file in ["kpi.yaml", "other.yml", "data/a.csv"] { unlink("\(path)/shop/\(file)") }
    for folder in ["shop/data", "shop"] { rmdir("\(path)/\(folder)") }
    rmdir(path)
  }
}

@Test func aWorkspaceIsAFolderWithDefinitionsOrThatFile() throws {
  let folder = try ShopFolder()
  let shop = "\(folder.path)/shop"
  #expect(try WorkspaceLocation(path: shop).folder == shop)
  #expect(try WorkspaceLocation(path: shop + "/").file == "kpi.yaml")
  let other = try WorkspaceLocation(path: shop + "/other.yml")
  #expect(other.folder == shop && other.file == "other.yml")
}

@Test func withoutAWorkspaceTheNearestFolderAboveIsTaken() throws {
  let folder = try ShopFolder()
  let shop = "\(folder.path)/shop"
  #expect(try WorkspaceLocation(path: nil, from: shop + "/data").folder == shop)
  #expect(try WorkspaceLocation(path: nil, from: shop).folder == shop)
}

@Test func aPlaceWithoutDefinitionsIsAFileThatCannotBeRead() throws {
  let folder = try ShopFolder()
  for path in ["/nosuch", "/shop/data", "/shop/data/a.csv"] {
    let failure = #expect(throws: CommandFailure.self) {
      _ = try WorkspaceLocation(path: folder.path + path)
    }
    #expect(failure?.status == 3)
  }
  let failure = #expect(throws: CommandFailure.self) {
    _ = try WorkspaceLocation(path: nil, from: folder.path)
  }
  #expect(failure?.status == 3)
}

@Test func aMistypedCommandGetsTheNearestOne() {
  #expect(
    UnknownCommand.failure(in: ["qurey", "leads"])
      == .usage("there is no command or folder “qurey”", help: "did you mean “query”?"))
  #expect(
    UnknownCommand.failure(in: ["frobnicate"])
      == .usage(
        "there is no command or folder “frobnicate”",
        help: "choose one of \(Kpitop.commandNames.joined(separator: ", "))"))
}

@Test func pathsOptionsAndCommandsAreNoMistypedCommands() {
  for arguments in [[], ["--help"], ["query"], ["/tmp"], ["."], ["no/such"]] {
    #expect(UnknownCommand.failure(in: arguments) == nil)
  }
}

@Test func everyCommandShowsAnExample() {
  #expect(Kpitop.helpMessage().contains("Example:\n  kpitop "))
  for command in Kpitop.configuration.subcommands {
    #expect(command.configuration.discussion.contains("Example:\n  kpitop "))
  }
}

@Test func aWorkspaceNamedTwiceIsWrongUsage() throws {
  let options = try WorkspaceOptions.parse(["-w", "a"])
  let failure = #expect(throws: CommandFailure.self) { _ = try options.read("b") }
  #expect(failure?.status == 2)
}

@Test func aFolderThatIsNoMetricIsTheWorkspaceOfAQuery() throws {
  let folder = try ShopFolder()
  let subject = QuerySubject(["\(folder.path)/shop"], try WorkspaceOptions.parse([]))
  #expect(throws: CommandFailure.usage("no metric is named", help: "name one or several, or all")) {
    _ = try subject.read()
  }
}
