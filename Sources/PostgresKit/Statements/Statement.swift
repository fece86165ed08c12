/// A statement as a value: its SQL, the values bound to it and how a row of its result is read.
///
///     extension Statement where Row == Int64 {
///       static func clientCount(bank: String) -> Self {
///         Statement("source.client", "SELECT count(*) FROM source.client WHERE bank_id = $1", .text(bank)) {
///           try $0.decode(0)
///         }
///       }
///     }
package struct Statement<Row: Sendable>: Sendable {
  /// What errors call the statement: the relation it works on, or its name in the catalogue of queries.
  package let label: String
  package let sql: String
  package let parameters: [Parameter]
  package var timeout: StatementTimeout
  package let decode: @Sendable (PostgresRow) throws -> Row

  package init(
    _ label: String, _ sql: String, parameters: [Parameter], timeout: StatementTimeout = .standard,
    decode: @escaping @Sendable (PostgresRow) throws -> Row
  ) {
    self.label = label
    self.sql = sql
    self.parameters = parameters
    self.timeout = timeout
    self.decode = decode
  }

  package init(
    _ label: String, _ sql: String, _ parameters: Parameter..., timeout: StatementTimeout = .standard,
    decode: @escaping @Sendable (PostgresRow) throws -> Row
  ) {
    self.init(label, sql, parameters: parameters, timeout: timeout, decode: decode)
  }
}

extension Statement where Row == Void {
  /// A statement that returns no rows.
  package init(_ label: String, _ sql: String, parameters: [Parameter], timeout: StatementTimeout = .standard) {
    self.init(label, sql, parameters: parameters, timeout: timeout, decode: { _ in })
  }

  /// A statement that returns no rows.
  package init(_ label: String, _ sql: String, _ parameters: Parameter..., timeout: StatementTimeout = .standard) {
    self.init(label, sql, parameters: parameters, timeout: timeout, decode: { _ in })
  }
}
