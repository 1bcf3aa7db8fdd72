import Glibc
import Synchronization
import Testing

@testable import Metrics
@testable import MetricsStore

@Suite struct SavedFiles {
  @Test func aFileWrittenInPlaceIsReadAgain() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.write(table(1, 2, 10), to: "data/a.csv")
    #expect(await live.comesTo(13))
  }

  @Test func aFileRenamedOverAnotherIsReadAgain() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.replace("data/a.csv", by: table(5, 6))
    #expect(await live.comesTo(11))
  }

  @Test func theSameSizeAndDifferentTextIsReadAgain() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.write(table(7, 8), to: "data/a.csv", flags: 0)
    #expect(await live.comesTo(15))
  }

  @Test func aFileCutToNothingKeepsItsNumbersUntilItIsWritten() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.write("", to: "data/a.csv")
    let kept = await live.comesTo(.keptOlder)
    #expect(kept?.total("sessions") == 3)
    #expect(kept?.issues.map(\.code) == ["no-header", "kept-older"])
    live.folder.write(table(4, 5), to: "data/a.csv")
    let fresh = await live.comesTo(.current)
    #expect(fresh?.total("sessions") == 9)
    #expect(fresh?.issues == [])
  }

  @Test func rowsAppendedInTwoStepsAreBothRead() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.write("2026-11-13,Paid,10\n", to: "data/a.csv", flags: O_APPEND)
    live.folder.write("2026-11-14,Paid,100\n", to: "data/a.csv", flags: O_APPEND)
    #expect(await live.comesTo(113))
  }

  @Test func aFileHalfWrittenIsReadOnceItIsFinished() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.write("Date,Channel,Sessions\n2026-11-10,\"Pa", to: "data/a.csv")
    let kept = await live.comesTo(.keptOlder)
    #expect(kept?.total("sessions") == 3)
    #expect(kept?.issues.contains { $0.code == "open-quote" && $0.place.line == 2 } == true)
    live.folder.write("id\",30\n", to: "data/a.csv", flags: O_APPEND)
    #expect(await live.comesTo(30))
  }

  @Test func aWriterThatKeepsTheFileOpenIsReadOnceItRests() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    let descriptor = open(live.folder.path + "/data/a.csv", O_WRONLY | O_APPEND)
    defer { close(descriptor) }
    let row = Array("2026-11-13,Paid,10\n".utf8)
    #expect(write(descriptor, row, row.count) == row.count)
    #expect(await live.comesTo(13))
  }

  @Test func aFileThroughASymbolicLinkIsReadAgain() async {
    let live = await LiveStore(files: ["data/b.csv": table(1), "elsewhere/real.csv": table(2)])
    symlink("../elsewhere/real.csv", live.folder.path + "/data/a.csv")
    #expect(await live.comesTo(3))
    live.folder.write(table(20), to: "elsewhere/real.csv")
    #expect(await live.comesTo(21))
  }

  @Test func polledFilesAreReadAgain() async {
    let live = await LiveStore(watching: .polling, files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.replace("data/a.csv", by: table(5, 6))
    #expect(await live.comesTo(11))
  }

  @Test func unwatchedFilesAreReadAgainWhenAsked() async {
    let live = await LiveStore(watching: .none, files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.replace("data/a.csv", by: table(5, 6))
    await live.reload()
    #expect(await live.comesTo(11))
  }
}

@Suite struct ComingAndGoing {
  @Test func aDeletedFileFadesAndIsThenForgotten() async {
    let live = await LiveStore(files: ["data/a.csv": table(1), "data/b.csv": table(2)])
    #expect(await live.comesTo(3))
    live.folder.delete("data/a.csv")
    let gone = await live.comesTo(.gone)
    #expect(gone?.total("sessions") == 3)
    #expect(gone?.issues.map(\.code) == ["file-gone"])
    let after = await live.snapshot { $0.files.count == 1 }
    #expect(after?.total("sessions") == 2)
    #expect(after?.issues == [])
  }

  @Test func aFileDeletedAndMadeAnewIsReadAgain() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.delete("data/a.csv")
    #expect(await live.comesTo(.gone) != nil)
    live.folder.write(table(3, 4), to: "data/a.csv")
    #expect(await live.comesTo(7))
  }

  @Test func aFileMovedAwayAndBackStandsAgain() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.move("data/a.csv", to: "away.csv")
    #expect(await live.comesTo(.gone) != nil)
    live.folder.move("away.csv", to: "data/a.csv")
    #expect(await live.comesTo(.current)?.total("sessions") == 3)
  }

  @Test func aNewFileThatMatchesIsRead() async {
    let live = await LiveStore(files: ["data/a.csv": table(1)])
    #expect(await live.comesTo(1))
    live.folder.write(table(10), to: "data/b.csv")
    #expect(await live.comesTo(11))
  }

  @Test func aFileWhoseNameBeginsToMatchIsRead() async {
    let live = await LiveStore(files: ["data/a.csv": table(1), "data/b.txt": table(10)])
    #expect(await live.comesTo(1))
    live.folder.move("data/b.txt", to: "data/b.csv")
    #expect(await live.comesTo(11))
  }

  @Test func aFolderThatIsMadeLaterIsLookedInto() async {
    let live = await LiveStore(files: [:])
    let empty = await live.snapshot { _ in true }
    #expect(empty?.issues.map(\.code) == ["no-files"])
    live.folder.write(table(4), to: "data/a.csv")
    #expect(await live.comesTo(4))
  }

  @Test func aFolderRenamedIntoPlaceIsLookedInto() async {
    var source = web
    source.files = files("exports/*/*.csv")
    let live = await LiveStore(
      Definitions(sources: [source], metrics: [measured("sessions", "web", "sessions")]),
      files: ["exports/one/a.csv": table(1), "later/b.csv": table(10)])
    #expect(await live.comesTo(1))
    live.folder.move("later", to: "exports/two")
    #expect(await live.comesTo(11))
    live.folder.move("exports/one", to: "elsewhere")
    #expect(await live.comesTo(10))
    live.folder.write(table(30), to: "exports/two/b.csv")
    #expect(await live.comesTo(30))
  }
}

