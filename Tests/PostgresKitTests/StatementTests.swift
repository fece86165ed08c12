import PostgresKit
import TestCluster
import Testing

@Suite("Statements")
struct StatementTests {
  @Test("columns are read by name and by position")
  func columns() async throws {
    let c = try await freshConnection()
    let row = try await c.one(
      Statement("source.client", "SELECT 7::int8 AS client_id, 'x' AS client_no") { row in
        [try row.decode("client_no", as: String.self), String(try row.decode(0, as: Int64.self))]
      })
    #expect(row == ["x", "7"])
    let error = await postgresError {
      _ = try await c.one(Statement("source.client", "SELECT 1 AS a") { try $0.decode("b", as: Int32.self) })
    }
    #expect(error?.description == "source.client, column b: expected Int32: the result has no such column")
  }

  @Test("a statement that returns another number of rows than it declares is an error")
  func cardinality() async throws {
    let c = try await freshConnection()
    let three = Statement("three", "SELECT generate_series(1, 3)") { try $0.decode(0, as: Int32.self) }
    let none = Statement("none", "SELECT 1 WHERE false") { try $0.decode(0, as: Int32.self) }
    #expect(try await c.many(three, limit: 3) == [1, 2, 3])
    #expect(try await c.optional(none) == nil)
    #expect(
      await postgresError { _ = try await c.many(three, limit: 2) }?.description
        == "three: expected at most 2 rows, found 3")
    #expect(
      await postgresError { _ = try await c.optional(three) }?.description == "three: expected at most one row, found 3"
    )
    #expect(await postgresError { _ = try await c.one(none) }?.description == "none: expected one row, found 0")
    #expect(await postgresError { try await c.execute(three) }?.description == "three: expected no rows, found 3")
  }

  @Test("execute counts the rows it changed")
  func affected() async throws {
    let c = try await freshConnection()
    try await c.script("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2), (3)")
    #expect(try await c.execute(Statement("t", "DELETE FROM t WHERE a > $1", .int4(1))) == 2)
  }

  @Test("a COPY passed to the wrong call is refused")
  func misuse() async throws {
    let c = try await freshConnection()
    let error = await postgresError { try await c.execute(Statement("t", "COPY (SELECT 1) TO STDOUT")) }
    #expect(error?.description == "t: use copyIn or copyOut for COPY")
  }

  @Test("cancelling the task stops the statement and leaves the connection usable")
  func cancellation() async throws {
    let c = try await freshConnection()
    let sleeping = Task {
      try await c.execute(Statement("sleep", "SELECT pg_sleep(600) WHERE false OR pg_sleep(600) IS NULL"))
    }
    try await Task.sleep(for: .milliseconds(100))
    sleeping.cancel()
    let error = await postgresError { _ = try await sleeping.value }
    #expect(error?.description == "sleep: cancelled")
    #expect(try await c.value("SELECT 1", as: Int32.self) == 1)
  }

  @Test("a task that is cancelled already sends nothing")
  func cancelledBefore() async throws {
    let c = try await freshConnection()
    try await c.script("CREATE TABLE t (a int)")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await c.execute(Statement("t", "INSERT INTO t VALUES (1)"))
    }
    #expect(await postgresError { _ = try await task.value }?.description == "t: cancelled")
    #expect(try await c.value("SELECT count(*) FROM t", as: Int64.self) == 0)
  }

  @Test("a statement past its time limit is stopped and leaves the connection usable")
  func timeout() async throws {
    let c = try await freshConnection { $0.statementTimeout = .seconds(60) }
    let slow = Statement("slow", "SELECT pg_sleep(600)::text", timeout: .after(.milliseconds(200))) { _ in }
    #expect(
      await postgresError { try await c.one(slow) }?.description.hasPrefix("slow: stopped after its time limit") == true
    )
    #expect(try await c.value("SHOW statement_timeout", as: String.self) == "1min")
  }

  @Test("the settings' time limit is the limit of a statement without its own")
  func standardTimeout() async throws {
    let c = try await freshConnection { $0.statementTimeout = .milliseconds(200) }
    let error = await postgresError { try await c.one(Statement("slow", "SELECT pg_sleep(600)::text") { _ in }) }
    guard case .timeout(label: "slow") = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test("the time limit survives a rollback of the transaction in which it was set")
  func timeoutAfterRollback() async throws {
    let c = try await freshConnection { $0.statementTimeout = .seconds(60) }
    struct Stop: Error {}
    await #expect(throws: Stop.self) {
      try await c.withTransaction {
        try await c.one(Statement("x", "SELECT 1", timeout: .after(.seconds(5))) { _ in })
        throw Stop()
      }
    }
    let five = Statement("x", "SHOW statement_timeout", timeout: .after(.seconds(5))) {
      try $0.decode(0, as: String.self)
    }
    #expect(try await c.one(five) == "5s")
    #expect(try await c.value("SHOW statement_timeout", as: String.self) == "1min")
  }

  @Test("an advisory lock keeps a second session out until it is released")
  func advisoryLocks() async throws {
    let settings = try await TestCluster.shared.database()
    let (a, b) = (try await PostgresConnection.connect(settings), try await PostgresConnection.connect(settings))
    #expect(try await a.tryAdvisoryLock(key: 42))
    #expect(try await !b.tryAdvisoryLock(key: 42))
    #expect(try await a.releaseAdvisoryLock(key: 42))
    #expect(try await b.tryAdvisoryLock(key: 42))
    #expect(try await !a.releaseAdvisoryLock(key: 42))
  }
}
