import TestCluster
import Testing

@testable import PostgresKit

@Suite("Connections")
struct ConnectionTests {
  @Test("every session checks its client, speaks UTC, and has a time limit")
  func session() async throws {
    let c = try await PostgresConnection.connect(
      settings(withDefault: "idle_in_transaction_session_timeout = '90s'"))
    #expect(try await c.value("SHOW client_connection_check_interval", as: String.self) == "1s")
    #expect(try await c.value("SHOW timezone", as: String.self) == "UTC")
    #expect(try await c.value("SHOW datestyle", as: String.self).hasPrefix("ISO"))
    #expect(try await c.value("SHOW statement_timeout", as: String.self) == "5min")
    #expect(try await c.value("SHOW idle_in_transaction_session_timeout", as: String.self) == "0")
    #expect(try await c.value("SHOW application_name", as: String.self) == "xsell")
  }

  @Test("a server that refuses settings at the start gets them right after it")
  func settingsAfterStart() async throws {
    let link = Link(settings: try await TestCluster.shared.database(), cancellation: CancellationSignal())
    #expect(try link.attempt(sslmode: nil, withSessionOptions: false) == nil)
    for (name, value) in [
      ("timezone", "UTC"), ("client_connection_check_interval", "1s"), ("statement_timeout", "5min"),
    ] {
      let row = PostgresRow(result: try link.run("show", "SHOW \(name)"), index: 0)
      #expect(try row.decode(0, as: String.self) == value)
    }
  }

  @Test("options of the settings are kept")
  func options() async throws {
    let c = try await freshConnection { $0.parameters["options"] = "-c search_path=elsewhere" }
    #expect(try await c.value("SHOW search_path", as: String.self) == "elsewhere")
    #expect(try await c.value("SHOW timezone", as: String.self) == "UTC")
  }

  private func settings(withDefault setting: String) async throws -> ConnectionSettings {
    let settings = try await TestCluster.shared.database()
    try await PostgresConnection.connect(settings).script(
      "DO $do$ BEGIN EXECUTE format($$ALTER DATABASE %I SET \(setting)$$, current_database()); END $do$")
    return settings
  }

  @Test(
    "the server's own functions and types come before those of any schema that the role's path names",
    arguments: ["public, pg_catalog", "oracle,public,pg_catalog", "public, \"pg_catalog\", oracle"])
  func searchPath(path: String) async throws {
    let settings = try await settings(withDefault: "search_path = \(path)")
    var plain = settings
    plain.parameters["options"] = "-c search_path=public"
    try await PostgresConnection.connect(plain).script(
      """
      CREATE SCHEMA oracle;
      CREATE DOMAIN oracle.date AS timestamp(0);
      CREATE FUNCTION public.round(numeric, int) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT 0.0';
      CREATE FUNCTION public.set_config(text, text, boolean) RETURNS text LANGUAGE sql AS $$SELECT 'taken'$$;
      CREATE FUNCTION public.own() RETURNS int LANGUAGE sql AS 'SELECT 7';
      """)
    let c = try await PostgresConnection.connect(settings)
    #expect(try await c.value("SELECT round(2.345, 2)::text", as: String.self) == "2.35")
    #expect(try await c.value("SELECT pg_typeof('2026-01-31'::date)::text", as: String.self) == "date")
    #expect(try await c.value("SELECT own()", as: Int32.self) == 7)
    #expect(try await c.value("SHOW statement_timeout", as: String.self) == "5min")
    try await c.reconnect()
    #expect(try await c.value("SELECT round(2.345, 2)::text", as: String.self) == "2.35")
  }

  @Test(
    "a path that leaves the server's own schema in its place stays as it is",
    arguments: [("''", "\"\""), ("\"$user\", public", "\"$user\", public")])
  func ordinaryPath(path: String, shown: String) async throws {
    let c = try await PostgresConnection.connect(settings(withDefault: "search_path = \(path)"))
    #expect(try await c.value("SHOW search_path", as: String.self) == shown)
  }

