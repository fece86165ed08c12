import Banking
import PostgresKit
import Testing

@testable import Store

@Suite("Whether the last month is loaded")
struct MonthLoadedTests {
  /// Thirty clients; all have business from January to May, and in June `clients` of them.
  private func bank(june clients: Int) async throws -> PostgresConnection {
    let connection = try await SoundBank.connect()
    try await connection.script(
      """
      \(SoundBank.clients(11...30))
      insert into source.account
        select 'B', i, i, 'SETTLE', '2024-02-01', null, null from generate_series(11, 30) i;
      insert into source.product_month
        select 'B', i, 'SETTLE', m, 12.50, 4
        from generate_series(11, 30) i, generate_series('2026-01-01'::timestamp, '2026-06-01', '1 month') m;
      delete from source.load;
      delete from source.product_month where month = '2026-06-01' and client_id > \(clients);
      update source.product_month set income = 0, operations = 0 where month = '2026-06-01' and client_id = \(clients);
      """)
    return connection
  }

  private static func scope(_ date: String) -> ReadScope {
    var scope = SoundBank.scope
    scope.asOf = BusinessDate(iso: date) ?? scope.asOf
    return scope
  }

  private func rules(_ connection: PostgresConnection, on date: String = "2026-06-30") async throws -> [String] {
    try await SoundBank.check(connection, Self.scope(date)).findings.filter { $0.rule.hasPrefix("month_") }
      .map { "\($0.severity) \($0.rule) \($0.keys.joined())" }
  }

  /// - Parameter stages: what the ledger keeps of the run.
  private func publish(_ date: String, stages: String = "{}", on connection: PostgresConnection) async throws {
    try await OutputSchema.migrator().migrate(connection)
    try await connection.script(
      """
      delete from xsell.publication;
      delete from xsell.attempt;
      insert into xsell.attempt (attempt_id, bank_id, as_of, kind, state, run_id, started_at, stages)
        values (gen_random_uuid(), 'B', '\(date)', 'nightly', 'published', '00000000-0000-0000-0000-000000000001', now(), '\(stages)');
      insert into xsell.publication
        select 'B', '00000000-0000-0000-0000-000000000001', '\(date)', 3, 'transitions', '{}', 'EUR', 'en';
      """)
  }

  @Test("a month that is not there stops a night after one of an earlier month, and is a warning for any other")
  func missing() async throws {
    let connection = try await bank(june: 1)
    #expect(try await rules(connection) == ["warning month_thin 30 -> 0"])
    try await publish("2026-06-29", on: connection)
    #expect(try await rules(connection) == ["error month_missing 30 -> 0"])
    try await publish("2026-06-30", on: connection)
    #expect(try await rules(connection) == ["warning month_thin 30 -> 0"])
  }

  @Test("a month whose income is of another order than that of the three before is named, and one without operations")
  func unlike() async throws {
    let connection = try await bank(june: 31)
    for (factor, isUnlike) in [(1.0, false), (9.9, false), (10, true), (0.11, false), (0.1, true)] {
      try await connection.script(
        "update source.product_month set income = 12.50 * \(factor) where month = '2026-06-01'")
      let found = try await rules(connection)
      #expect(found == (isUnlike ? ["warning month_income_improbable 2026-06"] : []), "\(factor)")
    }
    try await connection.script(
      "update source.product_month set income = 12.50, operations = 0 where month = '2026-06-01'")
    #expect(try await rules(connection) == ["warning month_operations_missing 2026-06"])
    try await connection.script("update source.product_month set operations = 0 where month = '2026-04-01'")
    #expect(try await rules(connection) == [])
  }

  @Test(
    "half of the clients are enough for a month, and of fewer than four fifths it is warned",
    arguments: [(15, ["warning month_thin 30 -> 14"]), (16, ["warning month_light 30 -> 15"]), (25, [])])
  func half(clients: Int, rules: [String]) async throws {
    #expect(try await self.rules(bank(june: clients)) == rules)
  }

