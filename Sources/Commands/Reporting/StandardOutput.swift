import Glibc

/// Results of a command. A reader that has gone away ends the process quietly (SIGPIPE).
enum StandardOutput {
  static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { bytes in
      try FileOutput.writeAll(UnsafeRawBufferPointer(bytes), to: STDOUT_FILENO, named: "standard output")
    }
  }

  static func write(_ lines: [String]) throws {
    try write(lines.map { $0 + "\n" }.joined())
  }
}

/// Words about a command: errors, notes.
enum StandardError {
  static func line(_ text: String) {
    let bytes = Array("\(text)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
