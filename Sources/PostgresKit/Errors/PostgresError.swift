/// Everything that can go wrong between here and the server. Descriptions never show data or a password.
package indirect enum PostgresError: Error, Sendable, CustomStringConvertible {
  case cannotConnect(ConnectFailure)
  /// The statement took longer than it may; the server has stopped it.
  case timeout(label: String)
  /// The task was cancelled.
  case cancelled(label: String)
  /// Somebody else has stopped the statement: an administrator, or another program of the same user.
  case stopped(label: String)
  /// The link broke; what the statement did outside a transaction is not known.
  case connectionLost(label: String)
  /// The link broke during COMMIT: the transaction may or may not have happened. Look for it by its natural key.
  case commitOutcomeUnknown
  /// COMMIT was refused because a statement had failed and the body went on; nothing was kept.
  case rolledBackAtCommit
  /// The body failed and so did the ROLLBACK after it.
  case rollbackFailed(body: any Error, rollback: any Error)
  case server(ServerError)
  case field(FieldError)
  /// A statement returned another number of rows than it declares.
  case rowCount(label: String, expected: String, found: Int)
  /// A statement was used in a way its kind does not allow, for example a COPY passed to `execute`.
  case misuse(label: String, explanation: String)

  package var description: String {
    switch self {
    case .cannotConnect(let failure):
      "Cannot connect to \(failure.target): \(failure.reason.rawValue): \(failure.detail)"
    case .timeout(let label): "\(label): stopped after its time limit; raise the limit or look for a lock"
    case .cancelled(let label): "\(label): cancelled"
    case .stopped(let label): "\(label): stopped by an administrator of the server"
    case .connectionLost(let label): "\(label): the connection to PostgreSQL broke; connect again and repeat"
    case .commitOutcomeUnknown:
      "COMMIT: the connection broke before the answer; check whether the transaction happened before repeating it"
    case .rolledBackAtCommit: "COMMIT: a statement had failed before, so the transaction was rolled back"
    case .rollbackFailed(let body, let rollback): "\(body); and the rollback failed: \(rollback)"
    case .server(let error): error.description
    case .field(let error): error.description
    case .rowCount(let label, let expected, let found): "\(label): expected \(expected), found \(found)"
    case .misuse(let label, let explanation): "\(label): \(explanation)"
    }
  }

  /// The condition the server reported, if the server reported one.
  package var sqlState: SQLState? {
    if case .server(let error) = self { error.sqlState } else { nil }
  }
}