  @Test("a month of which only a part is loaded of every client is told; a season that comes every year is none")
  func low() async throws {
    let connection = try await bank(june: 31)
    let june = "update source.product_month set operations = 2 * operations where month = '2026-06-01'"
    try await connection.script("update source.product_month set operations = 8; \(june)")
    #expect(try await rules(connection) == [])
    let half = "update source.product_month set income = income / 2, operations = operations / 4"
    try await connection.script("\(half) where month = '2026-06-01'")
    #expect(try await rules(connection) == ["warning month_low 2026-06"])
    try await connection.script(june)
    #expect(try await rules(connection) == [])
    try await connection.script("update source.product_month set operations = 4 where month = '2026-06-01'")
    #expect(try await rules(connection) == ["warning month_low 2026-06"])
    try await connection.script("\(half) where month = '2026-01-01'")
    #expect(try await rules(connection) == [])
  }

  @Test("a month that is missing in the middle is told, by its name; what the bank does every quarter is none")
  func gap() async throws {
    let connection = try await bank(june: 30)
    #expect(try await rules(connection) == [])
    try await connection.script("delete from source.product_month where month = '2026-03-01' and client_id > 14")
    #expect(try await rules(connection) == ["warning month_gap 2026-03"])
    try await connection.script("delete from source.product_month where month in ('2026-03-01', '2026-05-01')")
    #expect(try await rules(connection) == [])
  }

  @Test("two months that are not there are held against the fullest of the three before")
  func two() async throws {
    let connection = try await bank(june: 1)
    try await connection.script("delete from source.product_month where month = '2026-05-01'")
    #expect(try await rules(connection) == ["warning month_thin 30 -> 0"])
  }

  @Test(
    "an outage stays one however long it lasts: the months that were published are the measure",
    arguments: ["2026-07-31", "2026-09-30", "2026-10-31", "2027-03-31", "2027-05-15"])
  func outage(asOf: String) async throws {
    let connection = try await bank(june: 30)
    try await publish("2026-06-30", on: connection)
    #expect(try await rules(connection, on: asOf) == ["error month_missing 30 -> 0"])
  }

  @Test("so they are where a few more clients trickle in every month")
  func trickle() async throws {
    let connection = try await bank(june: 30)
    try await connection.script(
      """
      insert into source.product_month
        select 'B', i, 'SETTLE', m, 12.50, 4
        from generate_series('2026-07-01'::timestamp, '2026-10-01', '1 month') m,
          lateral generate_series(1, 2 + 2 * extract(month from m - interval '6 months')::int) i;
      """)
    #expect(try await rules(connection, on: "2026-10-31") == [])
    try await publish("2026-06-29", on: connection)
    #expect(try await rules(connection, on: "2026-10-31") == ["error month_missing 30 -> 10"])
    try await publish("2026-10-31", on: connection)
    #expect(try await rules(connection, on: "2026-10-31") == [])
  }

  @Test(
    "months that stood published and are gone, or there for a part of the clients, stop the next night of the same month",
    arguments: [
      ("select 1", []),
      ("delete from source.product_month", ["2026-04: 30 -> 0", "2026-05: 30 -> 0", "2026-06: 30 -> 0"]),
      ("delete from source.product_month where month = '2026-06-01'", ["2026-06: 30 -> 0"]),
      (
        "delete from source.product_month where client_id > 14",
        ["2026-04: 30 -> 14", "2026-05: 30 -> 14", "2026-06: 30 -> 14"]
      ),
      ("delete from source.product_month where client_id > 15", []),
      // What is older is not kept for ever.
      ("delete from source.product_month where month < '2026-04-01'", []),
    ])
  func lost(change: String, keys: [String]) async throws {
    let connection = try await bank(june: 31)
    let months = #"{"months": {"2026-03": 30, "2026-04": 30, "2026-05": 30, "2026-06": 30}}"#
    try await publish("2026-06-30", stages: months, on: connection)
    try await connection.script(change)
    let found = try await SoundBank.check(connection, Self.scope("2026-07-01")).errors
    #expect(found.map(\.rule) == (keys.isEmpty ? [] : ["month_lost"]))
    #expect(found.flatMap(\.keys) == keys)
    // A look back at an earlier date is held against nothing.
    #expect(try await SoundBank.check(connection, Self.scope("2026-06-29")).errors == [])
  }

