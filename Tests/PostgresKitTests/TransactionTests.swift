import PostgresKit
import TestCluster
import Testing

@Suite("Transactions")
struct TransactionTests {
  private struct Stop: Error {}

  private func table() async throws -> PostgresConnection {
    let connection = try await freshConnection()
    try await connection.script("CREATE TABLE t (a int PRIMARY KEY)")
    return connection
  }

  private func insert(_ value: Int32) -> Statement<Void> { Statement("t", "INSERT INTO t VALUES ($1)", .int4(value)) }

  @Test("what the body did is kept when it returns and gone when it throws")
  func commitAndRollback() async throws {
    let c = try await table()
    let answer = try await c.withTransaction {
      try await c.execute(insert(1))
      return "done"
    }
    #expect(answer == "done")
    await #expect(throws: Stop.self) {
      try await c.withTransaction {
        try await c.execute(insert(2))
        throw Stop()
      }
    }
    #expect(try await c.value("SELECT array_agg(a) FROM t", as: [Int32].self) == [1])
    #expect(await !c.isInTransaction)
  }

  @Test("an error of a statement in the body is thrown as it is")
  func bodyError() async throws {
    let c = try await table()
    let error = await postgresError {
      try await c.withTransaction {
        try await c.execute(insert(1))
        try await c.execute(insert(1))
      }
    }
    #expect(error?.sqlState == .uniqueViolation)
    #expect(error?.description == "t: unique violation (SQLSTATE 23505), relation public.t, constraint t_pkey")
    #expect(try await c.value("SELECT count(*) FROM t", as: Int64.self) == 0)
  }

  @Test("a body that swallows a statement's error is told that nothing was kept")
  func swallowed() async throws {
    let c = try await table()
    let error = await postgresError {
      try await c.withTransaction {
        try await c.execute(insert(1))
        _ = try? await c.execute(insert(1))
      }
    }
    guard case .rolledBackAtCommit = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test("an error the server finds at COMMIT is the error of COMMIT")
  func deferredError() async throws {
    let c = try await table()
    try await c.script("CREATE TABLE u (a int REFERENCES t DEFERRABLE INITIALLY DEFERRED)")
    let error = await postgresError {
      try await c.withTransaction { try await c.execute(Statement("u", "INSERT INTO u VALUES (9)")) }
    }
    guard case .server(let failure) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(failure.label == "COMMIT")
    #expect(failure.sqlState == .foreignKeyViolation)
    #expect(await !c.isInTransaction)
  }

  @Test("a link that breaks in COMMIT leaves the outcome unknown")
  func unknownOutcome() async throws {
    let c = try await table()
    try await c.script(
      """
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER die AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION die();
      """)
    let error = await postgresError { try await c.withTransaction { try await c.execute(insert(1)) } }
    guard case .commitOutcomeUnknown = error else { Issue.record("\(String(describing: error))"); return }
    try await c.reconnect()
    #expect(try await c.value("SELECT count(*) FROM t", as: Int64.self) == 0)
  }

  @Test("a link that breaks in the body is that, and not an error of the rollback")
  func lostInBody() async throws {
    let c = try await table()
    let error = await postgresError {
      try await c.withTransaction {
        try await c.execute(insert(1))
        _ = try await c.value("SELECT pg_terminate_backend(pg_backend_pid())", as: Bool.self)
      }
    }
    guard case .connectionLost(label: "test") = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test("a snapshot does not see what others commit after its first statement")
  func snapshot() async throws {
    let settings = try await TestCluster.shared.database()
    let (a, b) = (try await PostgresConnection.connect(settings), try await PostgresConnection.connect(settings))
    try await b.script("CREATE TABLE t (a int PRIMARY KEY)")
    try await a.withTransaction(isolation: .repeatableRead, readOnly: true) {
      #expect(try await a.value("SELECT count(*) FROM t", as: Int64.self) == 0)
      try await b.execute(insert(1))
      #expect(try await a.value("SELECT count(*) FROM t", as: Int64.self) == 0)
    }
    #expect(try await a.value("SELECT count(*) FROM t", as: Int64.self) == 1)
  }

  @Test("a shared snapshot shows another session what its transaction sees, and nothing that came later")
  func sharedSnapshot() async throws {
    let settings = try await TestCluster.shared.database()
    let (a, b) = (try await PostgresConnection.connect(settings), try await PostgresConnection.connect(settings))
    try await b.script("CREATE TABLE t (a int PRIMARY KEY)")
    try await b.execute(insert(1))
    let snapshot = try await a.withTransaction(isolation: .repeatableRead) {
      let snapshot = try await a.shareSnapshot()
      try await b.execute(insert(2))
      let count = try await snapshot.beside(lockTimeout: .seconds(60)) {
        try await $0.value("SELECT count(*) FROM t", as: Int64.self)
      }
      #expect(count == 1)
      let error = await postgresError {
        try await snapshot.beside(lockTimeout: .seconds(60)) { try await $0.execute(insert(3)) }
      }
      #expect(error?.sqlState?.rawValue == "25006")
      return snapshot
    }
    #expect(await postgresError { try await snapshot.beside(lockTimeout: .seconds(60)) { _ in } } != nil)
  }

  @Test("a read-only transaction refuses to write")
  func readOnly() async throws {
    let c = try await table()
    let error = await postgresError { try await c.withTransaction(readOnly: true) { try await c.execute(insert(1)) } }
    #expect(error?.sqlState?.rawValue == "25006")
  }

  @Test("a cancelled task is rolled back")
  func cancelled() async throws {
    let c = try await table()
    let task = Task {
      try await c.withTransaction {
        try await c.execute(insert(1))
        withUnsafeCurrentTask { $0?.cancel() }
        try await c.execute(insert(2))
      }
    }
    #expect(await postgresError { try await task.value }?.description == "t: cancelled")
    #expect(await !c.isInTransaction)
    #expect(try await c.value("SELECT count(*) FROM t", as: Int64.self) == 0)
  }

  @Test("a transaction inside a transaction is refused and ends neither")
  func nested() async throws {
    let c = try await table()
    try await c.withTransaction {
      try await c.execute(insert(1))
      let error = await postgresError { try await c.withTransaction {} }
      #expect(error?.description == "BEGIN: the connection is in a transaction already")
    }
    #expect(try await c.value("SELECT count(*) FROM t", as: Int64.self) == 1)
  }
}
