import Banking
import NightFixture
import Policy
import PostgresKit
import Store
import Testing

@Suite("Input that is not what was published")
struct LostInputTests {
  private func rules(after change: String) async throws -> [String] {
    let connection = try await LoadedBank.connectPublished()
    try await connection.script(change)
    let scope = ReadScope(
      bank: SmallNight.bank, asOf: LoadedBank.june, historyMonths: 24, absurdAmount: 1_000_000_000_000)
    let report = try await connection.withTransaction(isolation: .repeatableRead) {
      try await SourceCheck(connection).report(scope, settings: CheckSettings())
    }
    return report.findings.filter { $0.severity != .information }.map { "\($0.severity) \($0.rule)" }
  }

  @Test("clients that have got other keys stop the night, half of them as well as all")
  func keys() async throws {
    let usual = Set(try await rules(after: "select 1"))
    for some in ["true", "client_id % 2 = 0 or client_id % 3 = 0"] {
      let found = try await rules(
        after: """
          alter table source.account drop constraint if exists account_bank_id_client_id_fkey;
          update source.client set client_id = client_id + 100000 where \(some);
          update source.account set client_id = client_id + 100000 where \(some);
          update source.product_month set client_id = client_id + 100000 where \(some);
          """)
      #expect(
        Set(found).subtracting(usual) == ["error client_keys_changed", "warning client_rekeyed"], "\(some)")
    }
  }

  @Test("a client with calls that has got another key is told by its number")
  func key() async throws {
    let usual = Set(try await rules(after: "select 1"))
    let called = "(select client_id from xsell.trigger_record order by trigger_id limit 1)"
    let idle =
      "(select min(client_id) from source.client where client_id not in (select client_id from xsell.trigger_record))"
    for (client, told) in [(called, ["warning client_rekeyed"]), (idle, [])] {
      let found = try await rules(
        after: """
          alter table source.account drop constraint if exists account_bank_id_client_id_fkey;
          create temporary table one as select \(client) as client_id;
          update source.account set client_id = client_id + 100000 where client_id in (select client_id from one);
          update source.product_month set client_id = client_id + 100000 where client_id in (select client_id from one);
          update source.client set client_id = client_id + 100000 where client_id in (select client_id from one);
          """)
      #expect(Set(found).subtracting(usual) == Set(told))
    }
  }

  @Test(
    "managers that are gone, or there twice, while they have calls stop the night; who has left and is not active, or has no clients, does not",
    arguments: [
      ("delete from source.manager", true),
      (
        """
        create table source.more as select * from source.manager union all select * from source.manager;
        alter table source.manager rename to fewer;
        alter table source.more rename to manager;
        """, true
      ),
      ("update source.manager set active = false", false),
      ("delete from source.manager; update source.client set manager_id = null", false),
    ])
  func managers(change: String, stops: Bool) async throws {
    let usual = Set(try await rules(after: "select 1"))
    let found = Set(try await rules(after: change)).subtracting(usual)
    #expect(found.contains("error managers_gone") == stops)
  }

  @Test(
    "product months that are gone, or there for a third of the clients, stop a night of the month they were published for"
  )
  func months() async throws {
    let usual = Set(try await rules(after: "select 1"))
    #expect(!usual.contains { $0.contains("month_lost") })
    for gone in ["true", "client_id % 3 > 0"] {
      let found = Set(try await rules(after: "delete from source.product_month where \(gone)")).subtracting(usual)
      #expect(found.contains("error month_lost"), "\(gone)")
    }
  }
}
