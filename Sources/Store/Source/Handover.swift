import Synchronization

/// Hands a value to the closure that is to change it, which a captured constant could only do by copying.
final class Handover<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: consuming Value) { self.value = Mutex(value) }

  /// The value, the first time.
  func take() -> Value? { value.withLock { $0.take() } }
}