  @Test("a session that idles while its program computes is not ended, whatever the role says")
  func idleSession() async throws {
    let c = try await PostgresConnection.connect(settings(withDefault: "idle_session_timeout = 100"))
    #expect(try await c.value("SHOW idle_session_timeout", as: String.self) == "0")
    try await Task.sleep(for: .milliseconds(400))
    #expect(try await c.value("SELECT 1", as: Int32.self) == 1)
  }

  @Test("numbers are written whole, whatever the environment or the role says")
  func floatDigits() async throws {
    let c = try await freshConnection { $0.parameters["options"] = "-c extra_float_digits=-5" }
    #expect(try await c.value("SELECT 0.63983643::float4::text", as: String.self) == "0.63983643")
  }

  @Test("a killed session is a lost connection, and connecting again works")
  func killed() async throws {
    let settings = try await TestCluster.shared.database()
    let c = try await PostgresConnection.connect(settings)
    let killer = try await PostgresConnection.connect(settings)
    let pid = try await c.value("SELECT pg_backend_pid()", as: Int32.self)
    _ = try await killer.value("SELECT pg_terminate_backend($1)", .int4(pid), as: Bool.self)
    let error = await postgresError { _ = try await c.value("SELECT 1", as: Int32.self) }
    guard case .connectionLost(label: "test") = error else { Issue.record("\(String(describing: error))"); return }
    guard case .connectionLost = await postgresError({ try await c.script("SELECT 1") }) else {
      Issue.record("lost"); return
    }
    try await c.reconnect(attempts: 3)
    #expect(try await c.value("SELECT 1", as: Int32.self) == 1)
  }

  @Test("a session killed while its statement runs is a lost connection")
  func killedWhileRunning() async throws {
    let settings = try await TestCluster.shared.database()
    let c = try await PostgresConnection.connect(settings)
    let pid = try await c.value("SELECT pg_backend_pid()", as: Int32.self)
    let running = Task { try await c.one(Statement("sleep", "SELECT pg_sleep(600)::text") { _ in }) }
    let killer = try await PostgresConnection.connect(settings)
    try await Task.sleep(for: .milliseconds(100))
    _ = try await killer.value("SELECT pg_terminate_backend($1)", .int4(pid), as: Bool.self)
    let error = await postgresError { try await running.value }
    guard case .connectionLost(label: "sleep") = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test("a server that is not there is unreachable, and tried as often as asked")
  func unreachable() async throws {
    let settings = ConnectionSettings(parameters: ["host": "/nonexistent", "password": "s3cret"])
    let error = await postgresError {
      _ = try await PostgresConnection.connect(settings, attempts: 3, backoff: Backoff(first: .milliseconds(1)))
    }
    guard case .cannotConnect(let failure) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(failure.reason == .unreachable)
    #expect(!failure.detail.contains { $0.isNewline || $0 == "\t" })
    #expect(failure.isTransient)
    #expect(error?.description.contains("s3cret") == false)
  }

  @Test("a refused login and a missing database are told apart and not tried again")
  func refused() async throws {
    var settings = try await TestCluster.shared.database()
    settings.parameters["user"] = "nobody_here"
    guard case .cannotConnect(let login) = await postgresError({ _ = try await PostgresConnection.connect(settings) })
    else { Issue.record("login"); return }
    #expect(login.reason == .refusedLogin)
    settings.parameters["user"] = "xsell"
    settings.parameters["dbname"] = "not_here"
    guard case .cannotConnect(let missing) = await postgresError({ _ = try await PostgresConnection.connect(settings) })
    else { Issue.record("database"); return }
    #expect(missing.reason == .noSuchDatabase)
    #expect(!missing.isTransient)
  }

  @Test("pauses grow and stay below the longest")
  func backoff() {
    let backoff = Backoff(first: .milliseconds(100), factor: 2, longest: .milliseconds(500))
    #expect((1...4).map { backoff.pause(after: $0) } == [100, 200, 400, 500].map { .milliseconds($0) })
  }
}
