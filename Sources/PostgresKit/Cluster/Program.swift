internal import Glibc

/// Runs a program and waits for it: what Foundation's Process does, at none of its start-up cost. Variables `PG*` stay
/// behind: they say where the user's own databases are, and programs of the server would obey them or stumble over them.
struct Program {
  struct Outcome {
    let status: Int32
    /// Both streams together.
    let output: String
  }

  /// Runs `arguments[0]`, found on the PATH where it holds no slash, with no input. The status of a program that could
  /// not be started or was killed is -1.
  static func run(_ arguments: [String]) -> Outcome {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return Outcome(status: -1, output: String(cString: strerror(errno))) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let started = spawn(arguments, input: nil, output: ends[1])
    close(ends[1])
    let output = readAll(ends[0])
    close(ends[0])
    guard let process = started else { return Outcome(status: -1, output: "cannot start \(arguments[0])") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Outcome(status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output: output)
  }

  /// Starts a program without waiting. A missing input or output is `/dev/null`.
  static func spawn(_ arguments: [String], input: Int32?, output: Int32?) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    redirect(&actions, input, to: STDIN_FILENO, otherwise: O_RDONLY)
    redirect(&actions, output, to: STDOUT_FILENO, otherwise: O_WRONLY)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    // Our own folder may be closed to the user the program runs as.
    let fromRoot = ["/bin/sh", "-c", "cd / && exec \"$@\"", "sh"]
    let words = (fromRoot + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    return posix_spawn(&process, fromRoot[0], &actions, nil, words, environment()) == 0 ? process : nil
  }

  /// Our own environment without `PG*`; its texts are not copied.
  private static func environment() -> [UnsafeMutablePointer<CChar>?] {
    var kept: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    while let entry = next.pointee {
      if strncmp(entry, "PG", 2) != 0 { kept.append(entry) }
      next += 1
    }
    return kept + [nil]
  }

  private static func redirect(
    _ actions: inout posix_spawn_file_actions_t, _ descriptor: Int32?, to stream: Int32, otherwise mode: Int32
  ) {
    if let descriptor {
      posix_spawn_file_actions_adddup2(&actions, descriptor, stream)
    } else {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", mode, 0)
    }
  }

  private static func readAll(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
