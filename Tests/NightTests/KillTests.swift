import Banking
import NightFixture
import Nightly
import PostgresKit
import Testing

@Suite("Kill -9 anywhere leaves the last publication, and the next run ends where an undisturbed one would have")
struct KillTests {
  @Test("Killed as a step begins", arguments: NightStep.allCases)
  func atStep(_ step: NightStep) async throws {
    let database = try await LoadedBank.publishedDatabase()
    let signal = try await Victim(database: database, asOf: LoadedBank.june).run(until: step.rawValue)
    #expect(signal == 9)
    try await recovers(database)
  }

  @Test("Killed inside the publication, while its last statement runs and nothing is committed")
  func whilePublishing() async throws {
    let database = try await LoadedBank.publishedDatabase()
    let connection = try await PostgresConnection.connect(database)
    try await connection.script(
      """
      create function public.linger() returns trigger language plpgsql as
      $$ begin perform pg_sleep(300); return new; end $$;
      create trigger linger before insert or update on xsell.publication for each row execute function public.linger();
      """)
    try await Victim(database: database, asOf: LoadedBank.june).run {
      try await connection.value(
        "select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')")
    }
    #expect(try await lockIsFreed(connection))
    try await connection.script("drop trigger linger on xsell.publication")
    try await recovers(database)
  }

  @Test(
    "Killed on the very first night: nothing is shown, then the whole of it", arguments: [NightStep.read, .publish])
  func first(_ step: NightStep) async throws {
    let database = try await LoadedBank.database()
    #expect(try await Victim(database: database, asOf: LoadedBank.april).run(until: step.rawValue) == 9)
    let connection = try await PostgresConnection.connect(database)
    #expect(try await Checksums.ofViews(connection).values.allSatisfy { $0.hasPrefix("0 rows") })
    for asOf in [LoadedBank.april, LoadedBank.may] { try await LoadedBank.night(connection, asOf) }
    #expect(try await Checksums.ofViews(connection) == Undisturbed.shared.value.may)
  }

  private func recovers(_ database: ConnectionSettings) async throws {
    let undisturbed = try await Undisturbed.shared.value
    let connection = try await PostgresConnection.connect(database)
    #expect(try await Checksums.ofViews(connection) == undisturbed.may)
    #expect(try await connection.attempts() == ["published", "published", "running"])
    #expect(try await lockIsFreed(connection))
    #expect(try await LoadedBank.night(connection, LoadedBank.june).outcome == .published)
    #expect(try await Checksums.ofViews(connection) == undisturbed.june)
    #expect(try await connection.attempts() == ["abandoned", "published", "published", "published"])
  }

  /// Whether nobody holds an advisory lock in the database, waiting a few seconds for it.
  private func lockIsFreed(_ connection: PostgresConnection) async throws -> Bool {
    for _ in 0..<100 {
      let held: Bool = try await connection.value(
        """
        select exists (select from pg_locks where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database()))
        """)
      if !held { return true }
      try await Task.sleep(for: .milliseconds(50))
    }
    return false
  }
}
