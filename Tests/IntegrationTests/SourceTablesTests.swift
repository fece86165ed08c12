import PostgresKit
import Store
import TestCluster
import Testing

@Suite struct SourceTablesTests {
  @Test("runs that set up an empty database at once all succeed, and each table is created by one of them")
  func together() async throws {
    for _ in 0..<5 {
      let settings = try await TestCluster.shared.database()
      var connections: [PostgresConnection] = []
      for _ in 0..<4 { connections.append(try await .connect(settings)) }
      let created = try await withThrowingTaskGroup(of: [String].self) { group in
        for connection in connections {
          group.addTask {
            let created = try await SourceTables(connection).create().map(\.name)
            try await OutputSchema.migrator().migrate(connection)
            return created
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(created == SourceRelation.all.map(\.name))
    }
  }
}
