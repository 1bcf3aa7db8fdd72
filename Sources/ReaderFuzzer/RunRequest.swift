import Glibc

/// What the command line asks for, in a run without libFuzzer.
struct RunRequest {
  static let usage = """
    usage: ReaderFuzzer [--seconds N] [--iterations N] [--seed N] [FILE…]
           ReaderFuzzer --only FILE
    """

  /// When to stop: after so many seconds, and at the latest after so many inputs.
  private var seconds = 60
  private var iterations = UInt64.max
  private var seed: UInt64 = 1
  /// Files whose bytes are changed, beside the built-in ones.
  private var files: [String] = []
  /// The file that alone is tried, as it is.
  private var only: String?

  /// What the words ask for; nil where they do not say it right.
  init?(_ words: some Sequence<String>) {
    var words = Array(words)[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("--") else {
        files.append(word)
        continue
      }
      guard let value = words.popFirst() else { return nil }
      switch word {
      case "--seconds":
        guard let number = Int(value), number > 0 else { return nil }
        seconds = number
      case "--iterations":
        guard let number = UInt64(value) else { return nil }
        iterations = number
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      case "--only": only = value
      default: return nil
      }
    }
  }

  /// Does it; whether nothing was wrong.
  func run() -> Bool {
    if let only {
      guard let bytes = RunRequest.content(of: only) else { return false }
      let complaint = bytes.withUnsafeBytes { ReaderFuzzer.complaint(about: $0) }
      print(complaint ?? "nothing is wrong")
      return complaint == nil
    }
    var seeds = Tokens.seeds
    for file in files {
      guard let bytes = RunRequest.content(of: file) else { return false }
      seeds.append(bytes)
    }
    let start = RunRequest.now
    var number: UInt64 = 0
    var faults = 0
    while number < iterations, RunRequest.now - start < Double(seconds), faults < 20 {
      let input = Mutation(of: seeds, seed: seed, number: number).bytes
      if let complaint = LastInput(input, name: "crash-\(seed)-\(number)").complaint() {
        print("crash-\(seed)-\(number): \(complaint)")
        faults += 1
      }
      number += 1
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("\(number) inputs, \(faults) faults, at most \(usage.ru_maxrss >> 10) MiB")
    return faults == 0 && usage.ru_maxrss >> 10 < 512
  }

  /// The time in seconds.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func content(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else {
      print("\(path): \(String(cString: strerror(errno)))")
      return nil
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 24)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }
}
