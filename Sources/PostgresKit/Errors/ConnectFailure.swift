/// Why a connection could not be made.
package struct ConnectFailure: Equatable, Sendable {
  package enum Reason: String, Sendable {
    case badSettings = "the connection settings are not valid"
    case unreachable = "the server does not answer"
    case notReady = "the server is starting, stopping or full"
    case refusedLogin = "the server refused the login"
    case noSuchDatabase = "the database does not exist"
    case insecure = "the connection could not be secured"
    case timedOut = "the server did not answer in time"
    case other = "the server refused the connection"
  }

  package let reason: Reason
  /// `host:port/database as user`, without a password.
  package let target: String
  /// The words of libpq or the server about the connection, which name hosts, users and files but no data.
  package let detail: String

  /// Whether the same attempt may succeed a moment later.
  package var isTransient: Bool {
    switch reason {
    case .unreachable, .notReady, .timedOut: true
    case .badSettings, .refusedLogin, .noSuchDatabase, .insecure, .other: false
    }
  }
}
