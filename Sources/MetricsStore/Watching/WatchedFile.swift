import Metrics

/// One file of a workspace: what it gave, what is known of its present state, and what to do next.
///
/// Times are milliseconds of a clock that only goes forward.
struct WatchedFile {
  /// What to do about a file after a look at it.
  enum Verdict {
    case nothing, read
    /// Read its bytes again, since it may have changed behind an equal signature.
    case compare
    /// Its standing changed without reading.
    case changed(Change)
  }

  /// The reading whose numbers count; nil before the first.
  private(set) var accepted: FileReading?
  /// The last reading, where its numbers do not count.
  private(set) var refused: FileReading?
  /// How it stands with the file.
  private(set) var state = FileReport.State.current

  private var lastRead: FileSignature?
  private var lastChecksum: UInt64 = 0
  private var lastTry = 0
  /// A signature that is not what was read last, and when it was first seen.
  private var settling: (signature: FileSignature, since: Int)?
  private var doubtAt: Int?
  private var shrunkSince: Int?
  private var goneSince: Int?

  /// A file of which nothing is known.
  init() {}

  /// A file of which all but its rows was kept.
  init(_ kept: KeptFile) {
    accepted = kept.reading
    lastRead = kept.signature
    lastChecksum = kept.reading.checksum
  }

  /// Whether its rows are in a roll-up that was kept, and not at hand.
  var isRolledUp: Bool {
    if case .rolledUp = accepted?.content { true } else { false }
  }

  /// What can be kept of it; nil where its present content is not in the numbers, or has errors,
  /// which are told in full only when it is read.
  func kept(_ path: String) -> KeptFile? {
    guard state == .current, let lastRead, let accepted, accepted.content != nil,
      !accepted.issues.contains(where: { $0.severity == .error })
    else { return nil }
    return KeptFile(
      path: path, signature: lastRead, isDoubtful: doubtAt != nil, reading: accepted)
  }

  /// Whether an edit may come through another name, of which no event tells.
  var hasOtherNames: Bool { (lastRead?.names ?? 1) > 1 }

  /// When to look next, if nothing else happens; nil where nothing is open.
  func due(_ delays: MetricsStore.Options.Delays) -> Int? {
    if let goneSince { return goneSince + delays.forgetting }
    if let settling { return settling.since + delays.settling }
    return [
      doubtAt, shrunkSince.map { $0 + delays.shrinking },
      isUnreadable ? lastTry + delays.polling : nil,
    ].compactMap { $0 }.min()
  }

  private var isUnreadable: Bool { (refused ?? accepted)?.damage == .unreadable }

  /// Judges the file by its present signature; `isComplete` where its writer has just closed it.
  mutating func see(
    _ signature: FileSignature, isComplete: Bool, at now: Int,
    _ delays: MetricsStore.Options.Delays
  ) -> Verdict {
    goneSince = nil
    guard signature == lastRead else {
      doubtAt = nil
      shrunkSince = nil
      if isComplete { return .read }
      guard let settling, settling.signature == signature else {
        self.settling = (signature, now)
        return .nothing
      }
      return now >= settling.since + delays.settling ? .read : .nothing
    }
    settling = nil
    if state == .gone {
      state = refused != nil ? .keptOlder : accepted?.content != nil ? .current : .unreadable
      return .changed(.words)
    }
    if let since = shrunkSince, now >= since + delays.shrinking, let refused {
      accept(refused)
      return .changed(.numbers)
    }
    if let doubtAt, now >= doubtAt {
      self.doubtAt = nil
      return .compare
    }
    return isUnreadable && now >= lastTry + delays.polling ? .read : .nothing
  }

  /// Whether bytes with this checksum are what was read last.
  func wasRead(_ checksum: UInt64?) -> Bool { checksum == lastChecksum }

  /// Takes a reading in, if it is plausible; `signature` is what was seen before it.
  mutating func take(
    _ reading: FileReading, seen signature: FileSignature, at now: Int, wallTime: Int,
    _ delays: MetricsStore.Options.Delays
  ) -> Change {
    lastTry = now
    guard reading.isWhole else {
      lastRead = nil
      settling = (signature, now)
      return .none
    }
    settling = nil
    shrunkSince = nil
    lastRead = reading.signature ?? signature
    lastChecksum = reading.checksum
    let age = wallTime - signature.modified / 1_000_000
    doubtAt = age < delays.doubting ? now + delays.doubting : nil
    guard let accepted, accepted.content != nil else {
      let isNews = accepted?.issues != reading.issues || reading.content != nil
      accept(reading)
      return isNews ? .numbers : .none
    }
    if reading.damage == nil, reading.rows * 2 >= accepted.rows {
      accept(reading)
      return .numbers
    }
    if reading.damage == nil { shrunkSince = now }
    let isNews = state != .keptOlder || refused?.issues != reading.issues
    refused = reading
    state = .keptOlder
    return isNews ? .words : .none
  }

  private mutating func accept(_ reading: FileReading) {
    accepted = reading
    refused = nil
    shrunkSince = nil
    state = reading.content != nil ? .current : .unreadable
  }

  /// Notes that the file is not there; true once its numbers are to be dropped.
  mutating func miss(
    at now: Int, _ delays: MetricsStore.Options.Delays
  ) -> (isOver: Bool, change: Change) {
    settling = nil
    guard accepted?.content != nil else { return (true, accepted == nil ? .none : .words) }
    if let goneSince { return (now >= goneSince + delays.forgetting, .none) }
    goneSince = now
    let isNews = state != .gone
    state = .gone
    return (false, isNews ? .words : .none)
  }

  /// What is to be said about it.
  func issues(name: SafeText) -> [Issue] {
    switch state {
    case .current, .unreadable: return accepted?.issues ?? []
    case .keptOlder:
      let reason =
        shrunkSince == nil
        ? "the file cannot be used as it is"
        : "the file lost more than half of its rows (\(accepted?.rows ?? 0) to "
          + "\(refused?.rows ?? 0))"
      let kept = Issue(
        .warning, code: "kept-older", at: SourcePlace(file: name),
        message: SafeText(reason + "; the numbers of an earlier reading stand"))
      return (refused?.issues ?? []) + [kept]
    case .gone:
      let gone = Issue(
        .warning, code: "file-gone", at: SourcePlace(file: name),
        message: "the file is gone; its numbers stand a moment longer")
      return [gone]
    }
  }
}

/// How much of a snapshot a change touches.
enum Change: Int, Comparable {
  case none
  /// Reports and issues.
  case words
  /// Numbers too.
  case numbers

  static func < (left: Change, right: Change) -> Bool { left.rawValue < right.rawValue }
}
