import Metrics

/// The steps of an event log, gathered by person and in the order of time.
struct PersonSteps: Sendable {
  /// The persons, part by part as in `LooseSteps`.
  private(set) var persons: [PersonKey] = []
  /// Where the persons of each part begin; one more at the end.
  private(set) var parts: [Int] = Array(repeating: 0, count: LooseSteps.partCount + 1)
  /// Where each person's steps begin; one more at the end.
  private(set) var starts: [Int32] = [0]
  /// The steps, person by person.
  private(set) var steps: [JourneyStep] = []

  /// No steps.
  init() {}

  /// Steps that were read by several threads, with a common kind for each kind of each of them.
  ///
  /// The loose steps are gone afterwards. Nil where there are more than can be numbered.
  ///
  /// - Complexity: linear on average.
  init?(_ loose: [(steps: LooseSteps, kinds: [Int32])]) {
    self.init(loose.map { LooseRuns(loose: $0.steps, kinds: $0.kinds) })
  }

  /// The steps of several files, with a common kind for each kind of each of them.
  init?(joining files: [(steps: PersonSteps, kinds: [Int32])]) {
    self.init(files.map { GatheredRuns(gathered: $0.steps, kinds: $0.kinds) })
  }

  private init?(_ runs: [some StepRuns]) {
    var firstSteps = [0]
    for part in 0..<LooseSteps.partCount {
      firstSteps.append(firstSteps[part] + runs.reduce(0) { $0 + $1.count(part: part) })
    }
    let total = firstSteps[LooseSteps.partCount]
    guard total <= Int(Int32.max) else { return nil }
    var gathered: [GatheredPart] = []
    steps = [JourneyStep](unsafeUninitializedCapacity: total) { buffer, count in
      SlabMemory.askForLargePages(UnsafeMutableRawBufferPointer(buffer))
      gathered = GatheredPart.all(runs, firstSteps: firstSteps, into: buffer)
      count = total
    }
    for part in 0..<LooseSteps.partCount {
      parts[part + 1] = parts[part] + gathered[part].persons.count
    }
    persons.reserveCapacity(parts[LooseSteps.partCount])
    starts.reserveCapacity(parts[LooseSteps.partCount] + 1)
    for part in 0..<LooseSteps.partCount {
      persons += gathered[part].persons
      starts += gathered[part].ends
      gathered[part] = GatheredPart()
    }
  }
}

/// Steps that are to be gathered.
protocol StepRuns: Sendable {
  /// How many steps a part has.
  func count(part: Int) -> Int

  /// Calls the body with each step of a part and its person, always in the same order.
  func forEach(part: Int, _ body: (PersonKey, JourneyStep) -> Void)

  /// The common kind of each kind.
  var kinds: [Int32] { get }

  /// Says that a part is not needed any more.
  func drop(part: Int)
}

private struct LooseRuns: StepRuns {
  let loose: LooseSteps
  let kinds: [Int32]

  func count(part: Int) -> Int { loose.count(part: part) }

  @inline(__always)
  func forEach(part: Int, _ body: (PersonKey, JourneyStep) -> Void) {
    loose.forEachBlock(part: part) { rows in
      for row in rows { body(row.person, row.step) }
    }
  }

  func drop(part: Int) { loose.drop(part: part) }
}

private struct GatheredRuns: StepRuns {
  let gathered: PersonSteps
  let kinds: [Int32]

  func count(part: Int) -> Int {
    Int(gathered.starts[gathered.parts[part + 1]] - gathered.starts[gathered.parts[part]])
  }

  @inline(__always)
  func forEach(part: Int, _ body: (PersonKey, JourneyStep) -> Void) {
    for person in gathered.parts[part]..<gathered.parts[part + 1] {
      for index in gathered.starts[person]..<gathered.starts[person + 1] {
        body(gathered.persons[person], gathered.steps[Int(index)])
      }
    }
  }

  func drop(part: Int) {}
}
