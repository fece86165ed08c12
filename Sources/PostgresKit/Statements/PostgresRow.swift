/// One row of a result, valid while the statement's `decode` runs.
package struct PostgresRow {
  let result: ResultSet
  let index: Int

  /// Reads a column by name. Throws `PostgresError.field`, which names the relation, the column and both types.
  package func decode<T: PostgresDecodable>(_ column: String, as type: T.Type = T.self) throws -> T {
    guard let position = result.columns[column] else {
      throw PostgresError.field(
        FieldError(
          relation: result.label, column: column, expected: "\(T.self)", found: nil, problem: .noSuchColumn))
    }
    return try decode(position, as: type)
  }

  /// Reads a column by its position, from 0.
  package func decode<T: PostgresDecodable>(_ column: Int, as type: T.Type = T.self) throws -> T {
    let found = result.type(column)
    do throws(DecodingProblem) {
      guard column < result.columnCount else { throw .noSuchColumn }
      guard T.acceptedTypes.contains(found) else { throw .wrongType }
      guard let bytes = result.bytes(row: index, column: column) else { return try T.fromNull() }
      return try T(binary: bytes, type: found)
    } catch {
      throw PostgresError.field(
        FieldError(
          relation: result.label, column: result.name(column), expected: "\(T.self)",
          found: error == .noSuchColumn ? nil : found, problem: error))
    }
  }
}
