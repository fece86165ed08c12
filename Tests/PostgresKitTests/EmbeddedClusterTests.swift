import Glibc
import Testing

@testable import PostgresKit

@Suite("The embedded cluster")
struct EmbeddedClusterTests {
  private func temporary() throws -> String { try EmbeddedCluster.makeTemporaryFolder() }

  private func remove(_ folder: String) { _ = Program.run(["rm", "-rf", folder]) }

  private func answer(_ settings: ConnectionSettings) async throws -> String {
    let connection = try await PostgresConnection.connect(settings, attempts: 3)
    return try await connection.value("SELECT current_user::text || current_setting('listen_addresses')")
  }

  @Test("it starts, under root too, listens on no port, is found again, and stops")
  func lifeCycle() async throws {
    let folder = try temporary()
    defer { remove(folder) }
    let cluster = try EmbeddedCluster(folder: folder, isDurable: false)
    #expect(!cluster.isRunning)
    #expect(cluster.settings() == nil)
    let settings = try cluster.start()
    #expect(try await answer(settings) == "xsell")
    let sameFolder = try EmbeddedCluster(folder: folder + "/")
    #expect(sameFolder.isRunning)
    #expect(try sameFolder.start().parameters == settings.parameters)
    try cluster.stop()
    #expect(!cluster.isRunning)
    try cluster.stop()
    let error = await postgresError { try await answer(settings) }
    guard case .cannotConnect(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.reason == .unreachable)
  }

  @Test("programs of the server do not see variables that speak of another database")
  func foreignVariables() {
    // Only programs of the server read it, so tests that run beside this one do not mind.
    setenv("PGDATA", "/nowhere", 1)
    defer { unsetenv("PGDATA") }
    let variables = Program.run(["env"]).output.split(separator: "\n")
    #expect(!variables.isEmpty)
    #expect(variables.filter { $0.hasPrefix("PG") } == [])
  }

  @Test("a server that was killed is started again, and its data are there")
  func killed() async throws {
    let cluster = try EmbeddedCluster(folder: temporary())
    defer { remove(cluster.folder) }
    let connection = try await PostgresConnection.connect(cluster.start())
    try await connection.createDatabase("kept")
    let file = try #require(fopen(cluster.folder + "/data/postmaster.pid", "r"))
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 64)
    _ = fgets(&line, 64, file)
    kill(pid_t(atoi(line)), SIGKILL)
    while cluster.isRunning { try await Task.sleep(for: .milliseconds(20)) }
    try cluster.start()
    let kept = try #require(cluster.settings(database: "kept"))
    #expect(try await answer(kept) == "xsell")
    try cluster.stop()
  }

  @Test("a folder too deep for a socket's path gets a short folder for the socket")
  func deepFolder() async throws {
    let upper = try temporary()
    defer { remove(upper) }
    // The upper folder is private to root, as mkdtemp makes it, and the server's user must pass.
    chmod(upper, 0o755)
    let deep = upper + "/" + String(repeating: "d", count: 100)
    let cluster = try EmbeddedCluster(folder: deep, isDurable: false)
    let settings = try cluster.start()
    #expect((settings.parameters["host"] ?? "").utf8.count < 30)
    #expect(try await answer(settings) == "xsell")
    try cluster.stop()
  }

  @Test("a folder the server's user cannot enter is refused in so many words", .enabled(if: geteuid() == 0))
  func closedFolder() throws {
    let closed = try temporary()
    defer { remove(closed) }
    let cluster = try EmbeddedCluster(folder: closed + "/inside")
    #expect(throws: EmbeddedClusterError.folderNotReachable(folder: closed + "/inside", user: "postgres")) {
      try cluster.start()
    }
  }

  @Test("a database is a copy of its template, and is dropped even while somebody is connected")
  func databases() async throws {
    let a = try await freshConnection()
    let name = "template_\(UInt32.random(in: 0 ... .max))"
    try await a.createDatabase(name)
    var settings = a.settings
    settings.parameters["dbname"] = name
    let b = try await PostgresConnection.connect(settings)
    try await b.script("CREATE TABLE t ()")
    await b.close()
    try await a.dropDatabase(name)
    let error = await postgresError { try await PostgresConnection.connect(settings) }
    guard case .cannotConnect(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.reason == .noSuchDatabase)
  }
}
