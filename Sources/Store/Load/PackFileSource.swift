import Glibc

/// The text of a pack's file: the file itself, or what `gzip` makes of it. The child reads from our own open file, so
/// that its place in the file is ours to see.
final class PackFileSource {
  private let file: PackFile
  private let disk: Int32
  private var pipe: Int32?
  private var child: pid_t?
  private var isClosed = false

  init(_ file: PackFile) throws(SourceLoadError) {
    self.file = file
    disk = open(file.path, O_RDONLY | O_CLOEXEC)
    guard disk >= 0 else { throw .unreadable(file: file.name, reason: Self.reason(errno)) }
    if file.isCompressed { try startGzip() }
  }

  deinit { close() }

  /// Bytes of the file on the disk that have been read.
  var position: Int64 { Int64(lseek(disk, 0, SEEK_CUR)) }

  /// Fills the buffer as far as there is text; 0 at the end. Only the end comes with a buffer that is not full.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(SourceLoadError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = read(pipe ?? disk, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(file: file.name, reason: Self.reason(errno)) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Waits for `gzip` at the end of the text; throws where the archive was broken.
  func finish() throws(SourceLoadError) {
    guard let child else { return }
    let status = Self.wait(for: child)
    self.child = nil
    guard status == 0 else { throw .brokenArchive(file: file.name) }
  }

  /// Gives everything back, at any point.
  func close() {
    if isClosed { return }
    isClosed = true
    if let pipe { Glibc.close(pipe) }
    if let child {
      kill(child, SIGKILL)
      _ = Self.wait(for: child)
    }
    child = nil
    if disk >= 0 { Glibc.close(disk) }
  }

  private func startGzip() throws(SourceLoadError) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .unreadable(file: file.name, reason: Self.reason(errno)) }
    defer { Glibc.close(ends[1]) }
    pipe = ends[0]
    // A child that inherited an end would keep the pipe open after gzip is gone.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, disk, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let words: [UnsafeMutablePointer<CChar>?] = [strdup("gzip"), strdup("-dc"), nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, "gzip", &actions, nil, words, environ) == 0 else { throw .noGzip }
    child = process
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }

  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
