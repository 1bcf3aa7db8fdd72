import Glibc
import Metrics

/// What is kept of the files of a source, or of targets.
struct KeptGroup: Sendable {
  /// The files, in the order of their paths.
  let files: [KeptFile]
  /// What those of a source came to; nil for targets, which stand with their files.
  let merge: SourceMerge?
}

/// What is kept of a workspace from one start to the next: what its files came to.
struct KeptWorkspace: Sendable {
  /// The name of its file in the cache.
  let name: String
  /// Tells the definitions from any others.
  let definitions: UInt64
  /// What the files are read for, and what is kept of them; nil where they are to be read anew.
  let groups: [(purpose: FileGroup.Purpose, kept: KeptGroup?)]

  /// Tells the files from any others, and from other states of them.
  var mark: UInt64 {
    var writer = ByteWriter()
    writer.write(word: definitions)
    for group in groups {
      writer.write(group.kept) { $0.write(all: $1.files) { $0.write(mark: $1) } }
    }
    return writer.bytes.withUnsafeBytes { bytes in
      var digest = ByteDigest()
      digest.add(bytes)
      return digest.value
    }
  }
}

extension Workspace {
  /// What is to be kept of it; nil where that has no name, or the definitions cannot be told apart.
  var kept: KeptWorkspace? {
    guard let cacheName, let mark = loaded.mark, loaded.definitions != nil, unread.isEmpty else {
      return nil
    }
    return KeptWorkspace(
      name: cacheName, definitions: mark, groups: groups.map { ($0.purpose, $0.kept) })
  }

  /// The name of its file in a cache: the same wherever it is opened from; nil where it is nowhere.
  var cacheName: String? {
    guard let folder = realPath(root), let file = loaded.files.first else { return nil }
    var digest = ByteDigest()
    Array((folder + "\0" + file).utf8).withUnsafeBytes { digest.add($0) }
    let name = String(digest.value, radix: 16)
    return String(repeating: "0", count: 16 - name.utf8.count) + name + CacheFolder.ending
  }

  /// Takes in what was kept: groups whose files are the same need no reading; others show it until
  /// they are read.
  mutating func restore(_ kept: [KeptGroup?]) {
    searchIssues = []
    for (index, kept) in zip(groups.indices, kept) {
      let search = search(groups[index])
      note(search, of: groups[index])
      guard let kept else { continue }
      var restored = groups[index]
      restored.restore(kept)
      // Persons are not kept, so that funnels which follow them need the rows.
      if !groups[index].followsPersons, kept.isUpToDate(search.files, in: root) {
        groups[index] = restored
        unread.remove(index)
      } else {
        standing[index] = restored
      }
    }
  }
}

extension KeptGroup {
  /// Whether the files are those that were read, and surely as they were.
  fileprivate func isUpToDate(_ paths: [String], in root: String) -> Bool {
    files.map(\.path) == paths
      && files.allSatisfy {
        !$0.isDoubtful && FileSignature(path: root + "/" + $0.path) == $0.signature
      }
  }
}
