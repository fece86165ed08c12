import PostgresKit
import Store
import Testing

@Suite("Views of the source that fail on a row")
struct UnreadableRelationTests {
  /// By relation, a column and what a view makes of it: a division by zero on some row of the sound bank.
  private static let faults: [(relation: String, column: String, expression: String)] = [
    ("bank", "name", "name || 1 / (length(bank_id) - 1)"),
    ("manager", "full_name", "full_name || 1 / (manager_id - 2)"),
    ("product", "name", "name || 1 / (length(product_code) - 4)"),
    ("client", "annual_turnover", "annual_turnover / (client_id - 3)"),
    ("account", "opened_on", "opened_on + (1 / (client_id - 3))::integer"),
    ("product_month", "income", "income / (client_id - 3)"),
    ("load", "business_date", "business_date + (1 / (row_count - 10))::integer"),
  ]

  /// The relation as a view over a table that was it.
  private static func view(_ fault: (relation: String, column: String, expression: String)) -> String {
    let columns = SourceRelation.named(fault.relation)?.columns.map(\.name) ?? []
    let list = columns.map { $0 == fault.column ? "\(fault.expression) as \($0)" : $0 }.joined(separator: ", ")
    return """
      create schema warehouse;
      alter table source.\(fault.relation) set schema warehouse;
      create view source.\(fault.relation) as select \(list) from warehouse.\(fault.relation)
      """
  }

  @Test("the check and the night name the relation, end with 65, and the ledger keeps why", arguments: 0..<7)
  func failing(place: Int) async throws {
    let fault = Self.faults[place]
    let connection = try await SoundBank.connect()
    try await OutputSchema.migrator().migrate(connection)
    try await connection.script(Self.view(fault))
    let program = CommandLine(database: connection.settings)
    let reason =
      "source.\(fault.relation) cannot be read for bank B: division by zero (SQLSTATE 22012); correct the view"
    for command in ["check", "nightly"] {
      let outcome = try program.run(command, "--bank", "B", "--as-of", "2026-06-30")
      #expect(outcome.status == 65, "\(command)")
      #expect(outcome.errors.hasSuffix("xsell: \(reason).\n"), "\(command): \(outcome.errors)")
    }
    let kept = try await connection.one(
      Statement<String>("ledger", "select failure from xsell.run") { try $0.decode(0) })
    #expect(kept == reason)
  }
}
