import ArgumentParser
import Glibc

/// The process around the command line.
package enum Program {
  /// Runs what the command line says and ends the process.
  package static func main() async -> Never {
    // Every session speaks UTC and ISO, so what libpq would make of these can only fail.
    for variable in ["PGTZ", "PGDATESTYLE"] { unsetenv(variable) }
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// - Returns: the exit code.
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try Xsell.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return ExitStatus.done.rawValue
    } catch {
      return report(error)
    }
  }

  /// Help and the version go to standard output, everything else to standard error.
  private static func report(_ error: any Error) -> Int32 {
    if let failure = Failure(error) {
      StandardError.line("xsell: \(failure.sentence)")
      return failure.status.rawValue
    }
    let code = Xsell.exitCode(for: error).rawValue
    let message = Xsell.fullMessage(for: error)
    guard !message.isEmpty else { return code }
    if code == ExitStatus.done.rawValue {
      return (try? StandardOutput.write(message + "\n")) == nil ? ExitStatus.cannotWrite.rawValue : code
    }
    StandardError.line(message)
    return code
  }
}
