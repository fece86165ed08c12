import Glibc
import Synchronization

/// Gathers lines into larger writes.
final class BufferedOutput: Sendable {
  private let file: FileOutput?
  private let buffer = Mutex<[UInt8]>([])
  private static let size = 256 * 1024

  /// To a file, or to standard output.
  init(_ file: FileOutput? = nil) { self.file = file }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    let isFull = buffer.withLock { buffer in
      buffer.append(contentsOf: bytes)
      return buffer.count >= Self.size
    }
    if isFull { try flush() }
  }

  func flush() throws {
    let bytes = buffer.withLock { buffer in
      defer { buffer = [] }
      return buffer
    }
    try bytes.withUnsafeBytes { bytes in
      if let file {
        try file.write(bytes)
      } else {
        try FileOutput.writeAll(bytes, to: STDOUT_FILENO, named: "standard output")
      }
    }
  }
}
