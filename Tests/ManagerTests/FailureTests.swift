import ArgumentParser
import TestCluster
import Testing

@testable import Commands
@testable import PostgresKit

@Suite("What the database refuses ends with a code and a next step")
struct FailureTests {
  @Test("a session that may only read is not permitted to write")
  func readOnlySession() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script("set default_transaction_read_only = on", label: "read only")
    let absence = await failure(
      of: ManagerAbsentCommand.self, ["Anna Petrova", "--from", "2026-07-06"], on: connection)
    #expect(absence?.status == .notPermitted)
    #expect(
      absence?.sentence == "add_absence: read-only transaction (SQLSTATE 25006); this session or server is read-only: "
        + "connect to the primary server, and leave default_transaction_read_only off.")
  }

  @Test("a transaction is as writable as an administrator made the session, unless it says otherwise")
  func sessionDefault() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script("set default_transaction_read_only = on", label: "read only")
    await #expect(throws: PostgresError.self) {
      try await connection.withTransaction { try await connection.script("create table kept ()", label: "kept") }
    }
    try await connection.withTransaction(readOnly: false) {
      try await connection.script("create temp table passing ()", label: "passing")
    }
  }

  @Test("nobody answers in no name")
  func noName() {
    #expect(throws: (any Error).self) { try TriggerAcceptCommand.parse([PublishedBank.offer, "--as", " "]) }
  }

  @Test("a replica, which refuses even to begin, is the wrong server")
  func replica() {
    let refusal = ServerError(
      label: "BEGIN", sqlState: SQLState(rawValue: "0A000"), severity: "ERROR", schema: nil, relation: nil,
      column: nil, constraint: nil, missingObject: nil, copyLocation: nil,
      messageThatMayQuoteClientData: "cannot set transaction read-write mode during recovery")
    let failure = Failure(PostgresError.server(refusal))
    #expect(failure?.status == .databaseUnreachable)
    #expect(
      failure?.sentence == "BEGIN: feature not supported (SQLSTATE 0A000); this server is a read-only replica: "
        + "connect to the primary server.")
  }

  @Test("a statement that an administrator stopped can be tried again")
  func stopped() async throws {
    let settings = try await TestCluster.shared.database()
    let connection = try await PostgresConnection.connect(settings)
    let administrator = try await PostgresConnection.connect(settings)
    let session = try await connection.one(Statement<Int32>("pid", "select pg_backend_pid()") { try $0.decode(0) })
    let running = Task { try await connection.script("select pg_sleep(600)", label: "long") }
    let stop = Statement<Bool>(
      "stop", "select pg_cancel_backend(pid) from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'",
      .int4(session)
    ) { try $0.decode(0) }
    while try await administrator.many(stop, limit: 1).isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    let error = await #expect(throws: PostgresError.self) { try await running.value }
    let failure = error.flatMap { Failure($0) }
    #expect(failure?.status == .tryAgain)
    #expect(failure?.sentence == "long: stopped by an administrator of the server; try again.")
  }

  @Test("a view of the source that fails for a manager sends to the check, and shows no value")
  func failingView() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      alter table source.bank set schema xsell;
      create view source.bank as select bank_id, name, currency, (1 / (length(bank_id) - 7))::text as locale
        from xsell.bank
      """, label: "view")
    let failure = await failure(of: ProfilesListCommand.self, ["--bank", "HARBOUR"], on: connection)
    #expect(failure?.status == .badInput)
    #expect(
      failure?.sentence
        == "view_banks: division by zero (SQLSTATE 22012); run xsell check, which names the relation to correct.")
  }
}
