import Banking
import Foundation
import PostgresKit

/// A night in a process of its own, to be killed.
struct Victim {
  let database: ConnectionSettings
  let asOf: BusinessDate

  /// Runs until it ends itself with SIGKILL at the step; the signal that ended it, 0 for an ordinary end.
  func run(until step: String) async throws -> Int32 {
    let process = process(step)
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { ended in
        continuation.resume(returning: ended.terminationReason == .uncaughtSignal ? ended.terminationStatus : 0)
      }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }

  /// Runs until `isReached`, then kills it as `kill -9` does.
  func run(killedWhen isReached: () async throws -> Bool) async throws {
    let process = process("")
    try process.run()
    while process.isRunning, try await !isReached() { try await Task.sleep(for: .milliseconds(20)) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  private func process(_ step: String) -> Process {
    let process = Process()
    process.executableURL = Self.program
    let place = ["host", "user", "dbname"].map { database.parameters[$0] ?? "" }
    process.arguments = place + [asOf.description, step]
    return process
  }

  /// Built beside the bundle of the tests.
  private static var program: URL {
    var folder = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    let name = "NightVictim"
    while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent(name).path) {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent(name)
  }
}
