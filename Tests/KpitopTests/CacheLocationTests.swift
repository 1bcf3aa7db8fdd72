import Glibc
import Testing

@testable import kpitop

@Test(arguments: [
  (["XDG_CACHE_HOME": "/c", "HOME": "/home/ann"], "/c/kpitop"),
  (["HOME": "/home/ann"], "/home/ann/.cache/kpitop"),
  (["XDG_CACHE_HOME": "", "HOME": "/home/ann"], "/home/ann/.cache/kpitop"),
  (["XDG_CACHE_HOME": "here", "HOME": "/home/ann"], "/home/ann/.cache/kpitop"),
  (["HOME": "ann"], nil), ([:], nil),
])
func rollUpsAreKeptWhereTheEnvironmentHasCaches(
  _ variables: [String: String], _ folder: String?
) {
  #expect(CacheLocation { variables[$0] }.folder == folder)
}

/// The real program, started twice.
@Suite(.serialized) struct SecondStartTests {
  private let workspace: SmallWorkspace

  init() throws { workspace = try SmallWorkspace() }

  @Test func theSecondStartShowsWhatTheFirstKept() throws {
    let home = workspace.path + "/cache"
    mkdir(home, 0o700)
    defer { remove(home) }
    var texts: [String] = []
    for _ in 0..<2 {
      let terminal = try workspace.open(environment: ["XDG_CACHE_HOME": home])
      terminal.expect("live")
      texts.append(terminal.screen.text)
      terminal.send("q")
      terminal.expectEnd(.exited(0))
      #expect(names(in: home + "/kpitop").count == 1)
    }
    #expect(texts[0] == texts[1])
  }

  private func names(in folder: String) -> [String] {
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private func remove(_ home: String) {
    for name in names(in: home + "/kpitop") { unlink(home + "/kpitop/" + name) }
    rmdir(home + "/kpitop")
    rmdir(home)
  }
}
