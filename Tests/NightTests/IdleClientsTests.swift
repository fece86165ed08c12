import Banking
import Gaps
import NightFixture
import Policy
import PostgresKit
import Testing
import Triggers

@testable import Nightly

@Suite("Clients of whom nothing can be raised are not judged again while nothing else is known of them")
struct IdleClientsTests {
  @Test("A month of nights leaves what nights leave that judge everybody", arguments: UInt64(1)...3)
  func month(seed: UInt64) async throws {
    let (known, unknown) = (try await LoadedBank.connect(), try await LoadedBank.connect())
    var (managers, same) = (SimulatedManagers(seed: seed), SimulatedManagers(seed: seed))
    var random = SeededRandom(seed: seed)
    var left = 0
    var asOf = LoadedBank.may
    while asOf < LoadedBank.june {
      let change = Self.change(&random, asOf)
      for connection in [known, unknown] { try await connection.script(change) }
      try await managers.pass(known, on: asOf)
      try await same.pass(unknown, on: asOf)
      try await unknown.script("update xsell.client_standing set content = null")
      left += try await Self.leftOut(known, asOf)
      #expect(try await Self.leftOut(unknown, asOf) == 0)
      for (table, sql) in Self.tables {
        let (rows, others) = (try await known.texts(sql), try await unknown.texts(sql))
        #expect(rows == others, "seed \(seed), \(asOf), \(table): \(change)")
      }
      // The night once more, and one of a date that is past: neither changes what it leaves.
      for again in [asOf, asOf.advanced(byDays: -1)] where random.below(4) == 0 && asOf > LoadedBank.may {
        for connection in [known, unknown] { _ = try await Self.night(connection, again) }
        let rows = try await unknown.texts(Self.tables["rows"] ?? "")
        #expect(try await known.texts(Self.tables["rows"] ?? "") == rows, "seed \(seed), \(asOf), again \(again)")
      }
      try await managers.act(known, on: asOf)
      try await same.act(unknown, on: asOf)
      asOf = asOf.advanced(byDays: 1 + random.below(4))
    }
    #expect(left > 200, "seed \(seed)")
  }

  @Test("A client that somebody gave a trigger is judged, however settled it was")
  func trigger() async throws {
    let connection = try await LoadedBank.connect()
    _ = try await Self.night(connection, LoadedBank.may)
    let night = try #require(try await Self.night(connection, LoadedBank.may.advanced(byDays: 1)))
    let client = try #require(night.snapshot.clients.indices.first { night.idle.contains($0) })
    let id = night.snapshot.clients[client].id
    try await connection.script(
      """
      insert into xsell.trigger_record select (jsonb_populate_record(t, '{"client_id": \(id), "trigger_id": "\(Self.newTrigger)"}')).*
      from xsell.trigger_record t where closed_on is null limit 1
      """)
    let next = try #require(try await Self.night(connection, LoadedBank.may.advanced(byDays: 2)))
    #expect(!next.idle.contains(client))
    #expect(next.decisions.withdraw.map(\.id.description) == [Self.newTrigger])
  }

  @Test("A row that somebody takes away while the night runs ends it, and nothing is published")
  func taken() async throws {
    let connection = try await LoadedBank.connect()
    try await LoadedBank.night(connection, LoadedBank.may)
    let other = try await PostgresConnection.connect(connection.settings)
    let next = LoadedBank.may.advanced(byDays: 1)
    try await connection.script("update source.client set contact_allowed = false where client_id % 9 = 0")
    await #expect(throws: NightError.self) {
      try await LoadedBank.night(connection, next) { _ in
      } report: { step in
        if step == .publish { try await other.script("update xsell.client_standing set grounds = null") }
      }
    }
    #expect(try await connection.texts("select as_of::text from xsell.publication") == ["\(LoadedBank.may)"])
    try await LoadedBank.night(connection, next)
    #expect(try await connection.texts("select as_of::text from xsell.publication") == ["\(next)"])
  }

  private static let newTrigger = "00000000-0000-4000-8000-000000000001"

  private static func night(_ connection: PostgresConnection, _ asOf: BusinessDate) async throws -> Night? {
    try await LoadedBank.night(connection, asOf) { order in
      // Few calls a week, so that clients wait for their turn.
      order.settings.triggers.maximumRaisedPerManager = 3
      order.settings.triggers.maximumRaisedPerManagerWeek = 3
      order.settings.triggers.controlShare = 0.2
      order.settings.adoption.transitionTrees.rounds = 1
    }.night
  }

  private static func leftOut(_ connection: PostgresConnection, _ asOf: BusinessDate) async throws -> Int {
    guard let night = try await night(connection, asOf) else { return 0 }
    return night.snapshot.clients.indices.count { night.idle.contains($0) }
  }

  /// Some clients' accounts and months change, or what they are.
  private static func change(_ random: inout SeededRandom, _ asOf: BusinessDate) -> String {
    let some = "client_id % 31 = \(random.below(31))"
    return [
      "update source.product_month set income = income * 3 where \(some) and month >= '2026-03-01'",
      "update source.account set matures_on = '\(asOf.advanced(byDays: random.below(60)))' where \(some)",
      "update source.account set closed_on = '\(asOf)' where \(some) and closed_on is null",
      "update source.client set annual_turnover = 1 where \(some)",
      "delete from source.product_month where \(some) and month >= '2026-04-01'",
      "update source.product set sellable = not sellable where md5(product_code || \(random.below(9))) < '3'",
      "select",
    ][random.below(7)]
  }

  private static let tables = [
    "rows":
      "select row(r, s)::text from xsell.client_result r join xsell.client_standing s using (bank_id, client_id) order by client_id",
    "triggers": """
    select row(trigger_id, manager_id, branch, state, priority, expected_income, reason, raised_on, valid_until, snoozed_until,
      closed_on, cycle)::text
    from xsell.trigger_record order by trigger_id
    """,
    "changes of stage": "select t::text from xsell.stage_change t order by 1",
  ]
}
