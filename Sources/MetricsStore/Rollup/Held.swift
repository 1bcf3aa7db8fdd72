/// Holds a value that cannot be copied, so that copies of what it is part of share it.
///
/// It is changed only by the thread that reads, and by no one while another may look at it.
final class Held<Value: ~Copyable & Sendable>: @unchecked Sendable {
  /// What is held.
  var value: Value

  /// Holds a value.
  init(_ value: consuming Value) { self.value = value }
}
