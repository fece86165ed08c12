/// A query whose rows are streamed out by COPY.
///
/// COPY takes no bound parameters, so values travel as settings of the transaction: `settings: ["xsell.bank_id": bank]`
/// is bound to `set_config`, and the query reads `current_setting('xsell.bank_id')`, casting where it needs to.
package struct CopyQuery: Sendable {
  /// What errors call the query: the relation it reads, or its name in the catalogue of queries.
  package let label: String
  /// A SELECT (or other statement with rows), without COPY around it.
  package let sql: String
  /// Values by setting: of ours, whose names hold a dot, or of PostgreSQL.
  package let settings: [String: String]
  package var timeout: StatementTimeout

  package init(
    _ label: String, _ sql: String, settings: [String: String] = [:], timeout: StatementTimeout = .standard
  ) {
    self.label = label
    self.sql = sql
    self.settings = settings
    self.timeout = timeout
  }

  func copyStatement(format: String) -> String {
    var query = Substring(sql)
    while let last = query.last, last.isWhitespace || last == ";" { query.removeLast() }
    // On a line of its own the parenthesis survives a comment at the end of the query.
    return "COPY (\n\(query)\n) TO STDOUT (\(format))"
  }

  /// Binds the values for the rest of the transaction.
  var settingsStatement: (sql: String, parameters: [Parameter]) {
    let pairs = settings.sorted { $0.key < $1.key }
    let calls = pairs.indices.map { "set_config($\($0 * 2 + 1), $\($0 * 2 + 2), true)" }
    return ("SELECT \(calls.joined(separator: ", "))", pairs.flatMap { [.text($0.key), .text($0.value)] })
  }
}
