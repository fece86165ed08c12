package import PostgresKit

/// One PostgreSQL for a whole test run, started at first use and gone with the process, and a database of its own for
/// every test, cloned from a template that is prepared once.
///
///     @Test("a client without accounts has no card") func noCard() async throws {
///       let database = try await TestCluster.shared.database(template: "migrated") { connection in
///         try await migrator.migrate(connection)
///       }
///       let connection = try await PostgresConnection.connect(database)
///       …
///     }
///
/// Templates are named: the first caller of a name prepares it, the others clone what it made, so one name must always
/// come with the same preparation. Databases are not dropped; they go with the cluster.
package actor TestCluster {
  package static let shared = TestCluster()

  private struct Server {
    let cluster: EmbeddedCluster
    /// CREATE DATABASE runs here, one at a time: a connection runs its statements one after another.
    let administrator: PostgresConnection
  }

  private var server: Task<Server, any Error>?
  private var templates: [String: Task<Void, any Error>] = [:]
  private var databaseCount = 0

  /// The settings of a new database of the caller's own. Without a template it is empty.
  package func database(
    template: String? = nil, prepare: @escaping @Sendable (PostgresConnection) async throws -> Void = { _ in }
  ) async throws -> ConnectionSettings {
    let server = try await started()
    if let template { try await prepared(template, on: server, prepare) }
    databaseCount += 1
    let name = "test_\(databaseCount)"
    try await server.administrator.createDatabase(name, template: template)
    return try Self.settings(server, name)
  }

  /// The running server, for tests that need to look from outside a database.
  package func administrator() async throws -> PostgresConnection { try await started().administrator }

  private func started() async throws -> Server {
    let task =
      server
      ?? Task {
        let cluster = try EmbeddedCluster(
          folder: EmbeddedCluster.makeTemporaryFolder(), lifetime: .thisProcess, isDurable: false,
          serverSettings: ["max_connections": "300"])
        return Server(cluster: cluster, administrator: try await .connect(cluster.start(), attempts: 5))
      }
    server = task
    return try await task.value
  }

  private func prepared(
    _ template: String, on server: Server, _ prepare: @escaping @Sendable (PostgresConnection) async throws -> Void
  ) async throws {
    let task =
      templates[template]
      ?? Task {
        try await server.administrator.createDatabase(template)
        let connection = try await PostgresConnection.connect(Self.settings(server, template))
        try await prepare(connection)
        // A database to which somebody is connected cannot be cloned, and a session ends a moment after it is closed.
        await connection.close()
        try await Self.waitUntilUnused(template, server.administrator)
      }
    templates[template] = task
    try await task.value
  }

  private static func waitUntilUnused(_ database: String, _ administrator: PostgresConnection) async throws {
    let sessions = Statement<Int64>(
      "sessions", "SELECT count(*) FROM pg_stat_activity WHERE datname = $1", .text(database)
    ) { try $0.decode(0) }
    while try await administrator.one(sessions) > 0 { try await Task.sleep(for: .milliseconds(5)) }
  }

  private static func settings(_ server: Server, _ database: String) throws -> ConnectionSettings {
    guard let settings = server.cluster.settings(database: database) else {
      throw PostgresError.connectionLost(label: "test cluster")
    }
    return settings
  }
}
