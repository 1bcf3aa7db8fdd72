import Glibc
import Synchronization
import Testing

@testable import Metrics
@testable import MetricsStore

@Suite struct WarmStartTests {
  let shop = CachedWorkspace()

  @Test func theSecondStartReadsNoFileAndHasTheSameNumbers() {
    let cold = shop.read(isCached: false)
    #expect(cold.snapshot.figures.count == 11 * 3 * 8 + 1 + 5)
    #expect(cold.snapshot.total("sessions") == 60)
    #expect(cold.snapshot.total("addresses") == 2)
    #expect(shop.read().workspace.unreadFiles == [])
    let warm = shop.read()
    #expect(warm.workspace.unreadFiles == ["web/a.csv", "web/b.csv", "people.csv", "finance.csv"])
    #expect(warm.snapshot.figures == cold.snapshot.figures)
    #expect(warm.snapshot.issues.map(\.place) == cold.snapshot.issues.map(\.place))
  }

  @Test func aSourceWithErrorsIsReadEachTime() {
    shop.save("Day,Channel,Sessions,Cost\n2026-10-05,Paid,10,1\n", "web/c.csv")
    let cold = shop.read()
    let warm = shop.read()
    #expect(warm.workspace.unreadFiles.filter { $0.hasPrefix("web") } == [])
    #expect(warm.snapshot.figures == cold.snapshot.figures)
    #expect(warm.snapshot.issues.contains { $0.code == "missing-column" })
  }

  @Test func onlyTheSourceOfAChangedFileIsReadAgain() {
    _ = shop.read()
    shop.save("Date,Channel,Sessions,Cost\n2026-11-05,Paid,31,-4.5\n", "web/b.csv")
    let warm = shop.read()
    #expect(warm.workspace.unreadFiles == ["people.csv", "finance.csv"])
    #expect(warm.snapshot.total("sessions") == 61)
    #expect(warm.snapshot.figures == shop.read(isCached: false).snapshot.figures)
    #expect(shop.read().workspace.unreadFiles.count == 4)
  }

  @Test func aFileThatIsAddedOrTakenAwayCounts() {
    _ = shop.read()
    shop.save("Date,Channel,Sessions,Cost\n2026-11-07,Paid,100,1\n", "web/c.csv")
    #expect(shop.read().snapshot.total("sessions") == 160)
    shop.folder.delete("web/a.csv")
    let warm = shop.read()
    #expect(warm.snapshot.total("sessions") == 130)
    #expect(warm.snapshot.figures == shop.read(isCached: false).snapshot.figures)
  }

  @Test func otherDefinitionsHaveEverythingReadAgain() {
    _ = shop.read()
    let text = OpenFile.bytes(of: shop.folder.path + "/kpi.yaml") ?? []
    shop.folder.write(String(decoding: text, as: UTF8.self) + "\n# a remark\n", to: "kpi.yaml")
    #expect(shop.read().workspace.unreadFiles == [])
    #expect(shop.read().workspace.unreadFiles.count == 4)
  }

  @Test func aFileThatWasJustWrittenIsReadAgain() {
    shop.folder.write("Date,Channel,Sessions,Cost\n2026-11-05,Paid,30,1\n", to: "web/b.csv")
    _ = shop.read()
    #expect(shop.read().workspace.unreadFiles == ["people.csv", "finance.csv"])
  }

  @Test func anotherDayHasTheNumbersOfThatDay() {
    _ = shop.read(today: "2026-11-05")
    for today in ["2026-11-15", "2026-11-25"] {
      let warm = shop.read(today: today)
      #expect(warm.workspace.unreadFiles.count == 4)
      #expect(warm.snapshot.figures == shop.read(today: today, isCached: false).snapshot.figures)
    }
    let early = shop.read(today: "2026-11-05").snapshot.sources["people"]?.lastDay
    #expect(early == day("2026-11-01"))
    let late = shop.read(today: "2026-11-25").snapshot.sources["people"]?.lastDay
    #expect(late == day("2026-11-20"))
  }

  @Test func readingAllAgainIgnoresWhatWasKept() {
    _ = shop.read()
    var (workspace, _) = shop.read()
    workspace.reload(LiveStore.delays)
    #expect(workspace.unreadFiles == [])
    #expect(workspace.snapshot().figures == shop.read(isCached: false).snapshot.figures)
  }

  @Test func whatWasKeptStandsUntilChangedFilesAreRead() async {
    _ = shop.read()
    shop.save("Date,Channel,Sessions,Cost\n2026-11-05,Paid,131,-4.5\n", "web/b.csv")
    let seen = await published(2)
    #expect(seen.map { $0.total("sessions") } == [60, 161])
    #expect(seen.first?.progress?.filesInAll == 2)
    #expect(seen.last?.progress == nil)
  }

  @Test func whatIsUpToDateIsThereAtOnce() async {
    _ = shop.read()
    let seen = await published(1)
    #expect(seen.first?.progress == nil)
    #expect(seen.first?.total("sessions") == 60)
  }

  /// The first snapshots of a store that does not watch.
  private func published(_ count: Int) async -> [Snapshot] {
    let seen = Mutex<[Snapshot]>([])
    await withCheckedContinuation { continuation in
      let loop = WatchLoop(
        root: shop.folder.path, options: shop.options(),
        load: Workspace.loading(shop.folder.path, "kpi.yaml"),
        publish: { snapshot in
          let isLast = seen.withLock { seen in
            seen.append(snapshot)
            return seen.count == count
          }
          if isLast { continuation.resume() }
        }, finish: {})
      loop.start()
      loopHolder.withLock { $0 = loop }
    }
    loopHolder.withLock { $0?.stop() }
    return seen.withLock { $0 }
  }

  private let loopHolder = Holder()

  /// Keeps the loop alive.
  private final class Holder: Sendable {
    private let loop = Mutex<WatchLoop?>(nil)
    func withLock(_ body: (inout sending WatchLoop?) -> Void) { loop.withLock { body(&$0) } }
  }
}
