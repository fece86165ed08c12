import Banking
import PostgresKit
import Store
import Testing

struct BusiestManagerTests {
  @Test("The queue of a branch is nobody's morning, however much it is worth")
  func queue() async throws {
    let connection = try await PublishedBank.connection()
    let before = try await BusiestManager.find(BankID("HARBOUR"), connection)
    #expect(before?.manager == ManagerID(17))
    try await connection.script(
      "update xsell.trigger_record set manager_id = null, branch = 'Riga', priority = 1e9 where product_code = 'ACQ'")
    #expect(try await BusiestManager.find(BankID("HARBOUR"), connection)?.manager == ManagerID(17))
    try await connection.script("update xsell.trigger_record set manager_id = null, branch = 'Riga'")
    #expect(try await BusiestManager.find(BankID("HARBOUR"), connection) == nil)
  }
}
