import Glibc

/// A file that is there whole or not at all: written beside its place and moved there at the end.
final class FileOutput: Sendable {
  private let path: String
  private let draft: String
  private let descriptor: Int32

  init(path: String) throws(CommandError) {
    self.path = path
    draft = "\(path).\(getpid()).part"
    descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    try Self.writeAll(bytes, to: descriptor, named: path)
  }

  /// Puts the file in its place.
  func commit() throws(CommandError) {
    guard fsync(descriptor) == 0 || errno == EINVAL, rename(draft, path) == 0 else {
      throw Self.failure(path)
    }
    close(descriptor)
  }

  /// Leaves what was there before.
  func discard() {
    close(descriptor)
    unlink(draft)
  }

  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, named name: String) throws(CommandError) {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(name) }
      written += count
    }
  }

  private static func failure(_ name: String) -> CommandError {
    CommandError(
      .cannotWrite, "\(name) cannot be written (\(String(cString: strerror(errno))))", next: "choose another place")
  }
}
