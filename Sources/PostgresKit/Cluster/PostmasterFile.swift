internal import Glibc

/// What a running server writes into `postmaster.pid` of its data folder.
struct PostmasterFile {
  let process: pid_t
  let socketFolder: String

  /// Nil where there is no such file, or it was left behind by a server that is gone.
  init?(dataFolder: String) {
    guard let text = readFile("\(dataFolder)/postmaster.pid") else { return nil }
    // Lines: process, data folder, start time, port, socket folder, listen address, shared memory, status.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 5, let process = pid_t(lines[0]) else { return nil }
    // Another program may have been given the number since.
    guard let program = readFile("/proc/\(process)/comm"), program.hasPrefix("postgres") else { return nil }
    self.process = process
    socketFolder = String(lines[4])
  }
}

/// The contents of a small file, nil where it cannot be read.
func readFile(_ path: String) -> String? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var buffer = [UInt8](repeating: 0, count: 64 * 1024)
  let count = read(descriptor, &buffer, buffer.count)
  return count >= 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
}
