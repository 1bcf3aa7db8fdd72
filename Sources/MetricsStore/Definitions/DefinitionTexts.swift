/// Keeps count of the texts that are read from a folder of definitions.
final class DefinitionTexts {
  private let inner: DefinitionFolder
  private var digest = ByteDigest()

  /// Counts what is read from a folder through ``folder``.
  init(_ folder: DefinitionFolder) {
    inner = folder
  }

  /// The folder to read from.
  var folder: DefinitionFolder {
    DefinitionFolder(
      read: { path in
        let bytes = self.inner.read(path)
        self.add(path, bytes)
        return bytes
      }, glob: inner.glob, hasTimeZone: inner.hasTimeZone)
  }

  /// Tells the paths and bytes read so far from any others.
  var mark: UInt64 { digest.value }

  private func add(_ path: String, _ bytes: Result<[UInt8], FileRefusal>) {
    let bytes = (try? bytes.get()) ?? []
    let lengths = [UInt64(path.utf8.count), UInt64(bytes.count)]
    lengths.withUnsafeBytes { digest.add($0) }
    Array(path.utf8).withUnsafeBytes { digest.add($0) }
    bytes.withUnsafeBytes { digest.add($0) }
  }
}
