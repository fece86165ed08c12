/// An error the server reported. Its description names objects of the schema and never shows data.
package struct ServerError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What the caller calls the statement, usually the relation it works on.
  package let label: String
  package let sqlState: SQLState
  /// `ERROR`, `FATAL` or `PANIC`, never translated.
  package let severity: String
  package let schema: String?
  package let relation: String?
  package let column: String?
  package let constraint: String?
  /// The relation, column, schema or database the statement named and the server did not find or did not allow.
  package let missingObject: String?
  /// Where in the data of a COPY it happened.
  package let copyLocation: CopyLocation?
  /// The server's own words. They can quote values of the bank's data: show them to nobody, log them nowhere.
  package let messageThatMayQuoteClientData: String

  package var description: String {
    var text = "\(label): \(sqlState.conditionName) (SQLSTATE \(sqlState.rawValue))"
    if let copyLocation {
      text += " at line \(copyLocation.line)"
      if let column = copyLocation.column { text += ", column \(column)" }
    } else if let column {
      text += ", column \(column)"
    }
    if let relation { text += ", relation \(schema.map { "\($0)." } ?? "")\(relation)" }
    if let constraint { text += ", constraint \(constraint)" }
    if let missingObject { text += ": \(missingObject)" }
    return text
  }
}

extension ServerError: CustomDebugStringConvertible, CustomReflectable {
  package var debugDescription: String { description }

  /// Keeps `dump` and failed test expectations from printing the server's words.
  package var customMirror: Mirror { Mirror(self, children: ["error": description]) }
}
