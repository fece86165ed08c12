internal import Glibc

/// A PostgreSQL server of our own in a local folder, reachable by a Unix socket only and by this user only. Root may
/// start it: the server then runs as `postgres` or `nobody`. Database user `xsell` owns everything.
package struct EmbeddedCluster: Sendable {
  package enum Lifetime: Sendable {
    /// Runs on until `stop`.
    case untilStopped
    /// Stops, and its folder is removed, when this process ends for whatever reason.
    case thisProcess
  }

  package static let user = "xsell"
  /// Names the socket only. Fixed, so that PGPORT of the surroundings has no say.
  package static let port = "5432"
  /// A socket's path holds 107 bytes; the server appends `/.s.PGSQL.5432`, and `.lock` beside it.
  private static let longestSocketFolder = 107 - "/.s.PGSQL.5432.lock".utf8.count

  /// An absolute path.
  package let folder: String
  private let lifetime: Lifetime
  /// Further settings of the server, given at every start.
  private let serverSettings: [String: String]
  private let binaries: ServerBinaries
  private let serverUser: ServerUser

  /// A cluster in the folder, which is created at the first start. With `isDurable` false the server does not wait for
  /// the disk: for data that can be made again. Throws `EmbeddedClusterError`.
  package init(
    folder: String, lifetime: Lifetime = .untilStopped, isDurable: Bool = true, serverSettings: [String: String] = [:]
  ) throws(EmbeddedClusterError) {
    self.folder = Self.absolute(folder)
    self.lifetime = lifetime
    let hasty = ["fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"]
    let fixed = ["listen_addresses": "", "port": Self.port, "unix_socket_permissions": "0700"]
    self.serverSettings = (isDurable ? [:] : hasty).merging(serverSettings) { $1 }.merging(fixed) { $1 }
    binaries = try ServerBinaries.find()
    serverUser = try ServerUser.choose()
  }

  private var dataFolder: String { "\(folder)/data" }
  package var logFile: String { "\(folder)/server.log" }

  package var isRunning: Bool { PostmasterFile(dataFolder: dataFolder) != nil }

  /// How to connect to a running cluster; nil when it does not run.
  package func settings(database: String = "postgres") -> ConnectionSettings? {
    PostmasterFile(dataFolder: dataFolder).map { server in
      Self.settings(socketFolder: server.socketFolder, database: database)
    }
  }

  /// Starts the server, creating the cluster when there is none, and waits until it answers. A server that already runs
  /// is used as it is. Throws `EmbeddedClusterError`.
  @discardableResult
  package func start() throws(EmbeddedClusterError) -> ConnectionSettings {
    if let settings = settings() { return settings }
    try serverUser.makeFolder(folder)
    if access("\(dataFolder)/PG_VERSION", F_OK) != 0 { try initialise() }
    // A server that was killed leaves it, and a new one would believe a stranger who has its number.
    unlink("\(dataFolder)/postmaster.pid")
    let socketFolder = try makeSocketFolder()
    let options = serverSettings.merging(["unix_socket_directories": socketFolder]) { $1 }
      .sorted { $0.key < $1.key }.map { "-c \($0.key)='\($0.value)'" }.joined(separator: " ")
    try run([binaries.pgCtl, "start", "-w", "-t", "60", "-D", dataFolder, "-l", logFile, "-o", options])
    if lifetime == .thisProcess { watch(socketFolder: socketFolder) }
    return Self.settings(socketFolder: socketFolder, database: "postgres")
  }

  /// `options` is named so that PGOPTIONS, which is meant for another server, has no say.
  private static func settings(socketFolder: String, database: String) -> ConnectionSettings {
    ConnectionSettings(
      parameters: ["host": socketFolder, "port": port, "user": user, "dbname": database, "options": ""])
  }

  /// Stops the server and waits until it is gone; sessions are ended. Nothing happens when it does not run.
  package func stop() throws(EmbeddedClusterError) {
    guard let server = PostmasterFile(dataFolder: dataFolder) else { return }
    try run([binaries.pgCtl, "stop", "-w", "-t", "60", "-m", "fast", "-D", dataFolder])
    if server.socketFolder != folder { rmdir(server.socketFolder) }
  }

  private func initialise() throws(EmbeddedClusterError) {
    try run([
      binaries.initdb, "-D", dataFolder, "-U", Self.user, "-E", "UTF8", "--locale=C.UTF-8", "--auth-local=trust",
      "--auth-host=reject", "--no-instructions", "--no-sync",
    ])
  }

  private func run(_ command: [String]) throws(EmbeddedClusterError) {
    let outcome = Program.run(serverUser.command(command))
    guard outcome.status == 0 else {
      let program = command[0].split(separator: "/").last.map(String.init) ?? command[0]
      throw .programFailed(
        program: program, status: outcome.status,
        output: onOneLine(outcome.output.split(separator: "\n").suffix(3)))
    }
  }

  private func makeSocketFolder() throws(EmbeddedClusterError) -> String {
    if folder.utf8.count <= Self.longestSocketFolder { return folder }
    let short = try Self.makeTemporaryFolder()
    try serverUser.makeFolder(short)
    return short
  }

  /// A new empty folder with a short name.
  package static func makeTemporaryFolder() throws(EmbeddedClusterError) -> String {
    // In /tmp whatever TMPDIR says: it stands in for folders whose names are too long for a Unix socket (107 bytes on
    // Linux), TMPDIR may be as long, and the server's user must be able to enter it.
    var name = Array("/tmp/xsell-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw .cannotCreateFolder(folder: "/tmp/xsell-…", reason: String(cString: strerror(errno)))
    }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Starts a process that waits for the end of ours, which closes the pipe however it comes, and then stops the server.
  private func watch(socketFolder: String) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    // Nothing is ever written; our end stays open as long as we live, and no child inherits it.
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    // Signals of the terminal reach both processes, and the watcher must outlive us.
    let script =
      "trap '' INT HUP; read line; \"$1\" stop -w -m immediate -D \"$2\"; cd /; rm -rf \"$3\"/* \"$4\"/*; rmdir \"$3\" \"$4\""
    let command = ["/bin/sh", "-c", script, "sh", binaries.pgCtl, dataFolder, folder, socketFolder]
    _ = Program.spawn(serverUser.command(command), input: ends[0], output: nil)
    close(ends[0])
  }

  private static func absolute(_ path: String) -> String {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if trimmed.hasPrefix("/") { return trimmed }
    guard let current = getcwd(nil, 0) else { return trimmed }
    defer { free(current) }
    return "\(String(cString: current))/\(trimmed)"
  }
}
