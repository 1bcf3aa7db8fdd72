import Glibc
import Metrics
import Testing

@testable import MetricsStore

@Suite struct FileSearches {
  @Test func globsReachIntoFolders() {
    let folder = TemporaryFolder()
    for name in ["a.csv", "x/b.csv", "x/y/c.csv", "x/y/z/d.csv", "x/e.txt", ".git/f.csv"] {
      folder.write("", to: name)
    }
    func found(_ globs: String...) -> [String] { FileSearch(globs, in: folder.path).files }
    #expect(found("*.csv") == ["a.csv"])
    #expect(found("x/*.csv", "a.csv", "a.csv") == ["a.csv", "x/b.csv"])
    #expect(found("**/*.csv") == ["a.csv", "x/b.csv", "x/y/c.csv", "x/y/z/d.csv"])
    #expect(found("x/**/[cd].csv") == ["x/y/c.csv", "x/y/z/d.csv"])
    #expect(found("x/**") == ["x/b.csv", "x/e.txt", "x/y/c.csv", "x/y/z/d.csv"])
    #expect(found("./x/b.csv") == ["x/b.csv"])
    #expect(found("../*", "/etc/passwd", "", "x/nothing/*.csv") == [])
  }

  @Test func locksBackupsAndUnfinishedFilesAreNoData() {
    let folder = TemporaryFolder()
    for name in [
      ".~lock.a.csv#", "~$a.csv", ".a.csv.swp", "a.csv.tmp", "a.csv.part", "a.csv.crdownload",
      "a.osl-tmp", ".nfs01", "._a.csv", "a.csv~", "a.csv",
    ] {
      folder.write("", to: name)
    }
    #expect(FileSearch(["*"], in: folder.path).files == ["a.csv"])
  }

  @Test func aCircleOfLinksEnds() {
    let folder = TemporaryFolder()
    folder.write("", to: "x/a.csv")
    for name in ["again", "onceMore", "andAgain"] { symlink(".", folder.path + "/x/" + name) }
    #expect(FileSearch(["**/*.csv"], in: folder.path).files == ["x/a.csv"])
    #expect(FileSearch(["x/again/*.csv"], in: folder.path).files == ["x/again/a.csv"])
  }

  @Test func aPatternWithoutFilesAndAFileOutsideAreTold() {
    let folder = TemporaryFolder()
    let outside = TemporaryFolder()
    outside.write("Date,Channel,Sessions\n2026-11-01,P,4\n", to: "real.csv")
    folder.makeFolder("data")
    symlink(outside.path + "/real.csv", folder.path + "/data/a.csv")
    var other = web
    other.name = "other"
    other.files = files("nowhere/*.csv")
    let loaded = Loaded(
      Definitions(sources: [web, other], metrics: [measured("sessions", "web", "sessions")]),
      in: folder)
    #expect(loaded.codes == ["outside-workspace", "no-files"])
    #expect(loaded.places == ["data/a.csv", "kpi.yaml:1"])
    #expect(loaded.value("sessions", "2026-11-01") == 4)
  }

  @Test func aBrokenLinkIsTold() {
    let folder = TemporaryFolder()
    folder.makeFolder("data")
    symlink("nowhere.csv", folder.path + "/data/a.csv")
    let loaded = Loaded(
      Definitions(sources: [web], metrics: [measured("sessions", "web", "sessions")]), in: folder)
    #expect(loaded.codes.contains("unreadable"))
  }

  @Test func oneFileMayServeTwoSources() {
    let folder = TemporaryFolder()
    folder.write("Date,Channel,Sessions,Cost\n2026-11-01,P,4,9\n", to: "data/a.csv")
    var other = web
    other.name = "other"
    let loaded = Loaded(
      Definitions(
        sources: [web, other],
        metrics: [measured("sessions", "web", "sessions"), measured("cost", "other", "cost")]),
      in: folder)
    #expect(loaded.value("sessions", "2026-11-01") == 4)
    #expect(loaded.value("cost", "2026-11-01") == 9)
    #expect(loaded.snapshot.files.map(\.source) == ["web", "other"])
  }

  @Test func targetsComeFromFilesToo() {
    let folder = TemporaryFolder()
    folder.write("Date,Channel,Sessions\n2026-11-01,P,4\n", to: "data/a.csv")
    folder.write(
      """
      metric,grain,from,value,channel
      sessions,month,2026-04,450,
      sessions,week,2026-04-01,12,Paid
      sesions,month,2026-04,1,
      sessions,month,2026-04,many,
      """, to: "targets.csv")
    let loaded = Loaded(
      Definitions(
        sources: [web], metrics: [measured("sessions", "web", "sessions")],
        targetFiles: [files("targets.csv")]), in: folder)
    #expect(loaded.snapshot.targets.map(\.value) == [450, 12])
    #expect(loaded.snapshot.targets.map(\.grain) == [.month, .week])
    #expect(loaded.snapshot.targets.map(\.segment) == [Segment(), Segment(["channel": ["Paid"]])])
    #expect(loaded.places == ["targets.csv:4:1", "targets.csv:5:24"])
    #expect(loaded.snapshot.files.map(\.rejected) == [0, 2])
  }
}
