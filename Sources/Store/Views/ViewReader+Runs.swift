package import Banking
import PostgresKit
import Schema

extension ViewReader {
  /// The ledger, latest first.
  /// - Parameter state: only the runs that are in it; nil = all.
  package func runs(
    bank: BankID?, _ range: IdentifierRange? = nil, state: String? = nil, limit: Int
  ) async throws -> [RunRow] {
    try await connection.many(
      Statement(
        .viewRuns, .text(bank?.rawValue), .uuid(range?.first), .uuid(range?.last), .int8(Int64(limit)), .text(state)
      ) { try RunRow($0) }, limit: limit)
  }

  /// What differs between two runs: what they were made of, then what came of it.
  /// - Parameters:
  ///   - earlier, later: identifiers; not the same.
  package func differences(between earlier: String, and later: String) async throws -> [RunDifference] {
    try await connection.many(
      Statement(.diffRuns, .uuid(earlier), .uuid(later)) { try RunDifference($0) }, limit: Self.manyRows)
  }
}
