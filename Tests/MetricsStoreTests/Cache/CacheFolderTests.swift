import Glibc
import Synchronization
import Testing

@testable import Metrics
@testable import MetricsStore

@Suite struct CacheFolderTests {
  let shop = CachedWorkspace()

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func nobodyElseMayReadIt() throws {
    _ = shop.read()
    #expect(mode(shop.cache) == 0o700)
    let kept = try #require(shop.kept)
    #expect(mode(kept) == 0o600)
  }

  @Test func nothingOfPeopleIsInIt() throws {
    let issues = shop.read().snapshot.issues
    #expect(issues.contains { $0.message.string.contains(CachedWorkspace.email) })
    let kept = try #require(shop.kept)
    let bytes = try #require(OpenFile.bytes(of: kept))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("Paid"))
    for part in ["hanako", "yamada", "@e", "example"] { #expect(!text.contains(part)) }
  }

  @Test(arguments: ["file", "link", "nowhere/at/all", "/proc/kpitop"])
  func aFolderThatCannotBeHadChangesNothing(_ place: String) {
    shop.home.write("", to: "file")
    symlink(shop.folder.path, shop.home.path + "/link")
    let path = place.hasPrefix("/") ? place : shop.home.path + "/" + place
    var workspace = shop.unread()
    let options = MetricsStore.Options(today: { day("2026-11-15") }, cache: path)
    #expect(workspace.readOnce(options).total("sessions") == 60)
    #expect(FolderListing(shop.folder.path)?.all.contains { $0.hasSuffix(".rollups") } == false)
  }

  @Test func aDamagedFileIsIgnoredAndWrittenAnew() throws {
    _ = shop.read()
    let path = try #require(shop.kept)
    let bytes = try #require(OpenFile.bytes(of: path))
    truncate(path, bytes.count / 2)
    let after = shop.read()
    #expect(after.workspace.unreadFiles == [])
    #expect(after.snapshot.total("sessions") == 60)
    #expect(OpenFile.bytes(of: path)?.count == bytes.count)
  }

  @Test func whatIsKeptAlreadyIsNotWrittenAgain() throws {
    _ = shop.read()
    let kept = try #require(shop.kept)
    let before = FileSignature(path: kept)
    _ = shop.read()
    #expect(FileSignature(path: kept) == before)
  }

  @Test func oldFilesAndDraftsGo() throws {
    let folder = CacheFolder(path: shop.cache)
    #expect(folder.replace("a.rollups", by: [1]))
    for name in ["b.rollups", "c.tmp", "d.rollups", "notes.txt"] {
      shop.home.write("x", to: "cache/kpitop/" + name)
    }
    let longAgo = timeval(tv_sec: 1_000_000_000, tv_usec: 0)
    for name in ["b.rollups", "c.tmp", "notes.txt"] {
      utimes(shop.cache + "/" + name, [longAgo, longAgo])
    }
    #expect(folder.replace("a.rollups", by: [2]))
    #expect(FolderListing(shop.cache)?.all == ["a.rollups", "d.rollups", "notes.txt"])
    #expect(folder.read("a.rollups") { Array($0) } == [2])
  }

  @Test func whoeverWritesAtOnceTheFileIsWhole() throws {
    let folder = CacheFolder(path: shop.cache)
    let texts = (0..<4).map { [UInt8](repeating: UInt8($0), count: 40_000 + $0) }
    let done = Atomic(0)
    for text in texts {
      let isStarted = QuietThread.run {
        for _ in 0..<20 { folder.replace("a.rollups", by: text) }
        done.add(1, ordering: .sequentiallyConsistent)
      }
      #expect(isStarted)
    }
    while done.load(ordering: .sequentiallyConsistent) < texts.count {
      guard let read = folder.read("a.rollups", { Array($0) }) else { continue }
      #expect(texts.contains(read))
    }
    #expect(FolderListing(shop.cache)?.all == ["a.rollups"])
  }
}
