internal import CLibPQ
internal import Glibc

extension Link {
  /// Connects once. Throws `cannotConnect`, or `cancelled`.
  func connect() throws(PostgresError) {
    disconnect()
    let wantedMode = try attempt(sslmode: nil, withSessionOptions: true)
    if let wantedMode { _ = try attempt(sslmode: wantedMode, withSessionOptions: true) }
    PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
    guard PQsetnonblocking(handle, 1) == 0 else { throw lost() }
    try settleSession()
    try pinSearchPath()
  }

  /// One attempt; returns the `sslmode` to try again with when the settings would leave the machine unprotected.
  func attempt(sslmode: String?, withSessionOptions: Bool) throws(PostgresError) -> String? {
    operation = Operation(label: "connect", timeout: settings.connectTimeout)
    start(settings.keywords(sslmode: sslmode, withSessionOptions: withSessionOptions))
    guard PQstatus(handle) != CONNECTION_BAD else { throw connectFailure() }
    if sslmode == nil, mustVerify() {
      disconnect()
      return "verify-full"
    }
    do throws(PostgresError) {
      try pollUntilConnected()
    } catch .cannotConnect(let failure) where withSessionOptions && Self.isAboutOptions(failure.detail) {
      disconnect()
      _ = try attempt(sslmode: sslmode, withSessionOptions: false)
      return nil
    }
    guard withSessionOptions else {
      try setSession()
      return nil
    }
    sessionTimeout = ConnectionSettings.milliseconds(settings.statementTimeout)
    return nil
  }

  func start(_ keywords: [String: String]) {
    let pairs = keywords.sorted { $0.key < $1.key }
    let names = pairs.map { strdup($0.key) } + [nil]
    let values = pairs.map { strdup($0.value) } + [nil]
    defer { (names + values).forEach { free($0) } }
    handle = PQconnectStartParams(names.map { UnsafePointer($0) }, values.map { UnsafePointer($0) }, 0)
    // Verbose messages carry the SQLSTATE, which libpq offers in no other way for a failed login.
    PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
    PQsetNoticeReceiver(handle, { _, _ in }, nil)
  }

  private func pollUntilConnected() throws(PostgresError) {
    var state = PGRES_POLLING_WRITING
    while state != PGRES_POLLING_OK {
      do throws(PostgresError) {
        try wait(for: state == PGRES_POLLING_READING ? .read : .write)
      } catch .timeout {
        throw .cannotConnect(
          ConnectFailure(reason: .timedOut, target: settings.description, detail: "after \(settings.connectTimeout)"))
      }
      state = PQconnectPoll(handle)
      if state == PGRES_POLLING_FAILED { throw connectFailure() }
    }
  }

  /// Whether the connection would leave the machine in a mode nobody has asked for.
  func mustVerify() -> Bool {
    guard let options = PQconninfo(handle) else { return false }
    defer { PQconninfoFree(options) }
    let effective = ConnectionSettings.values(of: options)
    let isExplicit =
      settings.parameters["sslmode"] != nil || getenv("PGSSLMODE") != nil
      || effective["sslmode"] != "prefer"  // libpq's default, so another mode was written somewhere
    let hosts = effective["hostaddr"] ?? effective["host"] ?? ""
    return !isExplicit && !TLSRequirement.staysOnMachine(hosts: hosts)
  }

  private static func isAboutOptions(_ message: String) -> Bool {
    message.contains("client_connection_check_interval") || message.contains("session_timeout")
      || message.contains("startup parameter")
  }

  /// libpq overrides the time zone and date style from `PGTZ` and `PGDATESTYLE`; the server reports both unasked.
  private func settleSession() throws(PostgresError) {
    let zone = PQparameterStatus(handle, "TimeZone").map { String(cString: $0) }
    let style = PQparameterStatus(handle, "DateStyle").map { String(cString: $0) }
    if zone != "UTC" || style?.hasPrefix("ISO") != true { try setSession() }
  }

  private func setSession() throws(PostgresError) {
    let version = PQserverVersion(handle)
    let names = settings.sessionSettings(serverVersion: version)
    try script(names.map { "SET \($0.name) = '\($0.value)'" }.joined(separator: ";"), label: "session settings")
    sessionTimeout = ConnectionSettings.milliseconds(settings.statementTimeout)
  }

  /// Where the role's search path names pg_catalog behind other schemas, what those define would take the place of the
  /// server's own functions and types. It comes first, as it does where a path does not name it; the rest stays, since
  /// functions under a bank's views may lean on it. Only the server knows the role's path, so this cannot travel along.
  private func pinSearchPath() throws(PostgresError) {
    let timeout = sessionTimeout
    try script(
      """
      SELECT pg_catalog.set_config('search_path',
        pg_catalog.concat('pg_catalog, ', pg_catalog.current_setting('search_path')), false)
      WHERE pg_catalog.strpos(pg_catalog.current_setting('search_path'), 'pg_catalog') OPERATOR(pg_catalog.>) 0
      """, label: "search path")
    sessionTimeout = timeout
  }
}
