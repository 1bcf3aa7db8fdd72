/// Finds persons, and keeps a place for the next step of each.
///
/// It does not grow while it is filled, so that a slot stays where it is.
struct PersonTable: ~Copyable {
  /// A person and the place, or nobody.
  struct Slot {
    var person: PersonKey
    /// How many steps there are, and later where the next one goes.
    var place: Int32
  }

  /// The slots: persons by the lower bits of their numbers, by linear probing.
  private(set) var slots: UnsafeMutablePointer<Slot>
  /// How many slots there are, a power of two.
  private(set) var size: Int
  /// How many persons are in it.
  private(set) var count = 0

  /// An empty table of so many slots, a power of two.
  init(size: Int) {
    self.size = size
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(person: .none, place: 0), count: size)
  }

  deinit { slots.deallocate() }

  /// The slot of a person, new or known; nil where a new one would find no room.
  ///
  /// - Complexity: constant on average.
  @inline(__always)
  mutating func slot(of person: PersonKey) -> Int? {
    var position = Int(truncatingIfNeeded: person.number) & (size - 1)
    while slots[position].person != person {
      if slots[position].person == .none {
        guard count < size / 4 * 3 else { return nil }
        slots[position].person = person
        count += 1
        return position
      }
      position = (position + 1) & (size - 1)
    }
    return position
  }

  /// Forgets all persons.
  mutating func removeAll() {
    slots.update(repeating: Slot(person: .none, place: 0), count: size)
    count = 0
  }
}
