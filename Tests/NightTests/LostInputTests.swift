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
      #expect(Set(found).subtracting(usual) == ["error client_keys_changed"], "\(some)")
    }
  }

  @Test("managers that are gone while they have calls are told")
  func managers() async throws {
    let usual = Set(try await rules(after: "select 1"))
    let found = Set(try await rules(after: "delete from source.manager")).subtracting(usual)
    #expect(found.contains("warning managers_gone"))
  }
}
