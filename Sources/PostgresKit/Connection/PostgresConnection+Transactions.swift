extension PostgresConnection {
  /// What an error of a transaction's beginning is labelled with.
  package static let beginning = "BEGIN"

  /// Runs `body` in a transaction and commits; an error of `body` rolls back and is thrown on as it is.
  ///
  /// Which step failed can be told: an error of BEGIN or COMMIT carries that label; a link that broke in COMMIT throws
  /// `commitOutcomeUnknown`; a body that swallowed a server error throws `rolledBackAtCommit`; a ROLLBACK that failed too
  /// throws `rollbackFailed` with both errors. Cancelling the task does not interrupt COMMIT or ROLLBACK.
  /// - Parameter readOnly: nil = as the session's default is, which an administrator may have set with a purpose.
  package func withTransaction<R: Sendable>(
    isolation: Isolation = .readCommitted, readOnly: Bool? = nil,
    calledFrom actor: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async throws -> R {
    try await begin(isolation, readOnly: readOnly)
    let value: R
    do {
      value = try await body()
    } catch {
      do {
        try await rollback()
      } catch let rollback {
        throw PostgresError.rollbackFailed(body: error, rollback: rollback)
      }
      throw error
    }
    try await commit()
    return value
  }

  private func begin(_ isolation: Isolation, readOnly: Bool?) async throws {
    if isInTransaction {
      throw PostgresError.misuse(label: Self.beginning, explanation: "the connection is in a transaction already")
    }
    let access = readOnly.map { $0 ? " READ ONLY" : " READ WRITE" } ?? ""
    try await interruptible {
      _ = try $0.control("\(Self.beginning) ISOLATION LEVEL \(isolation.rawValue)\(access)", isCancellable: true)
    }
  }

  private func commit() async throws {
    try await interruptible { link in
      do throws(PostgresError) {
        guard try link.control("COMMIT", isCancellable: false) != "ROLLBACK" else {
          throw .rolledBackAtCommit
        }
      } catch .connectionLost {
        throw PostgresError.commitOutcomeUnknown
      } catch .timeout where link.handle == nil {
        throw PostgresError.commitOutcomeUnknown
      }
    }
  }

  /// On a broken link there is nothing to roll back: the server has done it.
  private func rollback() async throws {
    try await interruptible { link in
      guard link.handle != nil, link.isInTransaction else { return }
      try link.control("ROLLBACK", isCancellable: false)
    }
  }
}
