/// The known name that a mistyped one most probably means.
public enum NearestName {
  /// The nearest of the known names by edit distance, or nil where none is near enough: at most one
  /// edit in three characters, and at most three.
  public static func of(_ name: String, among known: some Sequence<String>) -> String? {
    guard name.utf8.count <= lengthLimit else { return nil }
    let limit = min(3, max(1, name.count / 3))
    let near = known.filter { $0.utf8.count <= lengthLimit }
    let best = near.map { (name: $0, distance: distance(name.lowercased(), $0.lowercased())) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best, best.distance <= limit else { return nil }
    return best.name
  }

  /// In bytes; comparing longer texts would cost time that no mistyped name is worth.
  private static let lengthLimit = 200

  /// How many insertions, deletions, replacements and swaps of neighbours lead from one to the
  /// other (optimal string alignment).
  static func distance(_ first: String, _ second: String) -> Int {
    let a = Array(first)
    let b = Array(second)
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, before[j - 1] + 1)
        }
        current.append(best)
      }
      (before, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
