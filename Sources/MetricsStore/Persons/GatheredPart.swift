import Metrics

/// The persons of one part, and where their steps end among all.
struct GatheredPart: Sendable {
  /// The persons, in no particular order.
  private(set) var persons: [PersonKey] = []
  /// Where each person's steps end.
  private(set) var ends: [Int32] = []

  /// Gathers every part on several threads, each part's steps from its place in the buffer on.
  static func all(
    _ runs: [some StepRuns], firstSteps: [Int], into buffer: UnsafeMutableBufferPointer<JourneyStep>
  ) -> [GatheredPart] {
    var all = Array(repeating: GatheredPart(), count: LooseSteps.partCount)
    guard let steps = buffer.baseAddress else { return all }
    nonisolated(unsafe) let first = steps
    all.withUnsafeMutableBufferPointer { results in
      nonisolated(unsafe) let results = results
      // Few steps are gathered before another thread has come.
      let workers = buffer.count < 1 << 16 ? 1 : Crew.processors
      Crew.share(LooseSteps.partCount, workers: workers) { crew in
        var room = GatheringRoom()
        while let part = crew.next() {
          let own = firstSteps[part]..<firstSteps[part + 1]
          if own.isEmpty { continue }
          room.makeRoom(forSteps: own.count)
          results[part] = GatheredPart(runs, part: part, own, into: first, &room)
          for run in runs { run.drop(part: part) }
        }
      }
    }
    return all
  }

  /// Nobody.
  init() {}

  private init(
    _ runs: [some StepRuns], part: Int, _ own: Range<Int>,
    into steps: UnsafeMutablePointer<JourneyStep>, _ room: inout GatheringRoom
  ) {
    // Persons are strewn evenly, so that a table which was large enough before nearly always is.
    while !room.count(runs, part: part) { room.enlarge() }
    let slots = room.persons.slots
    persons.reserveCapacity(room.persons.count)
    ends.reserveCapacity(room.persons.count)
    var end = Int32(own.lowerBound)
    for slot in 0..<room.persons.size where slots[slot].person != .none {
      persons.append(slots[slot].person)
      let start = end
      end += slots[slot].place
      ends.append(end)
      slots[slot].place = start
    }
    var known = UnsafePointer(room.found)
    for run in runs {
      run.kinds.withUnsafeBufferPointer { kinds in
        run.forEach(part: part) { _, step in
          let slot = slots + Int(known.pointee)
          known += 1
          steps[Int(slot.pointee.place)] = step.with(kind: kinds[step.kind])
          slot.pointee.place += 1
        }
      }
    }
    var start = own.lowerBound
    for end in ends {
      StepOrder.sort(steps + start, count: Int(end) - start)
      start = Int(end)
    }
  }
}

/// What gathering a part needs for a while, kept for the next one.
private struct GatheringRoom: ~Copyable {
  private(set) var persons = PersonTable(size: 1 << 8)
  /// The slot of each step's person.
  private(set) var found = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private var capacity = 1

  deinit { found.deallocate() }

  /// Has room for a part with so many steps.
  mutating func makeRoom(forSteps count: Int) {
    guard count > capacity else { return }
    found.deallocate()
    capacity = max(count, capacity * 2)
    found = .allocate(capacity: capacity)
  }

  /// Finds the slot of every step's person and counts the steps; false where the table is too small.
  mutating func count(_ runs: [some StepRuns], part: Int) -> Bool {
    persons.removeAll()
    var hasRoom = true
    var next = found
    for run in runs {
      run.forEach(part: part) { person, _ in
        guard hasRoom, let slot = persons.slot(of: person) else {
          hasRoom = false
          return
        }
        persons.slots[slot].place += 1
        next.pointee = Int32(truncatingIfNeeded: slot)
        next += 1
      }
    }
    return hasRoom
  }

  /// Has twice as many slots.
  mutating func enlarge() { persons = PersonTable(size: persons.size * 2) }
}

/// Puts the steps of a person into the order of time.
enum StepOrder {
  /// Sorts so many steps; few by moving each to its place, which costs nothing where they are in order.
  @inline(__always)
  static func sort(_ steps: UnsafeMutablePointer<JourneyStep>, count: Int) {
    if count > 24 {
      var many = UnsafeMutableBufferPointer(start: steps, count: count)
      return many.sort()
    }
    var index = 1
    while index < count {
      let step = steps[index]
      var place = index
      while place > 0, step < steps[place - 1] {
        steps[place] = steps[place - 1]
        place -= 1
      }
      steps[place] = step
      index += 1
    }
  }
}