  @Test("published months of which less than a fifth is gone are sound, less than half a warning")
  func shrank() async throws {
    let connection = try await bank(june: 31)
    for (clients, keys) in [(24, [] as [String]), (23, ["2026-06: 30 -> 23"])] {
      try await publish("2026-06-30", stages: #"{"months": {"2026-06": 30}}"#, on: connection)
      try await connection.script(
        "delete from source.product_month where month = '2026-06-01' and client_id > \(clients)")
      let found = try await SoundBank.check(connection, Self.scope("2026-07-01")).findings
        .filter { $0.rule == "month_shrank" }
      #expect(found.flatMap(\.keys) == keys)
    }
  }

  @Test("a night that reads finds an outage as the check does")
  func night() async throws {
    let connection = try await bank(june: 30)
    try await publish("2026-06-30", on: connection)
    let scope = Self.scope("2026-11-30")
    let findings = try await connection.withTransaction(isolation: .repeatableRead) {
      let check = SourceCheck(connection)
      let open = try await check.begin(scope, settings: SoundBank.lenient)
      let reading = try await SourceReader(connection).read(scope, bank: SoundBank.bank, sampleClients: 100)
      return try await check.finish(open, reading.tally).errors.map(\.rule)
    }
    #expect(findings == ["month_missing"])
  }

  /// As `bank`, with ACQ too: thirty clients have business with it in every month from July to May.
  private func bankWithAcquiring() async throws -> PostgresConnection {
    let connection = try await bank(june: 31)
    try await connection.script(
      """
      insert into source.account
        select 'B', 100 + i, i, 'ACQ', '2024-02-01', null, null from generate_series(1, 30) i;
      insert into source.product_month
        select 'B', i, 'ACQ', m, 3, 1
        from generate_series(1, 30) i, generate_series('2025-07-01'::timestamp, '2026-05-01', '1 month') m
        on conflict do nothing;
      """)
    return connection
  }

  private func missingFeeds(_ connection: PostgresConnection) async throws -> [String] {
    try await SoundBank.check(connection, SoundBank.scope).findings.filter { $0.rule == "product_month_missing" }
      .flatMap(\.keys)
  }

  @Test(
    "a product of which much is not loaded for the last month is named; what four fifths of its clients use is there")
  func productMissing() async throws {
    let connection = try await bankWithAcquiring()
    #expect(try await missingFeeds(connection) == ["ACQ"])
    for (clients, missing) in [(23, ["ACQ"]), (24, [])] {
      try await connection.script(
        """
        delete from source.product_month where product_code = 'ACQ' and month = '2026-06-01';
        insert into source.product_month select 'B', i, 'ACQ', '2026-06-01', 3, 1 from generate_series(1, \(clients)) i;
        """)
      #expect(try await missingFeeds(connection) == missing, "\(clients)")
    }
  }

  @Test(
    "a product that half of the bank uses stops a night after one of an earlier month where hardly anything of it is there"
  )
  func productLost() async throws {
    let connection = try await bankWithAcquiring()
    func errors() async throws -> [String] {
      try await SoundBank.check(connection, SoundBank.scope).errors.map { "\($0.rule) \($0.keys.joined())" }
    }
    #expect(try await errors() == [])
    try await publish("2026-05-31", on: connection)
    #expect(try await errors() == ["product_month_lost ACQ"])
    try await publish("2026-06-30", on: connection)
    #expect(try await errors() == [])
    // A night of the same month, that missed nothing of it, or missed it too.
    for (missed, found) in [
      ("[]", ["product_month_lost ACQ"]), (#"["CARD"]"#, ["product_month_lost ACQ"]), (#"["ACQ"]"#, []),
    ] {
      let stages = #"{"months": {}, "quality": {}, "read": {"missing_feeds": \#(missed)}}"#
      try await publish("2026-06-30", stages: stages, on: connection)
      #expect(try await errors() == found)
    }
    // Twenty of more than forty clients.
    try await publish("2026-05-31", on: connection)
    try await connection.script(
      """
      \(SoundBank.clients(31...70))
      insert into source.product_month
        select 'B', i, 'SETTLE', m, 12.50, 4
        from generate_series(31, 70) i, generate_series('2026-01-01'::timestamp, '2026-06-01', '1 month') m;
      """)
    #expect(try await errors() == [])
    #expect(try await missingFeeds(connection) == ["ACQ"])
  }

  @Test("a product that the bank has ended is not missing, nor what is charged by the quarter")
  func productEnded() async throws {
    let connection = try await bankWithAcquiring()
    try await connection.script("update source.account set closed_on = '2026-05-31' where product_code = 'ACQ'")
    #expect(try await missingFeeds(connection) == [])
    try await connection.script(
      """
      update source.account set closed_on = null where product_code = 'ACQ';
      delete from source.product_month where product_code = 'ACQ' and extract(month from month) not in (2, 5, 8, 11);
      """)
    #expect(try await missingFeeds(connection) == [])
  }

  @Test("a reading finds the same feeds as the check does")
  func feeds() async throws {
    let connection = try await bankWithAcquiring()
    try await connection.script(
      """
      update source.product_month set income = 0, operations = 0
        where product_code = 'ACQ' and client_id = 7 and month = '2026-04-01';
      update source.account set closed_on = '2026-06-30' where product_code = 'ACQ' and client_id = 8;
      delete from source.account where product_code = 'ACQ' and client_id = 9;
      insert into source.product_month select 'B', i, 'ACQ', '2026-06-01', -3, 0 from generate_series(1, 5) i;
      """)
    let (read, counted) = try await both(connection) {
      $0.feeds
    } _: {
      try await $0.feeds()
    }
    #expect(read == counted)
    #expect(read.missing(thinBelow: 0.17) == [] && read.missing(thinBelow: 0.18) == [ProductCode("ACQ")])
  }

  /// What a reading tells and what the check asks for by itself.
  private func both<R: Sendable>(
    _ connection: PostgresConnection, _ told: @Sendable (ReadingTally) -> R,
    _ asked: @Sendable (FaultCounter) async throws -> R
  ) async throws -> (read: R, counted: R) {
    try await connection.withTransaction(isolation: .repeatableRead) {
      let open = try await SourceCheck(connection).begin(SoundBank.scope, settings: SoundBank.lenient)
      let reader = SourceReader(connection)
      let bank = try #require(try await reader.bank(BankID("B")))
      let reading = try await reader.read(SoundBank.scope, bank: bank, sampleClients: 100)
      return (told(reading.tally), try await asked(try #require(open.counter)))
    }
  }

  @Test("a reading counts the clients as the check does")
  func reading() async throws {
    let connection = try await bank(june: 20)
    try await connection.script(
      """
      update source.product_month set income = -12.50, operations = 0 where client_id = 3 and month = '2026-06-01';
      insert into source.product_month values
        ('B', 3, 'ACQ', '2026-06-01', 12.50, 0), ('B', 99, 'ACQ', '2026-06-01', 1, 1);
      update source.client set opened_on = '2026-07-15' where client_id = 5;
      """)
    let (read, counted) = try await both(connection) {
      $0.monthClients
    } _: {
      try await $0.monthClients(SoundBank.scope)
    }
    #expect(read == counted)
    // Of twenty one has nothing but zeros, one amounts that cancel out, and one is to come.
    #expect(read.lastMonth == 17 && read.before(published: nil) == 29)
  }
}
