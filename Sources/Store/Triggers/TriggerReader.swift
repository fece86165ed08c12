package import Banking
package import PostgresKit
import Schema
package import Triggers

/// Reads the stored triggers that a night decides from.
package struct TriggerReader: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// - Parameter contactWindowDays: how far back ended triggers still count as contacts.
  package func existing(_ scope: ReadScope, contactWindowDays: Int) async throws -> [ExistingTrigger] {
    var settings = scope.settings
    settings["xsell.contact_window_days"] = String(contactWindowDays)
    return try await connection.copyOut(
      CopyQuery(Query.existingTriggers.name, Query.existingTriggers.sql, settings: settings)
    ) { rows in
      var triggers: [ExistingTrigger] = []
      try rows.forEach { row in
        if let trigger = try ExistingTrigger(row: &row) { triggers.append(trigger) }
      }
      return triggers
    }
  }

  /// As-of date of the latest night that had the bank's triggers in hand.
  package func latest(_ bank: BankID) async throws -> BusinessDate? {
    try await connection.one(
      Statement<BusinessDate?>(.lastTriggerDate, .text(bank.rawValue)) { try $0.optionalDate("latest") })
  }
}

extension ExistingTrigger {
  /// Nil where a newer program has stored a word that this one does not know.
  fileprivate init?(row: inout BinaryRow) throws {
    let id = TriggerID(try row.readText())
    let client = ClientID(try row.readInt64())
    let manager = try row.readOptionalInt64().map { ManagerID($0) }
    let kind = TriggerKind(rawValue: try row.readText())
    let product = try row.readOptionalText().map { ProductCode($0) }
    let state = TriggerState(rawValue: try row.readText())
    let cycle = Int(try row.readInt32())
    let raisedOn = try row.readBusinessDate()
    let validUntil = try row.readBusinessDate()
    let snoozedUntil = try row.readBusinessDate()
    let endedOn = try row.readBusinessDate()
    let refusal = try row.readOptionalText().flatMap { RefusalReason(rawValue: $0) }
    guard let id, let kind, let state, let raisedOn, let validUntil else { return nil }
    self.init(
      id: id, client: client, manager: manager, kind: kind, product: product, state: state, cycle: cycle,
      raisedOn: raisedOn, validUntil: validUntil, snoozedUntil: snoozedUntil, endedOn: endedOn, refusal: refusal)
  }
}
