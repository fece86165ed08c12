import TestCluster
import Testing

@testable import PostgresKit

@Suite("Errors")
struct ErrorTests {
  @Test("missing and forbidden objects are named")
  func objects() async throws {
    let c = try await freshConnection()
    func description(_ sql: String) async -> String? {
      await postgresError { try await c.execute(Statement("query", sql)) }?.description
    }
    #expect(await description("SELECT 1 FROM source.bank") == "query: no such table (SQLSTATE 42P01): source.bank")
    #expect(await description("SELECT absent FROM pg_class") == "query: no such column (SQLSTATE 42703): absent")
    #expect(await description("SET ROLE nobody_here") == "query: invalid data (SQLSTATE 22023)")
    try await c.script("CREATE TABLE secret (a int)")
    try await c.script("SET ROLE pg_monitor")
    #expect(await description("SELECT 1 FROM secret") == "query: permission denied (SQLSTATE 42501): secret")
  }

  @Test("a message of several lines becomes a part of one sentence")
  func oneLine() {
    let message = "no answer:  refused\r\n\tIs the server\trunning?\n\n"
    #expect(onOneLine(message.split(whereSeparator: \.isNewline)) == "no answer: refused; Is the server running?")
  }

  @Test("a value the server quotes is not in the description, in a dump or in an interpolation")
  func hiddenValues() async throws {
    let c = try await freshConnection()
    let error = await postgresError { _ = try await c.value("SELECT $1::date", .text("Ivanov"), as: PostgresDate.self) }
    guard let error, case .server(let failure) = error else { Issue.record("no server error"); return }
    #expect(failure.sqlState == .invalidDatetimeFormat)
    #expect(failure.messageThatMayQuoteClientData.contains("Ivanov"))
    var dumped = ""
    dump(error, to: &dumped)
    for text in [error.description, String(describing: error), String(reflecting: error), "\(failure)", dumped] {
      #expect(!text.contains("Ivanov"))
    }
  }

  @Test("a lock that is not free is told apart")
  func locked() async throws {
    let settings = try await TestCluster.shared.database()
    let (a, b) = (try await PostgresConnection.connect(settings), try await PostgresConnection.connect(settings))
    try await a.script("CREATE TABLE t (a int)")
    try await a.withTransaction {
      try await a.script("LOCK t")
      let error = await postgresError { try await b.withTransaction { try await b.script("LOCK t NOWAIT") } }
      #expect(error?.sqlState == .lockNotAvailable)
    }
  }

  @Test("a violated constraint names relation, column and constraint")
  func constraints() async throws {
    let c = try await freshConnection()
    try await c.script("CREATE TABLE t (a int NOT NULL, b int CONSTRAINT positive CHECK (b > 0))")
    let missing = await postgresError { try await c.execute(Statement("t", "INSERT INTO t VALUES (NULL, 1)")) }
    #expect(missing?.description == "t: not-null violation (SQLSTATE 23502), column a, relation public.t")
    let negative = await postgresError { try await c.execute(Statement("t", "INSERT INTO t VALUES (1, -77)")) }
    #expect(negative?.description == "t: check violation (SQLSTATE 23514), relation public.t, constraint positive")
  }

  @Test(
    "the context of a COPY is read up to the value",
    arguments: [
      ("COPY client, line 3, column opened_on: \"abc\"", "client", 3, "opened_on"),
      ("COPY client, line 12: \"a,b, column c: d\"", "client", 12, nil),
      ("COPY client, line 12", "client", 12, nil),
      ("COPY client, line 1, column a, line 9: \"x\"", "client", 1, "a"),
      ("COPY client, line 5, column note: null input", "client", 5, "note"),
      ("PL/pgSQL function f() line 3 at RAISE\nCOPY client, line 2: \"x\"", "client", 2, nil),
    ] as [(String, String, Int, String?)])
  func copyContext(context: String, relation: String, line: Int, column: String?) {
    let location = CopyLocation(context: context)
    #expect(location?.relation == relation)
    #expect(location?.line == line)
    #expect(location?.column == column)
  }

  @Test("another context is no location")
  func otherContext() { #expect(CopyLocation(context: "SQL statement \"SELECT 1, line 4\"") == nil) }
}