@Suite struct DamagedFiles {
  @Test(arguments: [
    "Day,Channel,Sessions\n2026-11-10,Paid,5\n",
    "Date,Channel,Sessions\n2026-11-10,Paid,\"5\n",
    "\u{1}\u{2}\u{3}",
  ])
  func damageKeepsTheOldNumbers(_ text: String) async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    live.folder.replace("data/a.csv", by: text)
    let kept = await live.comesTo(.keptOlder)
    #expect(kept?.total("sessions") == 3)
    #expect(kept?.issues.first?.severity == .error)
    live.folder.replace("data/a.csv", by: table(8))
    #expect(await live.comesTo(8))
  }

  @Test func aFileThatLostMostRowsIsBelievedAfterAWhile() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2, 3, 4, 5)])
    #expect(await live.comesTo(15))
    live.folder.replace("data/a.csv", by: table(1))
    let kept = await live.comesTo(.keptOlder)
    #expect(kept?.total("sessions") == 15)
    #expect(kept?.issues.map(\.code) == ["kept-older"])
    #expect(await live.comesTo(.current)?.total("sessions") == 1)
  }

  @Test func aFolderInAFilesPlaceIsNoFile() async {
    let live = await LiveStore(files: ["data/a.csv": table(1), "data/b.csv/c": "x"])
    #expect(await live.comesTo(1))
  }

  @Test func aPipeHoldsNothingUp() async {
    let live = await LiveStore(files: ["data/a.csv": table(1)])
    #expect(await live.comesTo(1))
    mkfifo(live.folder.path + "/data/b.csv", 0o600)
    live.folder.replace("data/a.csv", by: table(2))
    #expect(await live.comesTo(2))
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func aFileThatMayNotBeReadKeepsItsNumbers() async {
    let live = await LiveStore(files: ["data/a.csv": table(1, 2)])
    #expect(await live.comesTo(3))
    chmod(live.folder.path + "/data/a.csv", 0)
    let kept = await live.comesTo(.keptOlder)
    #expect(kept?.total("sessions") == 3)
    #expect(kept?.issues.map(\.code) == ["unreadable", "kept-older"])
    chmod(live.folder.path + "/data/a.csv", 0o644)
    #expect(await live.comesTo(.current) != nil)
  }
}

@Suite struct ChangedDefinitions {
  @Test func aNewMetricIsReadFromTheSameFiles() async {
    let live = await LiveStore(files: ["data/a.csv": "Date,Channel,Sessions,Cost\n2026-11-10,P,1,9"]
    )
    #expect(await live.comesTo(1))
    live.definitions.withLock {
      $0.definitions?.metrics.append(measured("cost", "web", "cost"))
    }
    live.folder.write("second", to: "kpi.yaml")
    #expect(await live.snapshot { $0.total("cost") == 9 } != nil)
  }

  @Test func aDefinitionFileThatIsAddedIsNoticed() async {
    let live = await LiveStore(files: ["data/a.csv": "Date,Channel,Sessions,Cost\n2026-11-10,P,1,9"]
    )
    #expect(await live.comesTo(1))
    live.definitions.withLock {
      $0.definitions?.metrics.append(measured("cost", "web", "cost"))
    }
    live.folder.write("more", to: "more.yaml")
    #expect(await live.snapshot { $0.total("cost") == 9 } != nil)
  }

  @Test func definitionsWithErrorsLeaveTheOldOnesInForce() async {
    let live = await LiveStore(files: ["data/a.csv": table(1)])
    #expect(await live.comesTo(1))
    let mistake = Issue(.error, code: "unknown-key", at: here, message: "no such key")
    live.definitions.withLock {
      $0.definitions = nil
      $0.issues = [mistake]
    }
    live.folder.replace("kpi.yaml", by: "broken")
    let kept = await live.snapshot { $0.issues.contains(mistake) }
    #expect(kept?.total("sessions") == 1)
    live.folder.write(table(1, 5), to: "data/a.csv")
    #expect(await live.comesTo(6))
  }

  @Test func theFirstSnapshotTellsHowMuchThereIsToRead() async {
    let folder = TemporaryFolder()
    folder.write(table(1), to: "data/a.csv")
    let defs = Definitions(sources: [web], metrics: [measured("sessions", "web", "sessions")])
    var workspace = Workspace(root: folder.path, today: nil) {
      Workspace.Loaded(definitions: defs)
    }
    workspace.readDefinitions()
    #expect(
      workspace.outline().progress == Snapshot.Progress(filesRead: 0, filesInAll: 1, rows: 0))
  }
}
