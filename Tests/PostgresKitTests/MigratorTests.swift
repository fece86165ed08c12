import PostgresKit
import TestCluster
import Testing

@Suite("Migrations")
struct MigratorTests {
  private let first = Migration(
    version: 1, name: "init", sql: "CREATE TABLE xsell.a (a int); INSERT INTO xsell.a VALUES (1)")
  private let second = Migration(version: 2, name: "more", sql: "ALTER TABLE xsell.a ADD b int")

  private func migrator(_ migrations: Migration...) throws -> Migrator {
    try Migrator(schema: "xsell", migrations: migrations)
  }

  @Test("pending lists without changing; migrate applies in order and then has nothing to do")
  func applies() async throws {
    let c = try await freshConnection()
    #expect(try await migrator(first, second).pending(on: c) == [first, second])
    #expect(try await c.value("SELECT to_regnamespace('xsell') IS NULL", as: Bool.self))
    #expect(try await migrator(first).migrate(c) == [first])
    #expect(try await migrator(first, second).pending(on: c) == [second])
    #expect(try await migrator(first, second).migrate(c) == [second])
    #expect(try await migrator(first, second).migrate(c) == [])
    #expect(
      try await c.value("SELECT array_agg(name ORDER BY version) FROM xsell.migration", as: [String].self) == [
        "init", "more",
      ])
    #expect(try await c.tryAdvisoryLock(key: 1))
  }

  @Test("a database newer than the program is refused")
  func newer() async throws {
    let c = try await freshConnection()
    try await migrator(first, second).migrate(c)
    await #expect(throws: MigrationError.databaseIsNewer(found: 2, known: 1)) { try await migrator(first).migrate(c) }
    await #expect(throws: MigrationError.databaseIsNewer(found: 2, known: 1)) {
      try await migrator(first).pending(on: c)
    }
  }

  @Test("a migration changed after it was applied is refused")
  func changed() async throws {
    let c = try await freshConnection()
    try await migrator(first).migrate(c)
    let other = Migration(version: 1, name: "init", sql: "SELECT 1")
    await #expect(throws: MigrationError.changed(version: 1, name: "init")) {
      try await migrator(other, second).migrate(c)
    }
  }

  @Test("a migration that fails leaves nothing of itself, its predecessors stay, and it can be repeated")
  func failing() async throws {
    let c = try await freshConnection()
    let bad = Migration(version: 2, name: "bad", sql: "CREATE TABLE xsell.b (); SELECT 1 / 0")
    let error = await postgresError { try await migrator(first, bad).migrate(c) }
    #expect(error?.description == "migration 2 (bad): division by zero (SQLSTATE 22012)")
    #expect(try await c.value("SELECT to_regclass('xsell.b') IS NULL", as: Bool.self))
    #expect(try await c.value("SELECT max(version) FROM xsell.migration", as: Int32.self) == 1)
    #expect(try await migrator(first, second).migrate(c) == [second])
  }

  @Test("a migration that ends its own transaction is refused")
  func endsTransaction() async throws {
    let c = try await freshConnection()
    let bad = Migration(version: 1, name: "bad", sql: "COMMIT")
    await #expect(throws: MigrationError.endsItsTransaction(version: 1, name: "bad")) {
      try await migrator(bad).migrate(c)
    }
  }

  @Test("two runs at once apply every migration once")
  func together() async throws {
    let settings = try await TestCluster.shared.database()
    let slow = Migration(version: 3, name: "slow", sql: "SELECT pg_sleep(0.2)")
    let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let connection = try await PostgresConnection.connect(settings)
          return try await Migrator(schema: "xsell", migrations: [first, second, slow]).migrate(connection)
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(applied == [first, second, slow])
  }

  @Test("gaps in the numbering are refused")
  func numbering() {
    #expect(throws: MigrationError.badNumbering(expected: 1, found: 2)) { try migrator(second) }
  }
}
