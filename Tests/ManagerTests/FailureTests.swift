import TestCluster
import Testing

@testable import Commands
@testable import PostgresKit

@Suite("What the database refuses ends with a code and a next step")
struct FailureTests {
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
}
