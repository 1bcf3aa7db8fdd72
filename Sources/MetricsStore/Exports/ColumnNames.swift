/// Names by which columns can be told apart: those of the header, made up where it has none.
struct ColumnNames {
  /// The names, no two of them equal.
  private(set) var names: [String] = []
  /// The columns whose names stand before them too.
  private(set) var duplicates: [Int] = []

  /// Names for so many columns at least. A name that comes again gets a number: `Cost (2)`.
  init(_ header: [String], width: Int) {
    var seen: [String: Int] = [:]
    var taken = Set(header)
    for column in 0..<max(header.count, width) {
      let given = column < header.count ? header[column] : ""
      let name = given.isEmpty ? "column\(column + 1)" : given
      let count = (seen[name] ?? 0) + 1
      seen[name] = count
      guard count > 1 || (given.isEmpty && taken.contains(name)) else {
        names.append(name)
        continue
      }
      if !given.isEmpty { duplicates.append(column) }
      var number = max(2, count)
      while taken.contains("\(name) (\(number))") { number += 1 }
      names.append("\(name) (\(number))")
      taken.insert("\(name) (\(number))")
    }
  }
}
