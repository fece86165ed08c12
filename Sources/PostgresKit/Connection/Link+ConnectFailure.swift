internal import CLibPQ

extension Link {
  /// Reads libpq's message of a failed attempt and closes the link.
  func connectFailure() -> PostgresError {
    let message = handle.flatMap { PQerrorMessage($0) }.map { String(cString: $0) } ?? "out of memory"
    let lines = message.split(separator: "\n").filter { !$0.hasPrefix("LOCATION:") }
    let state = lines.lazy.compactMap(Self.sqlState(in:)).last
    disconnect()
    return .cannotConnect(
      ConnectFailure(
        reason: Self.reason(state: state, message: message), target: settings.description,
        detail: onOneLine(lines)))
  }

  /// `… FATAL:  28P01: password authentication failed …`, whatever language the severity is in.
  private static func sqlState(in line: Substring) -> SQLState? {
    for part in line.split(separator: ": ").dropFirst() {
      let code = part.drop { $0 == " " }
      let isCode = code.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
      if code.count == 5, isCode, code.contains(where: \.isNumber) {
        return SQLState(rawValue: String(code))
      }
    }
    return nil
  }

  private static func reason(state: SQLState?, message: String) -> ConnectFailure.Reason {
    switch state {
    case .cannotConnectNow, .tooManyConnections, .adminShutdown, .crashShutdown: .notReady
    case .invalidPassword, .invalidAuthorization, .insufficientPrivilege: .refusedLogin
    case .invalidCatalogName: .noSuchDatabase
    case .some: .other
    case nil: localReason(message)
    }
  }

  /// libpq has no codes for failures of its own. Its messages and the system's are English, as nothing here calls
  /// `setlocale`.
  private static func localReason(_ message: String) -> ConnectFailure.Reason {
    let signs: [(ConnectFailure.Reason, [String])] = [
      // First, as a host may have any of the other signs in its name; a name server that is down comes back.
      (.unreachable, ["could not translate host name"]),
      (.insecure, ["SSL", "certificate", "TLS"]),
      (.refusedLogin, ["password", "authentication"]),
      (.badSettings, ["invalid", "definition of service", "could not parse"]),
      (.timedOut, ["timed out", "timeout expired"]),
      (
        .unreachable,
        [
          "Connection refused", "No such file", "unreachable", "closed the connection", "reset by peer",
          "No route to host", "not enough", "Broken pipe",
        ]
      ),
    ]
    return signs.first { $0.1.contains { message.contains($0) } }?.0 ?? .other
  }
}

/// Lines of somebody else's message as a part of one of our sentences: tabs and other control characters become blanks.
func onOneLine(_ lines: [Substring]) -> String {
  lines.map { line in
    line.unicodeScalars.split { $0.properties.generalCategory == .control || $0 == " " }.map { String($0) }
      .joined(separator: " ")
  }.filter { !$0.isEmpty }.joined(separator: "; ")
}
