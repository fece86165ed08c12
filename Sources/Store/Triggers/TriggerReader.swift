package import Banking
package import PostgresKit
import Schema
package import Triggers

/// Reads the stored triggers that a night decides from.
package struct TriggerReader: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// - Parameter contactWindowDays: how far back ended triggers still count as contacts; a manager's week does anyway.
  package func existing(_ scope: ReadScope, contactWindowDays: Int) async throws -> [ExistingTrigger] {
    // Its many expressions take longer to compile than to run.
    let settings = ["xsell.contact_window_days": String(max(7, contactWindowDays)), "jit": "off"]
    return try await connection.copyOut(CopyQuery(.existingTriggers, scope, settings)) { rows in
      var triggers: [ExistingTrigger] = []
      try rows.forEach { row in triggers.append(try ExistingTrigger(row: &row)) }
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
  /// Throws where a newer program has stored a word that this one does not know: left out, the trigger would be raised a
  /// second time.
  fileprivate init(row: inout BinaryRow) throws {
    self.init(
      id: try Self.known(row.readText(), "trigger_id") { TriggerID($0) },
      conversation: try Self.known(row.readText(), "conversation_id") { ConversationID($0) },
      client: ClientID(try row.readInt64()),
      desk: Desk(manager: try row.readOptionalInt64().map { ManagerID($0) }, branch: try row.readOptionalText()),
      kind: try Self.known(row.readText(), "kind") { TriggerKind(rawValue: $0) },
      product: try row.readOptionalText().map { ProductCode($0) },
      state: try Self.known(row.readText(), "state") { TriggerState(rawValue: $0) }, cycle: Int(try row.readInt32()),
      raisedOn: BusinessDate(try row.readDate()), validUntil: BusinessDate(try row.readDate()),
      snoozedUntil: try row.readBusinessDate(), endedOn: try row.readBusinessDate(),
      refusal: try row.readOptionalText().map { try Self.known($0, "refusal") { RefusalReason(rawValue: $0) } },
      askOn: try row.readBusinessDate())
    dueOn = try row.readBusinessDate()
    renewedOn = try row.readBusinessDate()
    wasAccepted = try row.readBool()
    var texts: [String] = []
    _ = try row.readTextArray(into: &texts)
    products = texts.map { ProductCode($0) }
    texts = []
    _ = try row.readTextArray(into: &texts)
    for text in texts {
      let parts = text.split(separator: "=").map(String.init)
      qualification[try Self.known(parts[0], "item") { QualificationItem(rawValue: $0) }] =
        try Self.known(parts[1], "answer") { QualificationAnswer(rawValue: $0) }
    }
    qualificationFactor = try Self.known(row.readText(), "reason") { Double($0) }
  }

  private static func known<Value>(_ text: String, _ column: String, _ value: (String) -> Value?) throws -> Value {
    guard let value = value(text) else {
      throw PostgresError.field(
        FieldError(
          relation: "xsell.trigger_record", column: column, expected: "\(Value.self)", found: nil, problem: .unknownWord
        ))
    }
    return value
  }
}
