import Banking
import PostgresKit
import Testing
import Triggers

@testable import Store

@Suite("What a night reads of its triggers")
struct StoredTriggerTests {
  private func bank(_ triggers: String, _ changes: String = "") async throws -> PostgresConnection {
    let connection = try await SoundBank.connect()
    try await OutputSchema.migrator().migrate(connection)
    try await connection.script(
      """
      insert into xsell.conversation_record (conversation_id, bank_id, client_id, raised_on, headline)
        select md5('c' || i)::uuid, 'B', i, '2026-05-01', 'stored' from generate_series(1, 10) i;
      insert into xsell.trigger_record
        (trigger_id, bank_id, manager_id, client_id, kind, product_code, state, priority, headline, reason, raised_on,
          valid_until, snoozed_until, closed_on, cycle, conversation_id)
        select md5('t' || client)::uuid, 'B', 1, client, kind, product, state, 1, 'stored', reason::jsonb, '2026-05-01',
          '2026-06-10', case when state = 'snoozed' then '2026-07-01'::date end,
          case when state in ('won', 'expired', 'lost') then '2026-06-11'::date end, 1, md5('c' || client)::uuid
        from (values \(triggers)) as v(client, kind, product, state, reason);
      """ + changes)
    return connection
  }

  private func existing(_ connection: PostgresConnection) async throws -> [ExistingTrigger] {
    try await connection.withTransaction(isolation: .repeatableRead) {
      try await TriggerReader(connection).existing(SoundBank.scope, contactWindowDays: 30)
    }
  }

  @Test(
    "a maturity is renewed by an account opened since or by a later date, not by another contract",
    arguments: [
      ("", nil), ("update source.account set closed_on = '2026-06-10' where client_id = 1", nil),
      ("insert into source.account values ('B', 91, 1, 'SETTLE', '2025-01-01', null, '2027-01-01')", nil),
      ("insert into source.account values ('B', 91, 1, 'SETTLE', '2026-06-12', null, null)", "2026-06-12"),
      // The one that matures stands until the end of the month.
      (
        "insert into source.account values ('B', 91, 1, 'SETTLE', '2026-06-12', null, null), ('B', 92, 1, 'SETTLE', '2025-01-01', null, '2026-07-10'); update xsell.trigger_record set reason = '{\"since\": \"2026-07-10\"}'",
        nil
      ),
      ("insert into source.account values ('B', 91, 1, 'SETTLE', '2026-06-12', null, 'infinity')", nil),
      ("insert into source.account values ('B', 91, 1, 'SETTLE', '2026-06-12', '2026-06-20', null)", nil),
      ("insert into source.account values ('B', 91, 1, 'SETTLE', '2026-07-12', null, null)", nil),
      ("update source.account set matures_on = '2027-06-10' where client_id = 1", "2026-06-10"),
      ("insert into source.account values ('B', 91, 2, 'SETTLE', '2026-06-12', null, null)", nil),
    ])
  func renewed(change: String, day: String?) async throws {
    let connection = try await bank(
      "(1, 'renew', 'SETTLE', 'open', '{\"since\": \"2026-06-10\"}')",
      "update source.account set matures_on = '2026-06-10' where client_id = 1; \(change)")
    #expect(try await existing(connection).map { $0.renewedOn?.description } == [day])
  }

  @Test("what was accepted before it was put off, once or twice, wakes accepted")
  func accepted() async throws {
    let connection = try await bank(
      "(1, 'offer', 'ACQ', 'snoozed', '{}'), (2, 'offer', 'ACQ', 'snoozed', '{}'), (3, 'offer', 'ACQ', 'snoozed', '{}')",
      """
      insert into xsell.event_record (trigger_id, at, actor, from_state, to_state)
      select md5('t' || client)::uuid, '2026-05-02Z', 'anna', a, b
      from (values (1, 'open', 'accepted'), (1, 'accepted', 'snoozed'), (1, 'snoozed', 'snoozed'), (2, 'open', 'snoozed'),
        (3, 'open', 'accepted'), (3, 'accepted', 'snoozed'), (3, 'snoozed', 'open'), (3, 'open', 'snoozed'))
        as v(client, a, b);
      """)
    let triggers = try await existing(connection)
    #expect(triggers.map(\.wasAccepted) == [true, false, false])
  }

  @Test("of a kind that only a called client can be won for, what nobody answered says nothing")
  func conversions() async throws {
    let connection = try await bank(
      """
      (1, 'retain', null, 'expired', '{}'), (2, 'retain', null, 'expired', '{}'), (3, 'retain', null, 'won', '{}'),
      (4, 'offer', 'ACQ', 'expired', '{}'), (5, 'offer', 'ACQ', 'won', '{}'), (6, 'deepen', 'SETTLE', 'expired', '{}')
      """,
      """
      insert into xsell.event_record (trigger_id, at, actor, from_state, to_state)
      values (md5('t1')::uuid, '2026-05-02Z', 'anna', 'open', 'accepted'),
        (md5('t3')::uuid, '2026-05-02Z', 'anna', 'open', 'accepted');
      """)
    let history = try await ConversionReader(connection).history(BankID("B"), asOf: SoundBank.asOf)
    #expect(history.answered.byKind == [.retain: ConversionCount(won: 1, ended: 2)])
    #expect(history.answered.overall == ConversionCount(won: 1, ended: 2))
    #expect(history.all.byKind == [.offer: ConversionCount(won: 1, ended: 2)])
    #expect(history.all.byProduct == [ProductCode("ACQ"): ConversionCount(won: 1, ended: 2)])
    #expect(history.all.overall == ConversionCount(won: 1, ended: 2))
  }
}
