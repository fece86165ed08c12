import Banking
import PostgresKit
import Testing

@testable import Store

@Suite("Openings that nobody chose")
struct OpeningsAtOnceTests {
  /// Of sixty clients forty have ACQ since a migration on 2026-03-10, ten had it before and were moved as well, ten chose it.
  private func bank() async throws -> PostgresConnection {
    let connection = try await SoundBank.connect()
    try await connection.script(
      """
      \(SoundBank.clients(101...160))
      insert into source.account
        select 'B', i, i, 'ACQ', '2026-03-10', null, null from generate_series(101, 150) i;
      insert into source.account
        select 'B', 100 + i, i, 'ACQ', '2024-05-01', '2026-03-10', null from generate_series(141, 150) i;
      insert into source.account
        select 'B', i, i, 'ACQ', date '2025-01-01' + i, null, null from generate_series(151, 160) i;
      delete from source.load;
      """)
    return connection
  }

  private func reading(
    _ connection: PostgresConnection, movedOn: Set<BusinessDate> = []
  ) async throws -> (reading: SourceReading, counted: [String]) {
    var scope = SoundBank.scope
    scope.movedOn = movedOn
    return try await connection.withTransaction(isolation: .repeatableRead) { [scope] in
      let open = try await SourceCheck(connection).begin(scope, settings: SoundBank.lenient)
      let reading = try await SourceReader(connection).read(scope, bank: SoundBank.bank, sampleClients: 100)
      return (reading, try await #require(open.counter).openingsAtOnce())
    }
  }

  /// When the clients' first time of holding ACQ began, "+" where they chose it.
  private func starts(_ snapshot: Snapshot, _ clients: ClosedRange<Int64>) throws -> Set<String> {
    let acquiring = try #require(snapshot.catalogue.index(of: ProductCode("ACQ")))
    return Set(
      snapshot.clients.indices.filter { clients.contains(snapshot.clients[$0].id.rawValue) }.flatMap { client in
        snapshot.holdings(of: client).filter { Int($0.product) == acquiring }.compactMap { holding in
          snapshot.spells(of: holding).first.map { "\($0.start?.description ?? "")\($0.isChosen ? "+" : "")" }
        }
      })
  }

  @Test("are told by the day, and taken for none, tonight and in the past that is learned from")
  func unchosen() async throws {
    let (reading, counted) = try await reading(bank())
    #expect(reading.tally.accounts.openingsAtOnce == ["ACQ 2026-03-10"])
    #expect(counted == ["ACQ 2026-03-10"])
    for snapshot in [reading.snapshot, reading.past(on: SoundBank.asOf.advanced(byDays: -60), historyMonths: 24)] {
      #expect(try starts(snapshot, 101...140) == ["2026-03-10"])
      #expect(try starts(snapshot, 141...150) == ["2024-05-01+"])
      #expect(try starts(snapshot, 151...160).allSatisfy { $0.hasSuffix("+") })
    }
    let before = reading.past(on: SoundBank.asOf.advanced(byDays: -200), historyMonths: 24)
    #expect(try starts(before, 101...140) == [])
  }

  @Test("are those of a day that the policy names, however few, of whatever product, and by who had it long before")
  func named() async throws {
    let connection = try await bank()
    try await connection.script(
      """
      delete from source.account where account_id between 102 and 140;
      update source.account set opened_on = '2026-04-01' where account_id between 141 and 145;
      """)
    let (reading, counted) = try await reading(
      connection,
      movedOn: [try #require(BusinessDate(iso: "2026-03-10")), try #require(BusinessDate(iso: "2026-04-01"))])
    #expect(reading.tally.accounts.openingsAtOnce == [] && counted == [])
    #expect(try starts(reading.snapshot, 101...140) == ["2026-03-10"])
    #expect(try starts(reading.snapshot, 151...160).allSatisfy { $0.hasSuffix("+") })
    let later = reading.snapshot.spells.filter { $0.start?.description == "2026-04-01" }
    #expect(later.count == 5 && later.allSatisfy { !$0.isChosen })
  }

  @Test("are openings like others where half of the clients chose them, or few did")
  func chosen() async throws {
    for change in [
      "update source.account set opened_on = date '2025-06-01' + account_id::integer where account_id between 101 and 115",
      "delete from source.account where account_id between 101 and 111",
    ] {
      let connection = try await bank()
      try await connection.script(change)
      let (reading, counted) = try await reading(connection)
      #expect(reading.tally.accounts.openingsAtOnce == [] && counted == [])
      #expect(try starts(reading.snapshot, 120...140) == ["2026-03-10+"])
    }
  }
}
