import Synchronization

/// Bytes gathered from another thread.
final class Collected: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  func append(_ more: UnsafeRawBufferPointer) { bytes.withLock { $0.append(contentsOf: more) } }

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}
