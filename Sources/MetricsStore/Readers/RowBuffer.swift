/// Room for what is read of one row, that is written again and again without asking who else holds it.
struct RowBuffer<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  private let elements: UnsafeMutablePointer<Element>
  private let count: Int

  /// So many equal elements.
  init(repeating element: Element, count: Int) {
    elements = .allocate(capacity: max(1, count))
    elements.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { elements.deallocate() }

  /// The element at a position from 0 to the count, without the count.
  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return elements[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < count)
      elements[index] = newValue
    }
  }
}
