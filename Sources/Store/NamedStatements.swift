import Banking
import PostgresKit
import Schema

extension Statement where Row == Void {
  /// A query of `schema/queries` that returns no rows.
  init(_ query: Query, _ parameters: Parameter..., timeout: StatementTimeout = .unlimited) {
    self.init(query.name, query.sql, parameters: parameters, timeout: timeout)
  }
}

extension Statement {
  /// A query of `schema/queries` and how a row of its result is read.
  init(
    _ query: Query, _ parameters: Parameter..., timeout: StatementTimeout = .standard,
    decode: @escaping @Sendable (PostgresRow) throws -> Row
  ) {
    self.init(query.name, query.sql, parameters: parameters, timeout: timeout, decode: decode)
  }
}

extension CopyQuery {
  /// A query of `schema/queries`, by a scope and whatever else it reads with `current_setting`.
  init(_ query: Query, _ scope: ReadScope, _ more: [String: String] = [:]) {
    self.init(query.name, query.sql, settings: scope.settings.merging(more) { _, new in new })
  }
}

extension Parameter {
  static func date(_ value: BusinessDate?) -> Parameter { .date(value.map { PostgresDate(dayNumber: $0.dayNumber) }) }
}

extension PostgresRow {
  /// Of a column that counts rows.
  func count(_ column: String) throws -> Int { Int(try decode(column, as: Int64.self)) }

  func date(_ column: String) throws -> BusinessDate { BusinessDate(try decode(column, as: PostgresDate.self)) }

  func optionalDate(_ column: String) throws -> BusinessDate? {
    try decode(column, as: PostgresDate?.self).map { BusinessDate($0) }
  }
}
