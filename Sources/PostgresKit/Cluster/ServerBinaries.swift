internal import Glibc

/// The folder that holds `initdb`, `pg_ctl` and `postgres` of one version.
struct ServerBinaries {
  let folder: String

  var initdb: String { "\(folder)/initdb" }
  var pgCtl: String { "\(folder)/pg_ctl" }

  /// What `pg_config` names, else the newest version Debian has installed, else the PATH.
  static func find() throws(EmbeddedClusterError) -> ServerBinaries {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    for folder in configured() + debian() + path.split(separator: ":").map(String.init) where isComplete(folder) {
      return ServerBinaries(folder: folder)
    }
    throw .binariesNotFound
  }

  private static func isComplete(_ folder: String) -> Bool {
    ["initdb", "pg_ctl", "postgres"].allSatisfy { access("\(folder)/\($0)", X_OK) == 0 }
  }

  private static func configured() -> [String] {
    let outcome = Program.run(["pg_config", "--bindir"])
    return outcome.status == 0 ? outcome.output.split(separator: "\n").map(String.init) : []
  }

  private static func debian() -> [String] {
    var matches = glob_t()
    defer { globfree(&matches) }
    guard glob("/usr/lib/postgresql/*/bin", 0, nil, &matches) == 0 else { return [] }
    let folders = (0..<Int(matches.gl_pathc)).compactMap { matches.gl_pathv[$0].map { String(cString: $0) } }
    func version(_ folder: String) -> Double { Double(folder.split(separator: "/").dropLast().last ?? "") ?? 0 }
    return folders.sorted { version($0) > version($1) }
  }
}
