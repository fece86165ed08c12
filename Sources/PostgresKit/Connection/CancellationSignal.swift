internal import Glibc

/// Tells a thread that waits in `poll` that its task was cancelled: a pipe that becomes readable.
final class CancellationSignal: Sendable {
  let readEnd: Int32
  private let writeEnd: Int32

  init() {
    var ends: (Int32, Int32) = (-1, -1)
    // Without descriptors the pipe stays at -1, which poll ignores: statements then run to their end or time limit.
    _ = withUnsafeMutableBytes(of: &ends) { pipe($0.bindMemory(to: Int32.self).baseAddress) }
    (readEnd, writeEnd) = ends
    for end in [readEnd, writeEnd] {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func raise() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }

  /// Takes the signal down; true if it was up.
  @discardableResult
  func lower() -> Bool {
    var buffer: (UInt64, UInt64) = (0, 0)
    var wasRaised = false
    while read(readEnd, &buffer, 16) > 0 { wasRaised = true }
    return wasRaised
  }
}
