package import Logging

/// A connection to PostgreSQL: an actor on a thread of its own, over libpq.
///
/// Calls of one connection run one after another. A transaction belongs to the task that began it: give every task its
/// own connection. Cancelling the task stops the statement on the server; every statement has a time limit.
package actor PostgresConnection {
  private nonisolated let executor = ConnectionExecutor()
  package nonisolated let settings: ConnectionSettings
  private let cancellation = CancellationSignal()
  private let link: Link

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private init(settings: ConnectionSettings) {
    self.settings = settings
    link = Link(settings: settings, cancellation: cancellation)
  }

  /// Connects, trying again after failures that may pass (the server is starting, refuses or does not answer).
  /// Throws `PostgresError.cannotConnect` with the last failure, or `.cancelled`.
  package static func connect(
    _ settings: ConnectionSettings, attempts: Int = 1, backoff: Backoff = Backoff(), logger: Logger? = nil
  ) async throws -> PostgresConnection {
    let connection = PostgresConnection(settings: settings)
    try await connection.reconnect(attempts: attempts, backoff: backoff, logger: logger)
    return connection
  }

  /// Connects again after `connectionLost`. Session state (temporary tables, advisory locks, settings) is gone.
  package func reconnect(attempts: Int = 1, backoff: Backoff = Backoff(), logger: Logger? = nil) async throws {
    for attempt in 1... {
      do {
        return try await interruptible { try $0.connect() }
      } catch PostgresError.cannotConnect(let failure) where failure.isTransient && attempt < attempts {
        let pause = backoff.pause(after: attempt)
        logger?.notice(
          "database not reachable, trying again",
          metadata: ["target": "\(failure.target)", "reason": "\(failure.reason.rawValue)", "pause": "\(pause)"])
        try await Task.sleep(for: pause)
      }
    }
  }

  /// Ends the session at once. Without it the session ends when the last reference goes.
  package func close() { link.disconnect() }

  package var isInTransaction: Bool { link.isInTransaction }

  /// Runs synchronous work on this connection's thread; cancelling the task raises the signal the work watches.
  /// `work` never suspends, so no other call of this actor comes between `lower` and its end.
  func interruptible<R: Sendable>(_ work: (Link) throws -> R) async throws -> R {
    cancellation.lower()
    return try await withTaskCancellationHandler {
      try work(link)
    } onCancel: { [cancellation] in
      cancellation.raise()
    }
  }
}
