import Foundation
import Glibc
import PostgresKit
import TestCluster
import Testing

@Suite("COPY out")
struct CopyOutTests {
  @Test("every kind of field is read, NULLs as nil")
  func fields() async throws {
    let c = try await freshConnection()
    let sql = """
      SELECT true, -2::int4, 3::int8, '2000-01-11'::date, 'héllo', ARRAY['a','b'], NULL::date, NULL::text, NULL::int8,
        NULL::text[]  -- end
      ;
      """
    try await c.copyOut(CopyQuery("all", sql)) { rows in
      try rows.forEach { row in
        let flag = try row.readBool()
        #expect(flag)
        #expect(try row.readInt32() == -2)
        #expect(try row.readInt64() == 3)
        #expect(try row.readDate() == PostgresDate(dayNumber: 10))
        #expect(try row.readText() == "héllo")
        var texts: [String] = []
        #expect(try row.readTextArray(into: &texts) == 2)
        #expect(texts == ["a", "b"])
        #expect(try row.readOptionalDate() == nil)
        #expect(try row.readOptionalText() == nil)
        #expect(try row.readOptionalInt64() == nil)
        #expect(try row.readTextArray(into: &texts) == nil)
      }
    }
  }

  @Test("rows arrive in order and completely, and the body's value is returned")
  func rows() async throws {
    let c = try await freshConnection()
    let (count, sum) = try await c.copyOut(CopyQuery("series", "SELECT i, 'x' FROM generate_series(1, 200000) i")) {
      rows in
      var (count, sum) = (0, 0)
      try rows.forEach { row in
        count += 1
        sum += Int(try row.readInt32())
      }
      return (count, sum)
    }
    #expect(count == 200_000)
    #expect(sum == 200_000 * 200_001 / 2)
  }

  @Test("a result without rows, and one nobody reads, leave the connection usable")
  func emptyAndUnread() async throws {
    let c = try await freshConnection()
    let count = try await c.copyOut(CopyQuery("none", "SELECT 1 WHERE false")) { rows in
      var count = 0
      try rows.forEach { _ in count += 1 }
      return count
    }
    #expect(count == 0)
    try await c.copyOut(CopyQuery("unread", "SELECT generate_series(1, 100000)")) { _ in }
    #expect(try await c.value("SELECT 1", as: Int32.self) == 1)
  }

  @Test("values reach the query as settings of its transaction and are gone after it")
  func settings() async throws {
    let c = try await freshConnection()
    let query = CopyQuery(
      "bank", "SELECT current_setting('xsell.bank_id'), current_setting('xsell.k')::int4",
      settings: ["xsell.bank_id": "o'ne; DROP", "xsell.k": "7"])
    let read: @Sendable (consuming BinaryRows) throws -> String = { rows in
      var text = ""
      try rows.forEach { row in text = "\(try row.readText()) \(try row.readInt32())" }
      return text
    }
    #expect(try await c.copyOut(query, read) == "o'ne; DROP 7")
    #expect(await !c.isInTransaction)
    #expect(try await c.value("SELECT nullif(current_setting('xsell.bank_id', true), '')", as: String?.self) == nil)
    try await c.withTransaction(isolation: .repeatableRead, readOnly: true) {
      let text = try await c.copyOut(query, read)
      #expect(text == "o'ne; DROP 7")
      #expect(await c.isInTransaction)
    }
  }

