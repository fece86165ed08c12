import ArgumentParser
import Banking
import PostgresKit

/// Runs commands as a person would, each under a heading and the line to type.
struct DemoTour {
  let socketFolder: String
  let database: String

  private var url: String {
    "host=\(socketFolder) port=\(EmbeddedCluster.port) user=\(EmbeddedCluster.user) dbname=\(database)"
  }

  func step(_ heading: String, _ arguments: [String]) async throws {
    let style = Terminal.current().style
    try StandardOutput.write(
      "\n\(style.paint(heading, .strong))\n\(style.paint("$ xsell \(arguments.joined(separator: " "))", .muted))\n")
    let status = await Program.run(arguments + ["--database-url", url])
    guard status == ExitStatus.done.rawValue || status == ExitStatus.findings.rawValue else { throw ExitCode(status) }
  }

  /// What to try next.
  func close(bank: BankID, asOf: BusinessDate) throws {
    let style = Terminal.current().style
    try StandardOutput.write(
      """

      \(style.paint("What to try next", .strong))
        export PGHOST=\(socketFolder) PGPORT=\(EmbeddedCluster.port) PGUSER=\(EmbeddedCluster.user) PGDATABASE=\(database)
        xsell check --bank \(bank) --as-of \(asOf)
        xsell profiles list --bank \(bank)
        xsell client NUMBER --all
        xsell client NUMBER --why-not LEASING
        xsell trigger show ID
        xsell runs list
        xsell demo stop

      """)
  }
}
