import Glibc

/// What the kernel says about changes in folders.
struct Hints {
  /// Files whose writer closed them, or that were renamed into place: nobody is writing them.
  var completed: Set<String> = []
  /// Whether anything else happened.
  var isTouched = false

  /// Whether nothing happened.
  var isEmpty: Bool { completed.isEmpty && !isTouched }

  /// Adds what happened later.
  mutating func add(_ other: Hints) {
    completed.formUnion(other.completed)
    isTouched = isTouched || other.isTouched
  }
}

/// Listens to folders by inotify. Folders are watched, never files, since careful programs save by
/// renaming a new file over the old one.
final class FolderEvents {
  /// What becomes readable when something happened.
  let descriptor: Int32
  /// Whether every folder is watched, on a file system that is known to send events.
  private(set) var isTrusted = true

  private let root: String
  private var folders: [Int32: String] = [:]
  private var watches: [String: Int32] = [:]
  /// What was asked for last, where all of it could be had and is still watched.
  private var watchedAll: Set<String>?

  /// Listens under the workspace's root; nil where the system cannot.
  init?(root: String) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    self.root = root
  }

  deinit { close(descriptor) }

  /// Watches exactly these folders; true where some were not watched before.
  func watch(_ wanted: Set<String>) -> Bool {
    if wanted == watchedAll { return false }
    var isNew = false
    isTrusted = true
    let mounts = MountTable()
    for (folder, watch) in watches where !wanted.contains(folder) {
      inotify_rm_watch(descriptor, watch)
      forget(watch)
    }
    for folder in wanted {
      let path = folder.isEmpty ? root : root + "/" + folder
      isTrusted = isTrusted && mounts.sendsEvents(path)
      guard watches[folder] == nil else { continue }
      let watch = inotify_add_watch(descriptor, path, FolderEvents.mask)
      guard watch >= 0 else {
        isTrusted = false
        continue
      }
      if let other = folders[watch] { watches[other] = nil }
      folders[watch] = folder
      watches[folder] = watch
      isNew = true
    }
    watchedAll = isTrusted ? wanted : nil
    return isNew
  }

  private static let mask =
    UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_MODIFY | IN_ATTRIB
        | IN_DELETE_SELF | IN_MOVE_SELF) | UInt32(IN_ONLYDIR)

  private func forget(_ watch: Int32) {
    watchedAll = nil
    if let folder = folders.removeValue(forKey: watch), watches[folder] == watch {
      watches[folder] = nil
    }
  }

  /// Everything that happened since the last time; never waits.
  func takeHints() -> Hints {
    var hints = Hints()
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { block in
      while true {
        let count = read(descriptor, block.baseAddress, block.count)
        guard count > 0 else { break }
        take(UnsafeRawBufferPointer(rebasing: block[..<count]), &hints)
      }
    }
    return hints
  }

  private func take(_ bytes: UnsafeRawBufferPointer, _ hints: inout Hints) {
    let header = 16
    var offset = 0
    while offset + header <= bytes.count {
      let watch = bytes.load(fromByteOffset: offset, as: Int32.self)
      let mask = bytes.load(fromByteOffset: offset + 4, as: UInt32.self)
      let length = Int(bytes.load(fromByteOffset: offset + 12, as: UInt32.self))
      let end = min(bytes.count, offset + header + length)
      let name = bytes[offset + header..<end].prefix { $0 != 0 }
      take(watch, mask, String(decoding: name, as: UTF8.self), &hints)
      offset += header + length
    }
  }

  private func take(_ watch: Int32, _ mask: UInt32, _ name: String, _ hints: inout Hints) {
    if mask & UInt32(IN_IGNORED) != 0 { return forget(watch) }
    if mask & UInt32(IN_MOVE_SELF) != 0 {
      inotify_rm_watch(descriptor, watch)
      forget(watch)
    }
    guard let folder = folders[watch], !name.isEmpty, mask & UInt32(IN_ISDIR) == 0 else {
      // A folder's own change, or an overflow: everything is looked at.
      hints.isTouched = true
      return
    }
    if mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0 {
      hints.completed.insert(folder.isEmpty ? name : folder + "/" + name)
    } else if !FolderListing.isIgnored(name) {
      hints.isTouched = true
    }
  }
}
