/// What protects a connection that leaves the machine. Unix sockets and loopback addresses do not leave it.
///
/// It is `sslmode=verify-full`, unless the URL, `PGSSLMODE` or the service file names another mode.
enum TLSRequirement {
  /// Whether a host as libpq takes it, a list included, stays on this machine.
  static func staysOnMachine(hosts: String) -> Bool {
    hosts.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { host in
      host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") || host == "localhost" || host == "::1"
        || isLoopbackIPv4(host)
    }
  }

  private static func isLoopbackIPv4(_ host: Substring) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
