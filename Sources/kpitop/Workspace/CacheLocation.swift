import Glibc

/// Where roll-ups are kept from one start to the next, as the environment has it.
struct CacheLocation {
  /// The folder's path; nil where there is no home to keep anything in.
  let folder: String?

  /// The folder in `XDG_CACHE_HOME`, else in `.cache` of the home; relative paths mean nothing, as
  /// the XDG specification has it.
  init(variable: (String) -> String? = { getenv($0).map { String(cString: $0) } }) {
    if let cache = variable("XDG_CACHE_HOME"), cache.hasPrefix("/") {
      folder = cache + "/kpitop"
    } else if let home = variable("HOME"), home.hasPrefix("/") {
      folder = home + "/.cache/kpitop"
    } else {
      folder = nil
    }
  }
}
