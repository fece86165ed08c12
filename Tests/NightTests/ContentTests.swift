import Banking
import NightFixture
import Nightly
import PostgresKit
import Store
import TestCluster
import Testing
import Triggers

@Suite("A night writes what differs")
struct ContentTests {
  @Test("Made-up nights of any order leave what they leave where every hash is unknown", arguments: UInt64(1)...12)
  func madeUp(seed: UInt64) async throws {
    var nights = MadeUpNights(seed: seed)
    var history = ExpectedHistory()
    let (known, unknown) = (try await Self.connect(), try await Self.connect())
    for run in 0..<25 {
      let night = nights.next()
      history.add(night)
      try await night.publish(known, run: run)
      try await Self.forget(unknown)
      try await night.publish(unknown, run: run)
      let rows = try await Self.rows(known)
      #expect(try await Self.rows(unknown) == rows, "seed \(seed), run \(run)")
      let lines = try await known.texts(
        """
        select concat_ws(' ', client_id, as_of, coalesce(from_stage, '-'), coalesce(to_stage, '-'))
        from xsell.stage_change
        """)
      #expect(lines.sorted() == history.lines, "seed \(seed), run \(run)")
    }
  }

  @Test("A bank's nights, its data changed between them, leave what they leave where every hash is unknown")
  func bank() async throws {
    let (known, unknown) = (try await LoadedBank.connectPublished(), try await LoadedBank.connectPublished())
    for (place, asOf) in [LoadedBank.june, LoadedBank.june, LoadedBank.may, LoadedBank.june].enumerated() {
      for connection in [known, unknown] { try await connection.script(Self.change(place)) }
      try await LoadedBank.night(known, asOf)
      try await Self.forget(unknown)
      try await LoadedBank.night(unknown, asOf)
      let (rows, others) = (try await Self.rows(known), try await Self.rows(unknown))
      #expect(rows.keys.sorted() == others.keys.sorted())
      for table in rows.keys { #expect(rows[table] == others[table], "night \(place), \(table)") }
    }
  }

  @Test("A full night mends what was changed by hand, and leaves what an ordinary one leaves")
  func full() async throws {
    let connection = try await LoadedBank.connectPublished()
    let rows = try await Self.rows(connection)
    try await connection.script(
      """
      update xsell.client_result set tenure_months = 999 where client_id % 3 = 0;
      update xsell.cohort set name = 'Changed by hand';
      """)
    let changed = try await Self.rows(connection)
    #expect(try await LoadedBank.night(connection, LoadedBank.may).outcome == .unchanged)
    #expect(try await Self.rows(connection) == changed)
    for _ in 1...2 {
      #expect(try await LoadedBank.night(connection, LoadedBank.may) { $0.isFull = true }.outcome == .published)
      #expect(try await Self.rows(connection) == rows)
    }
  }

  @Test("A client whose recommendations fare otherwise has a new standing, and its result is not touched")
  func status() async throws {
    let connection = try await Self.connect()
    var nights = MadeUpNights(seed: 5)
    var night = nights.next()
    try await night.publish(connection, run: 0)
    let before = try await Self.places(connection, ["client_result"])
    night.results[3].products[0].status = StatusCode(.offered)
    night.results[5].stage = "returned"
    try await night.publish(connection, run: 1)
    #expect(try await Self.places(connection, ["client_result"]) == before)
    #expect(
      try await connection.texts("select stage from xsell.client_standing where client_id = \(night.results[5].client)")
        == ["returned"])
    #expect(
      try await connection.texts("select client_id::text from xsell.client_standing where 0 = any (status)")
        == ["\(night.results[3].client)"])
  }

  @Test("Rows that stay the same are not touched, nor facts that stay the same")
  func untouched() async throws {
    let connection = try await Self.connect()
    var nights = MadeUpNights(seed: 5)
    let night = nights.next()
    try await night.publish(connection, run: 0)
    let before = try await Self.places(connection)
    try await night.publish(connection, run: 1)
    #expect(try await Self.places(connection) == before)
  }

  @Test("A standing that somebody deleted or added is put right; a result that was changed, once its hash is nulled")
  func changedByHand() async throws {
    let connection = try await Self.connect()
    var nights = MadeUpNights(seed: 5)
    let night = nights.next()
    try await night.publish(connection, run: 0)
    let tables = ["client_result", "client_standing"]
    let before = try await Self.rows(connection, tables)
    let first: Int64 = try await connection.value("select min(client_id) from xsell.client_result")
    let (copied, deleted) = (
      "select (jsonb_populate_record(r, '{\"client_id\": 999}')).*", "where client_id = \(first)"
    )
    for statement in [
      """
      insert into xsell.client_result \(copied) from xsell.client_result r where client_id = \(first);
      insert into xsell.client_standing \(copied) from xsell.client_standing r where client_id = \(first);
      """,
      "delete from xsell.client_standing \(deleted)",
      "delete from xsell.client_standing \(deleted); delete from xsell.client_result \(deleted)",
      "delete from xsell.client_standing",
      """
      update xsell.client_result set tenure_months = 9 where client_id = \(first);
      update xsell.client_standing set result_content = null, content = null where client_id = \(first);
      """,
    ] {
      try await connection.script(statement)
      try await night.publish(connection, run: 1)
      #expect(try await Self.rows(connection, tables) == before, "\(statement)")
    }
    try await connection.script("update xsell.client_result set tenure_months = 9 where client_id = \(first)")
    try await night.publish(connection, run: 2)
    #expect(try await connection.value("select sum(tenure_months) % 3 from xsell.client_result") == Int64(0))
  }

  private static func connect() async throws -> PostgresConnection {
    try await .connect(
      TestCluster.shared.database(template: "night_empty") { connection in
        _ = try await OutputSchema.migrator().migrate(connection)
      })
  }

  private static func forget(_ connection: PostgresConnection) async throws {
    try await connection.script(
      """
      update xsell.client_standing set result_content = null, content = null;
      update xsell.publication set facts = '{}';
      delete from xsell.activity_reading;
      """)
  }

  /// What some clients of the bank do before the night.
  private static func change(_ place: Int) -> String {
    """
    update source.product_month set income = income * \(place + 2)
    where client_id % 11 = \(place) and month >= '2026-04-01';
    update source.client set closed_on = '2026-05-20' where client_id % 37 = \(place) and closed_on is null;
    delete from source.account where client_id % 41 = \(place);
    delete from source.product_month where client_id % 41 = \(place);
    delete from source.client where client_id % 41 = \(place);
    """
  }

  private static let tables = [
    "client_result", "client_standing", "stage_change", "publication", "cohort", "profile_fact", "profile_product_fact",
    "life_value_fact", "survival_fact", "profile_model", "trigger_record", "conversation_record",
  ]

  private static func rows(
    _ connection: PostgresConnection, _ tables: [String] = tables
  ) async throws -> [String: [String]] {
    var rows: [String: [String]] = [:]
    for table in tables {
      rows[table] = try await connection.texts("select t::text from xsell.\(table) t order by t::text collate \"C\"")
    }
    return rows
  }

  /// Where each row stands and which transaction put it there.
  private static func places(
    _ connection: PostgresConnection,
    _ tables: [String] = ["client_result", "client_standing", "cohort", "survival_fact"]
  ) async throws -> [String] {
    try await connection.texts(
      tables.map { "select ctid || ' ' || xmin from xsell.\($0)" }
        .joined(separator: " union all ") + " order by 1")
  }
}
