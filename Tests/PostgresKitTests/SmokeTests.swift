import PostgresKit
import TestCluster
import Testing

@Suite struct SmokeTests {
  @Test("a statement's row is decoded")
  func one() async throws {
    let connection = try await PostgresConnection.connect(TestCluster.shared.database())
    let value = try await connection.one(
      Statement("sum", "SELECT $1 + 1", .int8(41)) { try $0.decode(0, as: Int64.self) })
    #expect(value == 42)
  }
}
