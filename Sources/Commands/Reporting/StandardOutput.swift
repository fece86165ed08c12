import Glibc

/// Results of a command. A reader that has gone away ends the process quietly (SIGPIPE).
enum StandardOutput {
  static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { bytes in
      try FileOutput.writeAll(UnsafeRawBufferPointer(bytes), to: STDOUT_FILENO, named: "standard output")
    }
  }

  /// - Parameters:
  ///   - work: what is done and stays so, though it cannot be told.
  ///   - next: instead of doing it again.
  /// - Returns: the error to end with.
  static func untold(_ error: any Error, _ work: String, next: String) -> any Error {
    guard let error = error as? CommandError, error.status == .cannotWrite else { return error }
    return CommandError(.cannotWrite, "\(work), but \(error.cause)", next: next)
  }

  static func write(_ lines: [String]) throws {
    try write(lines.map { $0 + "\n" }.joined())
  }
}

/// Words about a command: errors, notes.
enum StandardError {
  /// Names and codes of the source may stand in it, which must not steer the terminal.
  static func line(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { TextWidth.printable(String($0)) }
    let bytes = Array("\(lines.joined(separator: "\n"))\n".utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
