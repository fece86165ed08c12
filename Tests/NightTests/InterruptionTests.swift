import Banking
import NightFixture
import Nightly
import PostgresKit
import Store
import Testing

@Suite("A night that cannot go on leaves nothing half done")
struct InterruptionTests {
  @Test("Of two nights at once the second is turned away, and the first is not disturbed")
  func locked() async throws {
    let database = try await LoadedBank.publishedDatabase()
    let connection = try await PostgresConnection.connect(database)
    let report = try await LoadedBank.night(
      connection, LoadedBank.june,
      report: { step in
        guard step == .gaps else { return }
        let other = try await PostgresConnection.connect(database)
        await #expect {
          try await LoadedBank.night(other, LoadedBank.june)
        } throws: { error in
          if case NightError.locked = error { true } else { false }
        }
        await other.close()
      })
    #expect(report.outcome == .published)
    #expect(try await Checksums.ofViews(connection) == Undisturbed.shared.value.june)
    #expect(try await connection.attempts() == ["published", "published", "published"])
  }

  @Test(
    "A session that dies while it publishes leaves the last publication whole",
    arguments: [
      "before insert on xsell.profile_fact for each statement",
      "before insert on xsell.client_result for each statement",
      "before insert on xsell.trigger_record for each statement",
      "after insert or update on xsell.publication for each row",
      "before update on xsell.attempt for each row",
    ])
  func sessionDies(event: String) async throws {
    let connection = try await LoadedBank.connectPublished()
    try await diesOnce(connection, trigger: "trigger", event: event)
  }

  @Test("A session that dies in COMMIT: what the database says counts, and it says nothing was published")
  func sessionDiesInCommit() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await diesOnce(
      connection, trigger: "constraint trigger",
      event: "after insert or update on xsell.publication deferrable initially deferred for each row")
  }

  private func diesOnce(_ connection: PostgresConnection, trigger: String, event: String) async throws {
    let undisturbed = try await Undisturbed.shared.value
    let onAttempt = event.contains("xsell.attempt")
    try await connection.script(
      """
      create function public.die() returns trigger language plpgsql as $$
      begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return new; end $$;
      create \(trigger) die \(event) \(onAttempt ? "when (new.state = 'published')" : "") execute function public.die();
      """)
    await #expect(throws: PostgresError.self) { try await LoadedBank.night(connection, LoadedBank.june) }
    let next = try await PostgresConnection.connect(connection.settings)
    let table = event.split(separator: " ").first { $0.hasPrefix("xsell.") } ?? ""
    try await next.script("drop trigger die on \(table)")
    #expect(try await Checksums.ofViews(next) == undisturbed.may)
    #expect(try await LoadedBank.night(next, LoadedBank.june).outcome == .published)
    #expect(try await Checksums.ofViews(next) == undisturbed.june)
    let failed = try await next.attempts().filter { $0 != "published" }
    #expect(failed == ["abandoned"] || failed == ["failed"])
  }

  @Test("Statistics that cannot be gathered after the publication do not make it a failure")
  func statisticsFail() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await connection.script(
      """
      create function public.refuse_statistics(name text) returns text language plpgsql immutable as $$
      begin
        if current_query() ~ '(^|\\n)analyze ' then raise exception 'no statistics'; end if;
        return name;
      end $$;
      create index refuses_statistics on xsell.cohort (public.refuse_statistics(name));
      """)
    #expect(try await LoadedBank.night(connection, LoadedBank.june).outcome == .published)
    #expect(try await Checksums.ofViews(connection) == Undisturbed.shared.value.june)
    #expect(try await connection.attempts() == ["published", "published", "published"])
  }

  @Test("A session that dies after the publication does not make it a failure")
  func sessionDiesAfterwards() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await connection.script(
      """
      create function public.die_analyzing(name text) returns text language plpgsql immutable as $$
      begin
        if current_query() ~ '(^|\\n)analyze ' then
          perform pg_terminate_backend(pg_backend_pid());
          perform pg_sleep(5);
        end if;
        return name;
      end $$;
      create index dies_analyzing on xsell.cohort (public.die_analyzing(name));
      """)
    #expect(try await LoadedBank.night(connection, LoadedBank.june).outcome == .published)
    let next = try await PostgresConnection.connect(connection.settings)
    #expect(try await Checksums.ofViews(next) == Undisturbed.shared.value.june)
    #expect(try await next.attempts() == ["published", "published", "published"])
  }

  @Test(
    "A trigger of a newer program stops the night, with the relation and the column",
    arguments: ["state", "kind", "refusal"])
  func newerTrigger(column: String) async throws {
    let connection = try await LoadedBank.connectPublished()
    try await connection.script(
      """
      do $$ declare c text; begin
        for c in select conname from pg_constraint where conrelid = 'xsell.trigger_record'::regclass and contype = 'c' loop
          execute format('alter table xsell.trigger_record drop constraint %I', c);
        end loop;
      end $$;
      update xsell.trigger_record set \(column) = 'parked'
        where trigger_id = (select min(trigger_id::text)::uuid from xsell.trigger_record)
      """)
    let error = await #expect(throws: PostgresError.self) { try await LoadedBank.night(connection, LoadedBank.june) }
    #expect(error?.description.hasPrefix("xsell.trigger_record, column \(column): ") == true)
    #expect(try await connection.attempts() == ["failed", "published", "published"])
  }

  @Test(
    "The ledger says of every failure what it was",
    arguments: [
      (
        FieldError(relation: "client", column: "#2", expected: "text", found: nil, problem: .malformed) as any Error,
        "client, column #2: expected text: the bytes are not a value of the type"
      ),
      (
        PostgresError.rollbackFailed(
          body: NightError.locked(SmallNight.bank), rollback: PostgresError.timeout(label: "ROLLBACK")),
        "another run of bank DEMO holds the lock; try again when it has ended (xsell runs list); and the rollback failed: ROLLBACK: stopped after its time limit; raise the limit or look for a lock"
      ),
      (CancellationError(), "interrupted"), (Surprise(client: "Mill Ltd"), "unexpected failure (Surprise)"),
    ])
  func recorded(error: any Error, sentence: String) async throws {
    let connection = try await LoadedBank.connectPublished()
    await #expect(throws: (any Error).self) {
      try await LoadedBank.night(connection, LoadedBank.june, report: { step in if step == .features { throw error } })
    }
    let failure: String = try await connection.value("select failure from xsell.attempt where state = 'failed'")
    #expect(failure == sentence)
  }

  @Test(
    "A night that is cancelled ends at once, says so and frees the bank", arguments: [NightStep.read, .gaps, .publish])
  func cancelled(at step: NightStep) async throws {
    let connection = try await LoadedBank.connectPublished()
    let before = try await Checksums.ofStorage(connection, except: ["attempt"])
    await #expect(throws: (any Error).self) {
      try await Task {
        try await LoadedBank.night(
          connection, LoadedBank.june, report: { if $0 == step { withUnsafeCurrentTask { $0?.cancel() } } })
      }.value
    }
    let failure: String = try await connection.value("select failure from xsell.attempt where state = 'failed'")
    #expect(failure == "interrupted")
    #expect(try await Checksums.ofStorage(connection, except: ["attempt"]) == before)
    let next = try await PostgresConnection.connect(connection.settings)
    #expect(try await LoadedBank.night(next, LoadedBank.june).outcome == .published)
  }

  private struct Surprise: Error { let client: String }

  @Test("An attempt that has ended keeps its end")
  func endedOnce() async throws {
    let connection = try await LoadedBank.connectPublished()
    let ledger = RunLedger(connection)
    let attempt: String = try await connection.value(
      "select attempt_id::text from xsell.attempt order by started_at desc limit 1")
    try await ledger.finish(
      attempt: attempt, outcome: .failed, run: nil, at: PostgresTimestamp(microseconds: 0), stages: "{}",
      manifest: "{}", failure: "the link broke after COMMIT")
    #expect(try await connection.attempts() == ["published", "published"])
  }

  @Test(
    "What the check refuses leaves the last publication, and the ledger says why without a word about clients",
    arguments: [
      "delete from source.client", "update source.client set opened_on = '2027-01-01'",
      "delete from source.client where client_id % 3 > 0", "update source.account set product_code = 'Mill Ltd'",
      "alter table source.client drop column name", "drop table source.product_month", "delete from source.bank",
      "delete from source.product",
    ])
  func refused(spoil: String) async throws {
    let connection = try await LoadedBank.connectPublished()
    try await connection.script(spoil)
    let before = try await Checksums.ofStorage(connection, except: ["attempt"])
    await #expect {
      try await LoadedBank.night(connection, LoadedBank.june)
    } throws: { error in
      if case NightError.refused = error { true } else { false }
    }
    #expect(try await Checksums.ofStorage(connection, except: ["attempt"]) == before)
    #expect(try await connection.attempts() == ["failed", "published", "published"])
    let sentence: String = try await connection.value("select failure from xsell.attempt where state = 'failed'")
    #expect(sentence.hasPrefix("the data of bank DEMO break the contract ("))
    #expect(!sentence.contains("Mill"))
  }
}
