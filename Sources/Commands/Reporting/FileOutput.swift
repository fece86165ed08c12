import Glibc

/// A file that is there whole or not at all: written beside its place and moved there at the end, for whoever could read the one
/// before. A device or a pipe is written to directly: a file moved over it would take it away from every other program.
final class FileOutput: Sendable {
  private let path: String
  /// Nil where there is nothing to move.
  private let draft: String?
  private let descriptor: Int32

  init(path: String) throws(CommandError) {
    // A symbolic link stays one; what it points to is replaced.
    self.path = Self.resolved(path) ?? path
    var before = stat()
    let isThere = stat(self.path, &before) == 0
    let isReplaceable = !isThere || before.st_mode & S_IFMT == S_IFREG
    draft = isReplaceable ? "\(self.path).\(getpid()).part" : nil
    descriptor =
      if let draft {
        open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isThere ? 0o600 : 0o644)
      } else {
        open(path, O_WRONLY | O_CLOEXEC)
      }
    guard descriptor >= 0 else { throw Self.failure(path) }
    if isThere, isReplaceable { keepReaders(before) }
  }

  /// Whose it was is for root alone to keep; another group than before is told nothing. Where a file system knows no modes the draft stays
  /// as it was made, for its owner.
  private func keepReaders(_ before: stat) {
    let isSameGroup =
      fchown(descriptor, before.st_uid, before.st_gid) == 0 || fchown(descriptor, uid_t.max, before.st_gid) == 0
    _ = fchmod(descriptor, before.st_mode & (isSameGroup ? 0o777 : 0o707))
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    try Self.writeAll(bytes, to: descriptor, named: path)
  }

  func write(_ text: String) throws {
    try Array(text.utf8).withUnsafeBytes { try write($0) }
  }

  /// Puts the file in its place.
  func commit() throws(CommandError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Self.failure(path) }
    if let draft, rename(draft, path) != 0 { throw Self.failure(path) }
    close(descriptor)
  }

  /// Leaves what was there before.
  func discard() {
    close(descriptor)
    if let draft { unlink(draft) }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
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
