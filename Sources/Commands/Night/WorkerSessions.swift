import PostgresKit

/// The sessions of a round's workers, one each: opened when it is first needed, and anew when it is lost.
actor WorkerSessions {
  private static let tries = 5

  private var sessions: [Int: PostgresConnection]
  private let open: @Sendable () async throws -> PostgresConnection
  private let pause: @Sendable () async throws -> Void

  /// - Parameters:
  ///   - first: of worker 0.
  ///   - pause: between two tries to open a session while the server is starting again.
  init(
    first: PostgresConnection, open: @escaping @Sendable () async throws -> PostgresConnection,
    pause: @escaping @Sendable () async throws -> Void
  ) {
    sessions = [0: first]
    self.open = open
    self.pause = pause
  }

  func session(of worker: Int) async throws -> PostgresConnection {
    if let session = sessions[worker] { return session }
    let session = try await open()
    sessions[worker] = session
    return session
  }

  /// - Throws: why the database cannot be reached any more.
  func reopen(_ worker: Int) async throws {
    sessions[worker] = nil
    for _ in 1..<Self.tries {
      do {
        sessions[worker] = try await open()
        return
      } catch is PostgresError {
        try await pause()
      }
    }
    sessions[worker] = try await open()
  }
}
