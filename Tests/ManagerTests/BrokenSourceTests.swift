import PostgresKit
import Testing

@testable import Commands

@Suite("What people are shown of a source that breaks its contract")
struct BrokenSourceTests {
  /// The contract's tables without keys, as views over a warehouse would be.
  private static let unkeyed = """
    do $$ declare c record; begin
      for c in select conname, conrelid::regclass as relation from pg_constraint
        where connamespace = 'source'::regnamespace and contype in ('p', 'u') loop
        execute format('alter table %s drop constraint %I', c.relation, c.conname);
      end loop;
      for c in select attname, attrelid::regclass as relation from pg_attribute a join pg_class r on r.oid = a.attrelid
        where r.relnamespace = 'source'::regnamespace and r.relkind = 'r' and attnum > 0 and attnotnull loop
        execute format('alter table %s alter column %I drop not null', c.relation, c.attname);
      end loop;
    end $$;
    """

  private func spoilt(_ change: String) async throws -> PostgresConnection {
    let connection = try await PublishedBank.connection()
    try await connection.script(Self.unkeyed + change)
    return connection
  }

  @Test(
    "rows that are repeated or incomplete multiply nothing and stop nobody",
    arguments: [
      "insert into source.bank select * from source.bank",
      "insert into source.bank values (null, null, null, null), ('EMPTY', null, null, null)",
      "insert into source.manager select * from source.manager where manager_id = 17",
      "insert into source.manager values ('HARBOUR', null, 'No one', 'Riga', null, true), ('HARBOUR', 20, null, null, null, null)",
      "insert into source.product select * from source.product",
      "insert into source.product values ('HARBOUR', null, 'No product', null, null, null)",
      "insert into source.client select * from source.client",
    ])
  func repeated(change: String) async throws {
    let connection = try await spoilt(change)
    #expect(try await answer(ClientCommand.self, "HARBOUR-1", to: connection) == Snapshots.card)
    #expect(
      try await answer(WorklistCommand.self, "--manager", "apetrova", "--bank", "HARBOUR", to: connection)
        == Snapshots.worklist)
    #expect(try await answer(TriggerShowCommand.self, "0b9e2c13", to: connection) == Snapshots.trigger)
    #expect(try await answer(ProfilesListCommand.self, "--bank", "HARBOUR", to: connection) == Snapshots.profiles)
  }

  @Test(
    "an absurd income stays out of the card's months", arguments: ["9e17", "-9e17", "NaN", "Infinity", "-Infinity"])
  func absurd(income: String) async throws {
    let connection = try await spoilt(
      """
      alter table source.product_month alter income type numeric;
      insert into source.product_month values ('HARBOUR', 1, 'CASH', '2026-06-01', '\(income)', 1)
      """)
    #expect(try await answer(ClientCommand.self, "HARBOUR-1", to: connection) == Snapshots.card)
  }
}
