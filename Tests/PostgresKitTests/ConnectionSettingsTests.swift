import Testing

@testable import PostgresKit

@Suite("Connection settings")
struct ConnectionSettingsTests {
  @Test("a URL, a conninfo string and a database name are read")
  func forms() throws {
    let url = try ConnectionSettings(url: "postgresql://ann:pw@db.bank:5433/warehouse?sslmode=require")
    #expect(url.parameters["host"] == "db.bank")
    #expect(url.parameters["sslmode"] == "require")
    #expect(try ConnectionSettings(url: "host=/run user=bob").parameters == ["host": "/run", "user": "bob"])
    #expect(try ConnectionSettings(url: "warehouse").parameters == ["dbname": "warehouse"])
    #expect(try ConnectionSettings(url: nil).parameters.isEmpty)
  }

  @Test("no description shows the password")
  func redacted() throws {
    let settings = try ConnectionSettings(url: "postgresql://ann:s3cret@db.bank:5433/warehouse")
    #expect("\(settings)" == "db.bank:5433/warehouse as ann")
    var dumped = ""
    dump(settings, to: &dumped)
    #expect(!dumped.contains("s3cret"))
    #expect(!String(reflecting: settings).contains("s3cret"))
  }

  @Test(
    "text that is not a URL is refused without repeating it",
    arguments: ["postgresql://h:s3cret/x", "a=b s3cret", "postgresql://u:s3@cret@host/x"])
  func invalid(text: String) {
    let error = #expect(throws: PostgresError.self) { try ConnectionSettings(url: text) }
    #expect(error?.description.contains("s3") == false)
    #expect(error?.description.contains("cret") == false)
  }

  @Test(
    "sockets and loopback addresses stay on the machine, everything else leaves it",
    arguments: [
      ("", true), ("/var/run/postgresql", true), ("@abstract", true), ("localhost", true), ("127.0.0.1", true),
      ("127.8.9.1", true), ("::1", true), ("localhost,127.0.0.1", true), ("db.bank", false), ("10.0.0.1", false),
      ("127.0.0.1.evil.example", false), ("localhost.evil.example", false), ("localhost,db.bank", false),
      ("127.1", false),
    ])
  func machine(hosts: String, stays: Bool) { #expect(TLSRequirement.staysOnMachine(hosts: hosts) == stays) }

  @Test("a host elsewhere is not spoken to without verified TLS unless the settings say so")
  func insecure() async {
    // 192.0.2.0/24 is reserved for documentation: nothing answers there, and nothing needs to.
    var settings = ConnectionSettings(parameters: ["host": "192.0.2.1", "sslrootcert": "/nonexistent.crt"])
    settings.connectTimeout = .milliseconds(200)
    let link = Link(settings: settings, cancellation: CancellationSignal())
    link.start(settings.keywords(sslmode: nil, withSessionOptions: true))
    #expect(link.mustVerify())
    for mode in ["disable", "prefer", "require"] {
      var explicit = settings
      explicit.parameters["sslmode"] = mode
      let link = Link(settings: explicit, cancellation: CancellationSignal())
      link.start(explicit.keywords(sslmode: nil, withSessionOptions: true))
      #expect(!link.mustVerify())
    }
  }

  @Test("a positive time limit never becomes none, which PostgreSQL writes as 0")
  func milliseconds() {
    #expect(ConnectionSettings.milliseconds(.microseconds(1)) == "1")
    #expect(ConnectionSettings.milliseconds(.seconds(300)) == "300000")
    #expect(ConnectionSettings.milliseconds(.seconds(1_000_000_000)) == "2147483647")
    #expect(ConnectionSettings.milliseconds(nil) == "0")
  }
}
