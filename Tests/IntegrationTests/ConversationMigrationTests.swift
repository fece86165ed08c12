import Banking
import PostgresKit
import Schema
import Store
import TestCluster
import Testing
import Triggers

@Suite("Triggers of before conversations")
struct ConversationMigrationTests {
  @Test("They get one conversation a client and date, keep their history, and a night reads them")
  func upgrade() async throws {
    let connection = try await PostgresConnection.connect(
      TestCluster.shared.database(template: "before_conversations") { connection in
        try await SourceTables(connection).create()
        let before = Schema.migrations.prefix { $0.name != "conversations" }
        let migrator = try Migrator(
          schema: "xsell",
          migrations: before.map { Migration(version: Int32($0.version), name: $0.name, sql: $0.sql) })
        _ = try await migrator.migrate(connection)
        try await connection.script(Self.triggers, label: "triggers of before")
      })
    _ = try await OutputSchema.migrator().migrate(connection)
    let existing = try await TriggerReader(connection).existing(
      ReadScope(bank: BankID("B"), asOf: BusinessDate(dayNumber: 9677), historyMonths: 1, absurdAmount: 1),
      contactWindowDays: 30)
    #expect(existing.map(\.client.rawValue) == [1, 1, 1, 2])
    #expect(Set(existing.map(\.conversation)).count == 3)
    let offers = existing.filter { $0.raisedOn == BusinessDate(dayNumber: 9677) && $0.client == ClientID(1) }
    #expect(offers.count == 2 && Set(offers.map(\.conversation)).count == 1)
    #expect(Set(existing.map(\.desk)) == [.manager(ManagerID(17)), .queue(branch: "")])
    #expect(existing.allSatisfy { $0.qualificationFactor == 1 && $0.askOn == nil })
    let headlines = try await connection.many(
      Statement<String>(
        "headlines",
        "select headline || ' ' || triggers || ' ' || live_triggers from xsell.conversation order by client_id, raised_on"
      ) { try $0.decode(0) }, limit: 10)
    #expect(headlines == ["old 1 0", "better 2 2", "keep 1 1"])
  }

  private static let triggers = """
    insert into xsell.trigger_record (trigger_id, bank_id, manager_id, client_id, kind, product_code, state, priority,
      expected_income, headline, reason, raised_on, valid_until, closed_on, cycle) values
      (gen_random_uuid(), 'B', 17, 1, 'offer', 'P', 'open', 1, 100, 'worse', '{}', '2026-06-30', '2026-07-30', null, 1),
      (gen_random_uuid(), 'B', 17, 1, 'offer', 'Q', 'open', 2, 100, 'better', '{}', '2026-06-30', '2026-07-30', null, 1),
      (gen_random_uuid(), 'B', 17, 1, 'deepen', 'R', 'expired', 2, 100, 'old', '{}', '2026-05-01', '2026-05-30', '2026-06-01', 1),
      (gen_random_uuid(), 'B', null, 2, 'retain', null, 'accepted', 2, null, 'keep', '{"stage": "decline"}', '2026-06-30', '2026-07-30', null, 1);
    """
}
