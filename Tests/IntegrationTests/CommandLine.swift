import Foundation
import PostgresKit

/// Runs the program as a user would.
struct CommandLine {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  let database: ConnectionSettings
  /// Further variables.
  var environment: [String: String] = [:]

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// - Parameter stdout: where results go instead of into the outcome.
  func run(_ arguments: [String], stdout: FileHandle? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.environment = [
      "PGHOST": database.parameters["host"] ?? "", "PGUSER": database.parameters["user"] ?? "",
      "PGDATABASE": database.parameters["dbname"] ?? "", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
      "LANG": "C.UTF-8",
    ].merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    if let stdout { process.standardOutput = stdout } else { process.standardOutput = output }
    process.standardError = errors
    try process.run()
    if stdout != nil { try output.fileHandleForWriting.close() }
    // What goes to standard error is short and fits the pipe.
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: words, as: UTF8.self))
  }

  /// Built beside the bundle of the tests.
  private static var program: URL {
    let bundle = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
    var folder = bundle.deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("xsell").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("xsell")
  }
}
