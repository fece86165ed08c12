import Banking
import NightFixture
import Nightly
import Policy
import PostgresKit
import Store
import TestCluster
import Testing

/// Nights under the policy that is built in, on the real packs where they are on this machine. Only a light one runs
/// always; `XSELL_SLOW_TESTS=1` runs them all.
@Suite("Nights on real packs", .enabled(if: RealPack.areThere, "no packs in \(RealPack.place)"), .serialized)
struct RealPackTests {
  @Test(
    "A real pack has its night, and its views agree",
    arguments: [RealPack.always] + (RealPack.areAllRun ? RealPack.slow : []))
  func night(_ pack: RealPack) async throws {
    let connection = try await Self.loaded(pack)
    let started = ContinuousClock.now
    let report = try await Self.night(pack, connection)
    let elapsed = ContinuousClock.now - started
    print("\(pack.testDescription): \(try await line(connection)), \(elapsed.components.seconds) s")
    #expect(report.outcome == .published)
    let broken = try await Invariants.broken(connection)
    #expect(broken == [])
  }

  @Test("The wholesaler's September is the same whether its autumn is in the data or not")
  func future() async throws {
    var sums: [[String: String]] = []
    for pack in [RealPack.always, RealPack.cut] {
      let connection = try await Self.loaded(pack)
      _ = try await Self.night(pack, connection)
      sums.append(try await Checksums.ofViews(connection))
    }
    #expect(sums[0] == sums[1])
  }

  private static func loaded(_ pack: RealPack) async throws -> PostgresConnection {
    let settings = try await TestCluster.shared.database(template: "night_empty") { connection in
      try await SourceTables(connection).create()
      _ = try await OutputSchema.migrator().migrate(connection)
    }
    let connection = try await PostgresConnection.connect(settings)
    _ = try await SourceLoad(connection).load(folder: "\(RealPack.place)/\(pack.folder)", bank: pack.bank)
    if pack.isCut { try await connection.script(LoadedBank.cut(at: pack.asOf)) }
    return connection
  }

  private static func night(_ pack: RealPack, _ connection: PostgresConnection) async throws -> NightReport {
    var settings = try Policy.default.settings(for: BankID(pack.bank))
    if pack.isLight { SmallNight.lighten(&settings) }
    if let horizon = pack.horizon { settings.night.horizonMonths = horizon }
    let asOf = try #require(BusinessDate(iso: pack.asOf))
    return try await SmallNight.job(
      connection, order: NightJob.Order(bank: BankID(pack.bank), asOf: asOf, settings: settings)
    ).run()
  }

  private func line(_ connection: PostgresConnection) async throws -> String {
    try await connection.value(
      """
      select (select count(*) from xsell.client_card) || ' clients, '
        || (select count(distinct profile_id) from xsell.profile) || ' profiles, '
        || (select basis from xsell.publication) || ', '
        || coalesce((
          select string_agg(number || ' ' || kind, ', ' order by kind)
          from (select kind, count(*) as number from xsell.trigger group by kind) k), 'no triggers')
      """)
  }
}
