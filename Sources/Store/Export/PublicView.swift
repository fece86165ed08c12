package import Banking
package import PostgresKit
import Schema

/// A view of the output contract.
package enum PublicView: String, CaseIterable, Sendable {
  case clientCard = "client_card"
  case recommendation
  case trigger
  case conversation
  case triggerEvent = "trigger_event"
  case profile
  case profileProduct = "profile_product"
  case clientLife = "client_life"
  case lifeValue = "life_value"
  case survival
  case run

  private var query: Query {
    switch self {
    case .clientCard: .exportClientCard
    case .recommendation: .exportRecommendation
    case .trigger: .exportTrigger
    case .conversation: .exportConversation
    case .triggerEvent: .exportTriggerEvent
    case .profile: .exportProfile
    case .profileProduct: .exportProfileProduct
    case .clientLife: .exportClientLife
    case .lifeValue: .exportLifeValue
    case .survival: .exportSurvival
    case .run: .exportRun
    }
  }

  /// Streams the rows as CSV with a header, in an order that is always the same.
  /// - Parameters:
  ///   - bank: nil = all banks.
  ///   - onChunk: called with one line at a time, on the connection's thread; valid until it returns.
  /// - Returns: the number of rows, the header not among them.
  package func export(
    from connection: PostgresConnection, bank: BankID?,
    _ onChunk: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws -> Int {
    let lines = try await connection.copyOutCSV(
      CopyQuery("xsell.\(rawValue)", query.sql, settings: ["xsell.bank_id": bank?.rawValue ?? ""]),
      onChunk)
    return lines - 1
  }
}
