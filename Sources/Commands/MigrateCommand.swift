import ArgumentParser
import PostgresKit
import Store

struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Creates or upgrades schema xsell.",
    discussion: """
      Migrations only go up; each runs in a transaction of its own, and a second run finds nothing to do.

      Examples:
        xsell migrate --dry-run        shows what would be done
        xsell migrate --source         also creates the tables of the source contract
      """)

  @Flag(name: .long, help: "Also create the tables of the source contract that are missing.")
  var source = false

  @Flag(name: .long, help: "Show what would be done, and change nothing.")
  var dryRun = false

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let connection = try await connection.connect()
    if dryRun { return try await announce(connection) }
    if source {
      let created = try await SourceTables(connection).create()
      try StandardOutput.write(created.map { "created \($0.qualifiedName)" })
    }
    let applied = try await OutputSchema.migrator().migrate(connection)
    let lines = applied.map { "applied migration \($0.version) (\($0.name))" }
    try StandardOutput.write(lines.isEmpty ? ["schema xsell is up to date"] : lines)
  }

  private func announce(_ connection: PostgresConnection) async throws {
    let missing = source ? try await SourceTables(connection).missing() : []
    let tables = missing.map { "would create \($0.qualifiedName)" }
    let steps = try await OutputSchema.migrator().pending(on: connection)
      .map { "would apply migration \($0.version) (\($0.name))" }
    try StandardOutput.write(tables + steps.isEmptyOr("schema xsell is up to date"))
  }
}

extension [String] {
  fileprivate func isEmptyOr(_ line: String) -> [String] { isEmpty ? [line] : self }
}
