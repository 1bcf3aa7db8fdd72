import Glibc

/// Which kind of file system lies where.
struct MountTable {
  private var kinds: [(folder: String, kind: String)] = []

  /// The system's own table; empty where it keeps none.
  init() {
    let bytes = OpenFile.bytes(of: "/proc/self/mounts") ?? []
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// A table as `/proc/self/mounts` writes it: device, folder, kind and more, a mount a line.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count >= 3 else { continue }
      kinds.append((MountTable.unescaped(parts[1]), String(parts[2])))
    }
  }

  /// Whether a path lies on a file system that tells of every change, whoever makes it; false for
  /// those of other machines, and for unknown ones.
  func sendsEvents(_ path: String) -> Bool {
    guard let real = realpath(path, nil) else { return false }
    defer { free(real) }
    return kind(of: String(cString: real)).map { MountTable.local.contains($0) } ?? false
  }

  /// The kind of the file system that holds a path; a later mount lies over an earlier one.
  func kind(of path: String) -> String? {
    var best: (length: Int, kind: String)?
    for (folder, kind) in kinds {
      let isAbove = folder == "/" || path == folder || path.hasPrefix(folder + "/")
      if isAbove, folder.utf8.count >= best?.length ?? 0 { best = (folder.utf8.count, kind) }
    }
    return best?.kind
  }

  private static let local: Set<String> = [
    "ext2", "ext3", "ext4", "xfs", "btrfs", "tmpfs", "f2fs", "overlay", "zfs", "bcachefs", "jfs",
    "ramfs", "reiserfs",
  ]

  /// A name with its spaces, which the table writes as `\040`.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
