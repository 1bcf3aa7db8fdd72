import Glibc

/// The programs that are built beside the tests.
enum Products {
  /// The path of a program; fails where it has not been built.
  static func path(_ name: String) throws(MissingProduct) -> String {
    let path = folder + "/" + name
    guard access(path, X_OK) == 0 else { throw MissingProduct(path: path) }
    return path
  }

  /// The folder that the running tests lie in.
  private static var folder: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for path in [own] + CommandLine.arguments where path.contains(".xctest") {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let end = parts.firstIndex { $0.hasSuffix(".xctest") } ?? parts.count
      return parts[..<end].joined(separator: "/")
    }
    return String(own.prefix(own.count - own.reversed().prefix { $0 != "/" }.count - 1))
  }
}

/// A program that a test needs is not there.
struct MissingProduct: Error, CustomStringConvertible {
  let path: String
  var description: String { "\(path) is missing; `swift build` makes it" }
}
