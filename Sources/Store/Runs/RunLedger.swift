package import Banking
package import PostgresKit
import Schema

/// The ledger of nightly runs.
package struct RunLedger: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// How an attempt ended.
  package enum Outcome: String, Sendable { case published, unchanged, failed }

  /// Whether the connection's role is shown every row of the results, as their owner is.
  package func seesAllRows() async throws -> Bool {
    try await connection.one(Statement<Bool>(.seesAllRows) { try $0.decode(0) })
  }

  /// Takes the bank's lock for this session; false where another run holds it.
  package func lock(_ bank: BankID) async throws -> Bool {
    try await connection.tryAdvisoryLock(key: Self.lockKey(bank))
  }

  package func unlock(_ bank: BankID) async throws {
    _ = try await connection.releaseAdvisoryLock(key: Self.lockKey(bank))
  }

  private static func lockKey(_ bank: BankID) -> Int64 {
    var hash = ContentHash()
    hash.combine("xsell nightly")
    hash.combine(bank.rawValue)
    return hash.key
  }

  /// A fresh random UUID.
  package func newAttempt() async throws -> String {
    try await connection.one(Statement<String>(.newAttempt) { try $0.decode(0) })
  }

  /// Begins an attempt; earlier ones that died are marked. Only under the bank's lock.
  package func start(attempt: String, bank: BankID, asOf: BusinessDate, at moment: PostgresTimestamp) async throws {
    try await connection.execute(Statement(.abandonAttempts, .text(bank.rawValue), .timestamptz(moment)))
    try await connection.execute(
      Statement(.startAttempt, .uuid(attempt), .text(bank.rawValue), .date(asOf), .timestamptz(moment)))
  }

  /// - Parameters:
  ///   - run: identity of the result, where it got so far.
  ///   - stages, manifest: JSON objects.
  ///   - failure: one sentence without client data.
  package func finish(
    attempt: String, outcome: Outcome, run: String?, at moment: PostgresTimestamp, stages: String, manifest: String,
    failure: String? = nil
  ) async throws {
    if outcome == .published, let run { try await connection.execute(Statement(.supersedeAttempts, .uuid(run))) }
    try await connection.execute(
      Statement(
        .finishAttempt, .uuid(attempt), .text(outcome.rawValue), .uuid(run), .timestamptz(moment), .jsonb(stages),
        .jsonb(manifest), .text(failure)))
  }

  /// Keeps what a policy says, so that runs can be compared.
  /// - Parameter settings: a JSON object.
  package func keep(policy hash: String, settings: String) async throws {
    try await connection.execute(Statement(.putPolicy, .text(hash), .jsonb(settings)))
  }

  /// What the bank's views show now.
  package func published(_ bank: BankID) async throws -> (run: String, asOf: BusinessDate)? {
    try await connection.optional(
      Statement<PublishedRun>(.publishedRun, .text(bank.rawValue)) {
        PublishedRun(run: try $0.decode("run_id"), asOf: try $0.date("as_of"))
      }
    ).map { ($0.run, $0.asOf) }
  }

  /// Whether an attempt was published, though nobody heard of it.
  package func isPublished(attempt: String) async throws -> Bool {
    try await connection.one(Statement<Bool>(.isPublished, .uuid(attempt)) { try $0.decode(0) })
  }

  /// A UUID made of whatever decides a result, so that equal results carry equal names in every database.
  package func identity(of text: String) async throws -> String {
    try await connection.one(Statement<String>(.resultIdentity, .text(text)) { try $0.decode(0) })
  }

  /// SHA-256 in hexadecimal.
  package func hash(_ text: String) async throws -> String {
    try await connection.one(Statement<String>(.textHash, .text(text)) { try $0.decode(0) })
  }
}

private struct PublishedRun: Sendable {
  let run: String
  let asOf: BusinessDate
}
