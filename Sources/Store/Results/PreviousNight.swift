package import Banking
package import IdealProfiles
package import PostgresKit
import Schema

/// Reads what earlier nights left for this one.
package struct PreviousNight: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// The latest model fitted before the as-of date; nil where there is none or this program cannot use it.
  package func model(_ bank: BankID, before asOf: BusinessDate) async throws -> (
    model: ProfileModel, asOf: BusinessDate
  )? {
    let row = try await connection.optional(
      Statement<StoredModel>(.previousModel, .text(bank.rawValue), .date(asOf)) { try StoredModel($0) })
    guard let row, let model = row.model else { return nil }
    return (model, row.asOf)
  }

  /// Stages as last published, by client.
  package func stages(_ scope: ReadScope) async throws -> [ClientID: String] {
    try await connection.copyOut(
      CopyQuery(Query.previousStages.name, Query.previousStages.sql, settings: scope.settings)
    ) { rows in
      var stages: [ClientID: String] = [:]
      try rows.forEach { row in
        let client = ClientID(try row.readInt64())
        stages[client] = try row.readText()
      }
      return stages
    }
  }
}

private struct StoredModel: Sendable {
  let asOf: BusinessDate
  let model: ProfileModel?

  init(_ row: PostgresRow) throws {
    asOf = try row.date("as_of")
    let ids = try row.decode("profile_ids", as: [Int32].self)
    let names = try row.decode("profile_names", as: [String].self)
    let products = try row.decode("products", as: [String].self).map { ProductCode($0) }
    let baseline = try row.decode("baseline", as: [Int32].self).map { Int($0) }
    let nextID = Int(try row.decode("next_id", as: Int32.self))
    model = try ProfileModel(
      parameters: row.decode("parameters", as: [Double].self), products: products,
      identities: zip(ids, names).map { ProfileIdentity(id: Int($0), name: $1) }, baseline: baseline, nextID: nextID)
  }
}