  @Test("a field read as another type is an error that names relation and position")
  func wrongType() async throws {
    let c = try await freshConnection()
    func description(_ sql: String, _ read: @escaping @Sendable (inout BinaryRow) throws -> Void) async -> String? {
      await postgresError {
        try await c.copyOut(CopyQuery("source.client", sql)) { rows in try rows.forEach { try read(&$0) } }
      }?.description
    }
    #expect(
      await description("SELECT 1::int4, 2::int4") { row in
        try row.skip()
        _ = try row.readInt64()
      } == "source.client, column #2: expected int8: the type does not convert")
    #expect(
      await description("SELECT NULL::int4") { _ = try $0.readInt32() }
        == "source.client, column #1: expected int4: the value is NULL")
    #expect(
      await description("SELECT 1::int4") { row in
        try row.skip()
        try row.skip()
      } == "source.client, column #1: expected a field: the row has no more fields")
    #expect(
      await description("SELECT 'infinity'::date") { _ = try $0.readDate() }
        == "source.client, column #1: expected date: the value is NaN or infinite")
    #expect(try await c.value("SELECT 1", as: Int32.self) == 1)
  }

  @Test("an error of the body stops the query and leaves the connection usable, in a transaction too")
  func bodyError() async throws {
    struct Stop: Error {}
    let c = try await freshConnection()
    let endless = CopyQuery("endless", "SELECT generate_series(1, 1000000000000)", settings: ["xsell.a": "b"])
    await #expect(throws: Stop.self) {
      try await c.copyOut(endless) { rows in try rows.forEach { _ in throw Stop() } }
    }
    #expect(await !c.isInTransaction)
    await #expect(throws: Stop.self) {
      try await c.withTransaction { try await c.copyOut(endless) { rows in try rows.forEach { _ in throw Stop() } } }
    }
    #expect(try await c.value("SELECT 1", as: Int32.self) == 1)
  }

  @Test("an error of the server in the middle is thrown")
  func serverError() async throws {
    let c = try await freshConnection()
    let error = await postgresError {
      try await c.copyOut(CopyQuery("divided", "SELECT 1 / (50000 - i) FROM generate_series(1, 100000) i")) { rows in
        try rows.forEach { _ in }
      }
    }
    #expect(error?.sqlState?.rawValue == "22012")
    #expect(
      await postgresError { try await c.copyOut(CopyQuery("q", "SELECT * FROM nowhere")) { _ in } }?.sqlState
        == .undefinedTable)
    #expect(try await c.value("SELECT 1", as: Int32.self) == 1)
  }

  @Test("cancelling the task stops a stream, and a time limit does")
  func stopped() async throws {
    let c = try await freshConnection()
    let endless = "SELECT generate_series(1, 1000000000000)"
    let task = Task { try await c.copyOut(CopyQuery("endless", endless)) { rows in try rows.forEach { _ in } } }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    #expect(await postgresError { try await task.value }?.description == "endless: cancelled")
    let limited = CopyQuery("limited", endless, timeout: .after(.milliseconds(100)))
    let error = await postgresError { try await c.copyOut(limited) { rows in try rows.forEach { _ in } } }
    guard case .timeout(label: "limited") = error else { Issue.record("\(String(describing: error))"); return }
    #expect(try await c.value("SELECT 1", as: Int32.self) == 1)
  }

  @Test("a server that answers a cancellation late keeps its connection")
  func stoppedLate() async throws {
    let c = try await freshConnection()
    let server = try await c.value("SELECT pg_backend_pid()", as: Int32.self)
    let endless = CopyQuery("endless", "SELECT generate_series(1, 1000000000000)")
    let task = Task { try await c.copyOut(endless) { rows in try rows.forEach { _ in } } }
    try await Task.sleep(for: .milliseconds(100))
    #expect(kill(server, SIGSTOP) == 0)
    // A thread of its own: tasks and global queues share a pool of threads, and a machine full of tests may leave both
    // waiting for longer than the server is waited for.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 7)
      kill(server, SIGCONT)
    }
    task.cancel()
    #expect(await postgresError { try await task.value }?.description == "endless: cancelled")
    #expect(try await c.value("SELECT 1", as: Int32.self) == 1)
  }

  @Test("rows come out as CSV")
  func csv() async throws {
    let c = try await freshConnection()
    let file = Collected()
    try await c.copyOutCSV(CopyQuery("csv", "SELECT 1 AS a, 'x,\"y' AS b, NULL AS c")) {
      file.append($0)
    }
    #expect(file.text == "a,b,c\n1,\"x,\"\"y\",\n")
  }
}
