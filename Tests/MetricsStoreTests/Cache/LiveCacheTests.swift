import Glibc
import Testing

@testable import Metrics
@testable import MetricsStore

/// A store that goes on after a warm start.
@Suite struct LiveCacheTests {
  let shop = CachedWorkspace()

  /// The first snapshot of a store that is as described; nil where none comes in ten seconds.
  private func snapshot(
    of store: MetricsStore, where isWanted: @escaping @Sendable (Snapshot) -> Bool
  ) async -> Snapshot? {
    await withTaskGroup(of: Snapshot?.self) { group in
      group.addTask {
        for await snapshot in store.snapshots
        where snapshot.progress == nil && isWanted(snapshot) { return snapshot }
        return nil
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(10))
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }

  private func store() async -> MetricsStore {
    let store = MetricsStore(
      workspace: shop.folder.path, options: shop.options(watching: .automatic))
    await store.start()
    return store
  }

  @Test func aFileThatChangesLaterBringsItsWholeSourceIn() async {
    _ = shop.read()
    let store = await store()
    #expect(await snapshot(of: store) { $0.total("sessions") == 60 } != nil)
    shop.save("Date,Channel,Sessions,Cost\n2026-11-05,Paid,130,1\n", "web/b.csv")
    #expect(await snapshot(of: store) { $0.total("sessions") == 160 } != nil)
    await store.stop()
  }

  @Test func aFileThatIsDamagedLaterKeepsItsNumbers() async {
    _ = shop.read()
    let store = await store()
    #expect(await snapshot(of: store) { $0.total("sessions") == 60 } != nil)
    shop.save("Date,Channel,Sessions,Cost\n2026-11-05,\"Paid", "web/b.csv")
    let kept = await snapshot(of: store) { $0.files.contains { $0.state == .keptOlder } }
    #expect(kept?.total("sessions") == 60)
    shop.save("Date,Channel,Sessions,Cost\n2026-11-05,Paid,40,1\n", "web/b.csv")
    #expect(await snapshot(of: store) { $0.total("sessions") == 70 } != nil)
    await store.stop()
  }

  @Test func aFileThatGoesLaterTakesItsNumbersWithIt() async {
    _ = shop.read()
    let store = await store()
    #expect(await snapshot(of: store) { $0.total("sessions") == 60 } != nil)
    shop.folder.delete("web/b.csv")
    let gone = await snapshot(of: store) { $0.files.contains { $0.state == .gone } }
    #expect(gone?.total("sessions") == 60)
    #expect(await snapshot(of: store) { $0.total("sessions") == 30 } != nil)
    await store.stop()
  }

  @Test func whatChangedBeforeTheEndIsKept() async {
    let store = await store()
    #expect(await snapshot(of: store) { $0.total("sessions") == 60 } != nil)
    shop.save("Date,Channel,Sessions,Cost\n2026-11-05,Paid,131,1\n", "web/b.csv")
    #expect(await snapshot(of: store) { $0.total("sessions") == 161 } != nil)
    await store.stop()
    for await _ in store.snapshots {}
    #expect(shop.read().workspace.unreadFiles.count == 4)
    #expect(shop.read().snapshot.total("sessions") == 161)
  }
}
