import PostgresKit
import Store

extension NightError {
  /// One sentence for the ledger and the log. Errors of ours speak for themselves and never show client data; of an
  /// unknown one only the type is told.
  static func sentence(_ error: any Error) -> String {
    switch error {
    case let error as NightError: error.description
    case let error as UnreadableRelation: error.description
    case PostgresError.cancelled: "interrupted"
    case PostgresError.rollbackFailed(let body, let rollback):
      "\(sentence(body)); and the rollback failed: \(sentence(rollback))"
    case let error as PostgresError: error.description
    case let error as FieldError: error.description
    case is CancellationError: "interrupted"
    default: "unexpected failure (\(type(of: error)))"
    }
  }
}
