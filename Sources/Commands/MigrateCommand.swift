import ArgumentParser
import PostgresKit
import Store

struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Creates or upgrades schema xsell.",
    discussion: """
      Migrations only go up; each runs in a transaction of its own, and a second run finds nothing to do. Managers \
      may log in to the database themselves: who they are says source.manager.login, and each sees \
      his own clients and calls.

      Examples:
        xsell migrate --dry-run        shows what would be done
        xsell migrate --source         also creates the tables of the source contract
        xsell migrate --managers desk  lets members of role desk see their own clients
      """)

  @Flag(name: .long, help: "Also create the tables of the source contract that are missing.")
  var source = false

  @Option(name: .long, help: "A role of the database that managers are members of: grant it what they need.")
  var managers: String?

  @Flag(name: .long, help: "Show what would be done, and change nothing.")
  var dryRun = false

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let connection = try await connection.connect()
    if let encoding = try await OutputSchema.unsuitableEncoding(of: connection) {
      throw SourceLoadError.unsuitableEncoding(encoding)
    }
    if let managers, try await !ManagerAccess(connection).isKnown(managers) { throw Self.noRole(managers) }
    if dryRun { return try await announce(connection) }
    if source {
      let created = try await SourceTables(connection).create()
      try StandardOutput.write(created.map { "created \($0.qualifiedName)" })
    }
    let applied = try await OutputSchema.migrator().migrate(connection)
    let lines = applied.map { "applied migration \($0.version) (\($0.name))" }
    try StandardOutput.write(lines.isEmptyOr("schema xsell is up to date"))
    if let managers { try await grant(managers, on: connection) }
  }

  private func grant(_ role: String, on connection: PostgresConnection) async throws {
    switch try await ManagerAccess(connection).grant(to: role) {
    case .granted: try StandardOutput.write([Self.sees("see", role)])
    case .lacks(let statements):
      throw CommandError(
        .notPermitted, "Members of \(TextWidth.printable(role)) would see more, or less, than what is theirs",
        next: "have the owner run, and migrate again: \(statements.map(TextWidth.printable).joined(separator: "; "))")
    }
  }

  private static func sees(_ verb: String, _ role: String) -> String {
    "managers who are members of \(TextWidth.printable(role)) \(verb) their own clients"
  }

  private static func noRole(_ role: String) -> CommandError {
    CommandError(
      .badInput, "There is no role \"\(TextWidth.printable(role))\" in the database",
      next: "create it (CREATE ROLE \u{2026} NOLOGIN) and make the managers' logins its members")
  }

  private func announce(_ connection: PostgresConnection) async throws {
    let missing = source ? try await SourceTables(connection).missing() : []
    let tables = missing.map { "would create \($0.qualifiedName)" }
    let steps = try await OutputSchema.migrator().pending(on: connection)
      .map { "would apply migration \($0.version) (\($0.name))" }
    let grants = managers.map { [Self.sees("would see", $0)] } ?? []
    try StandardOutput.write(tables + steps.isEmptyOr("schema xsell is up to date") + grants)
  }
}

extension [String] {
  fileprivate func isEmptyOr(_ line: String) -> [String] { isEmpty ? [line] : self }
}
