import ArgumentParser
import PostgresKit

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Shows one night and one manager's morning on a bank of its own.",
    discussion: """
      Starts an embedded PostgreSQL in a local folder (no TCP, this user only), simulates a bank of small firms, \
      loads it, runs one night and prints a manager's morning. Leaves the server running and says what to try next. \
      A second run finds everything in place.

      Examples:
        xsell demo
        xsell demo stop
      """,
    subcommands: [DemoStart.self, DemoStop.self], defaultSubcommand: DemoStart.self)
}

/// Where the demo lives.
struct DemoOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Folder of the embedded server (default: .xsell/demo, or one under /var/tmp where the server's user cannot enter it).",
      valueName: "dir"))
  var folder: String?

  /// The folders to try, in order.
  var candidates: [String] { folder.map { [$0] } ?? [".xsell/demo", "/var/tmp/xsell-demo"] }
}

struct DemoStop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "Stops the demo's server; its data stay.")

  @OptionGroup var options: DemoOptions

  func run() async throws {
    var stopped: [String] = []
    for folder in options.candidates {
      let cluster = try EmbeddedCluster(folder: folder)
      guard cluster.isRunning else { continue }
      try cluster.stop()
      stopped.append("stopped the demo's server in \(cluster.folder)")
    }
    try StandardOutput.write(stopped.isEmpty ? ["no demo server is running"] : stopped)
  }
}
