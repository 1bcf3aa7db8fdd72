import Testing

@testable import MetricsStore

@Test func theNearestAndLatestMountHoldsAPath() {
  let table = MountTable(
    """
    /dev/a / ext4 rw 0 0
    server:/x /home nfs4 rw 0 0
    /dev/b /home/my\\040data btrfs rw 0 0
    tmpfs /run tmpfs rw 0 0
    share /run 9p rw 0 0
    """)
  #expect(table.kind(of: "/etc/x") == "ext4")
  #expect(table.kind(of: "/home/ann") == "nfs4")
  #expect(table.kind(of: "/homework") == "ext4")
  #expect(table.kind(of: "/home/my data/a.csv") == "btrfs")
  #expect(table.kind(of: "/run/x") == "9p")
  #expect(MountTable("").kind(of: "/") == nil)
}
