internal import CLibPQ

/// Owns a result of libpq.
final class ResultSet {
  let handle: OpaquePointer
  let label: String
  private(set) lazy var columns: [String: Int] = columnPositions()

  init(_ handle: OpaquePointer, label: String) {
    self.handle = handle
    self.label = label
  }

  deinit { PQclear(handle) }

  var status: ExecStatusType { PQresultStatus(handle) }
  var rowCount: Int { Int(PQntuples(handle)) }
  var columnCount: Int { Int(PQnfields(handle)) }
  var error: ServerError { ServerError(result: handle, label: label) }

  /// Rows inserted, updated, deleted, selected or copied; 0 for other commands.
  var affectedRows: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }
  /// `INSERT 0 5`, `ROLLBACK`, …
  var commandTag: String { String(cString: PQcmdStatus(handle)) }

  func name(_ column: Int) -> String {
    PQfname(handle, Int32(column)).map { String(cString: $0) } ?? "#\(column + 1)"
  }

  func type(_ column: Int) -> TypeOID { TypeOID(rawValue: PQftype(handle, Int32(column))) }

  /// The bytes of a field, nil for NULL; valid as long as the result.
  func bytes(row: Int, column: Int) -> UnsafeRawBufferPointer? {
    let (row, column) = (Int32(row), Int32(column))
    guard PQgetisnull(handle, row, column) == 0 else { return nil }
    return UnsafeRawBufferPointer(start: PQgetvalue(handle, row, column), count: Int(PQgetlength(handle, row, column)))
  }

  /// The first of two columns of one name wins, as in libpq.
  private func columnPositions() -> [String: Int] {
    Dictionary((0..<columnCount).map { (name($0), $0) }) { first, _ in first }
  }
}
