internal import CLibPQ
internal import Glibc

extension ConnectionSettings {
  static func parse(_ text: String) throws(PostgresError) -> [String: String] {
    if !text.contains("="), !text.contains("://") { return text.isEmpty ? [:] : ["dbname": text] }
    guard let options = PQconninfoParse(text, nil) else {
      throw badURL("expected postgresql://user@host:port/database or key=value pairs, special characters %-encoded")
    }
    defer { PQconninfoFree(options) }
    let parsed = values(of: options)
    // Where a password was not encoded, pieces of it end up in the host or the port, which descriptions show.
    if let host = parsed["host"], host.dropFirst().contains("@") {
      throw badURL("the host holds an @; write an @ inside the password as %40")
    }
    if let port = parsed["port"], !port.allSatisfy({ $0.isNumber || $0 == "," }) {
      throw badURL("the port is not a number; write special characters inside the password %-encoded")
    }
    return parsed
  }

  private static func badURL(_ detail: String) -> PostgresError {
    .cannotConnect(ConnectFailure(reason: .badSettings, target: "the database URL", detail: detail))
  }

  /// The keyword–value pairs of a `PQconninfoOption` array that ends with a null keyword.
  static func values(of options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
    var found: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { found[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    return found
  }

  /// What libpq is given. Session settings travel inside the start-up packet (`options`), which costs no round trip;
  /// `withSessionOptions` is false for servers and poolers that refuse them there.
  func keywords(sslmode: String?, withSessionOptions: Bool) -> [String: String] {
    var keywords = parameters
    keywords["client_encoding"] = "UTF8"
    keywords["fallback_application_name"] = applicationName
    if keywords["tcp_user_timeout"] == nil { keywords["tcp_user_timeout"] = "30000" }
    if let sslmode { keywords["sslmode"] = sslmode }
    if withSessionOptions {
      let own = sessionSettings(serverVersion: nil).map { "-c \($0.name)=\($0.value)" }
      let given = parameters["options"] ?? getenv("PGOPTIONS").map { String(cString: $0) }
      keywords["options"] = ([given].compactMap { $0 } + own).joined(separator: " ")
    }
    return keywords
  }

  /// The settings of every session; a nil version stands for a server recent enough for all of them.
  func sessionSettings(serverVersion: Int32?) -> [(name: String, value: String)] {
    var settings = [
      ("timezone", "UTC"), ("datestyle", "ISO"), ("intervalstyle", "iso_8601"),
      // As many digits as tell a number from its neighbours.
      ("extra_float_digits", "1"),
      ("statement_timeout", Self.milliseconds(statementTimeout)),
      // A session idles while its program computes, or waits for another session of its own.
      ("idle_in_transaction_session_timeout", "0"),
      // A statement runs once, and every process that takes part compiles it for itself: that pays where tens of millions of
      // rows are read.
      ("jit_above_cost", "2000000"),
    ]
    if let lockTimeout { settings.append(("lock_timeout", Self.milliseconds(lockTimeout))) }
    // Frees the locks of a killed client within a second even while its query runs.
    if serverVersion.map({ $0 >= 140_000 }) ?? true {
      settings.append(("client_connection_check_interval", "1000"))
      settings.append(("idle_session_timeout", "0"))
    }
    return settings
  }

  /// PostgreSQL's form of a time limit, where 0 is none; a positive limit never becomes none.
  static func milliseconds(_ duration: Duration?) -> String {
    guard let duration else { return "0" }
    return String(Int32(max(1, min(duration / .milliseconds(1), Double(Int32.max)))))
  }
}
