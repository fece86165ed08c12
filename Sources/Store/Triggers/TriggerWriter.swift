import Banking
import PostgresKit
import Schema
import Triggers

/// Applies a night's decisions to the stored triggers, with their history.
struct TriggerWriter {
  private static let batchSize = 2048
  let connection: PostgresConnection
  let bank: BankID
  let asOf: BusinessDate
  let moment: PostgresTimestamp

  init(_ connection: PostgresConnection, bank: BankID, asOf: BusinessDate, moment: PostgresTimestamp) {
    self.connection = connection
    self.bank = bank
    self.asOf = asOf
    self.moment = moment
  }

  /// Ends come first: a client's one place may be taken by the trigger raised next.
  func apply(_ changes: TriggerChanges) async throws {
    let decisions = changes.decisions
    try await end(decisions)
    if !decisions.wake.isEmpty {
      try await connection.execute(
        Statement(
          .wakeTriggers, .textArray(decisions.wake.map(\.id.description)),
          .dateArray(decisions.wake.map { PostgresDate(dayNumber: $0.validUntil.dayNumber) }), .timestamptz(moment),
          .textArray(decisions.wake.filter(\.wasAccepted).map(\.id.description)), .date(asOf.advanced(byDays: 1))))
    }
    if !decisions.reassign.isEmpty {
      try await connection.execute(
        Statement(
          .reassignTriggers, .textArray(decisions.reassign.map(\.id.description)),
          .int8Array(decisions.reassign.map { $0.desk.manager?.rawValue ?? 0 }),
          .textArray(decisions.reassign.map { $0.desk.branch ?? "" }), .timestamptz(moment),
          .textArray(decisions.reassign.filter { $0.desk.manager == nil }.map(\.id.description))))
    }
    if !decisions.requalify.isEmpty {
      try await connection.execute(
        Statement(
          .requalifyTriggers, .textArray(decisions.requalify.map(\.id.description)),
          .float8Array(decisions.requalify.map(\.factor)), .timestamptz(moment)))
    }
    if !decisions.raise.isEmpty { try await raise(changes) }
  }

  private func end(_ decisions: TriggerDecisions) async throws {
    let ended =
      decisions.win.map { ($0, TriggerState.won, NightNote.found.stored) }
      + decisions.expire.map { ($0, TriggerState.expired, "") }
      + decisions.withdraw.map { ($0.id, TriggerState.withdrawn, NightNote.withdrawn($0.reason).stored) }
    guard !ended.isEmpty else { return }
    try await connection.execute(
      Statement(
        .endTriggers, .textArray(ended.map(\.0.description)), .textArray(ended.map(\.1.rawValue)),
        .textArray(ended.map(\.2)), .date(asOf), .timestamptz(moment),
        .textArray(ended.map { decisions.seen[$0.0]?.state.rawValue ?? "" }),
        .textArray(ended.map { decisions.seen[$0.0]?.snoozedUntil?.description ?? "" }),
        .textArray(decisions.replaced.map(\.description))))
  }

  private func raise(_ changes: TriggerChanges) async throws {
    let isFurtherRun = try await connection.one(
      Statement<Bool>(.hasConversations, .text(bank.rawValue), .date(asOf)) { try $0.decode(0) })
    try await inBatches(changes.conversationCount, of: Self.batchSize, making: changes.conversations) {
      try await put($1, known: isFurtherRun ? join($1) : [])
    }
    let raised = changes.decisions.raise
    let numbers = try await numbers(of: raised)
    try await inBatches(raised.count, of: Self.batchSize, making: changes.texts) {
      try await put(raised[$0], $1, numbers)
    }
  }

  private static let columns = [
    "trigger_id", "bank_id", "manager_id", "client_id", "kind", "product_code", "state", "priority",
    "expected_income", "headline", "reason", "raised_on", "valid_until", "cycle", "conversation_id", "branch",
    "raised_at", "raise_event",
  ]

  private func put(
    _ raised: ArraySlice<RaisedTrigger>, _ texts: [(headline: String, reason: String)], _ numbers: [TriggerID: Int64]
  ) async throws {
    let (bank, asOf, moment) = (bank, asOf, moment)
    try await connection.copyIn(CopyTarget("xsell.trigger_record", columns: Self.columns)) { row in
      for (trigger, text) in zip(raised, texts) {
        try row.beginRow()
        try row.write(trigger.id.uuid)
        try row.write(text: bank.rawValue)
        try row.write(int8: trigger.desk.manager?.rawValue)
        try row.write(int8: trigger.client.rawValue)
        try row.write(text: trigger.kind.rawValue)
        try row.write(text: trigger.product?.rawValue)
        try row.write(text: TriggerState.open.rawValue)
        try row.write(float8: trigger.priority)
        try row.write(int8: trigger.expectedIncome?.minorUnits)
        try row.write(text: text.headline)
        try row.write(text: text.reason)
        try row.write(date: PostgresDate(dayNumber: asOf.dayNumber))
        try row.write(date: PostgresDate(dayNumber: trigger.validUntil.dayNumber))
        try row.write(int4: Int32(trigger.cycle))
        try row.write(trigger.conversation.uuid)
        try row.write(text: trigger.desk.branch)
        try row.write(timestamptz: moment)
        try row.write(int8: numbers[trigger.id])
      }
    }
  }

  /// In the order of their ids, whatever the order of raising.
  private func numbers(of raised: [RaisedTrigger]) async throws -> [TriggerID: Int64] {
    let numbers = try await connection.one(
      Statement<[Int64]>(.eventNumbers, .int4(Int32(raised.count))) { try $0.decode("numbers") })
    return Dictionary(zip(raised.map(\.id).sorted(), numbers.sorted())) { first, _ in first }
  }

  private typealias Conversations = [(id: ConversationID, client: ClientID, headline: String)]

  /// - Returns: which of them the date has already.
  private func join(_ conversations: Conversations) async throws -> Set<String> {
    Set(
      try await connection.many(
        Statement<String>(
          .joinConversations, .textArray(conversations.map(\.id.description)),
          .textArray(conversations.map(\.headline))
        ) { try $0.decode(0) }, limit: conversations.count))
  }

  private func put(_ conversations: Conversations, known: Set<String>) async throws {
    let (bank, asOf) = (bank, PostgresDate(dayNumber: asOf.dayNumber))
    let columns = ["conversation_id", "bank_id", "client_id", "raised_on", "headline"]
    try await connection.copyIn(CopyTarget("xsell.conversation_record", columns: columns)) { row in
      for conversation in conversations where !known.contains(conversation.id.description) {
        try row.beginRow()
        try row.write(conversation.id.uuid)
        try row.write(text: bank.rawValue)
        try row.write(int8: conversation.client.rawValue)
        try row.write(date: asOf)
        try row.write(text: conversation.headline)
      }
    }
  }
}

extension BinaryCopyWriter {
  fileprivate mutating func write(_ uuid: StableUUID) throws { try write(uuid: (uuid.high, uuid.low)) }
}
