internal import CLibPQ

extension ServerError {
  /// Field codes of the protocol's ErrorResponse (manual, "Error and Notice Message Fields").
  private enum Field: String {
    case severity = "V"
    case sqlState = "C"
    case message = "M"
    case context = "W"
    case schema = "s"
    case table = "t"
    case column = "c"
    case constraint = "n"
  }

  init(result: OpaquePointer, label: String) {
    func field(_ field: Field) -> String? {
      field.rawValue.utf8.first.flatMap { PQresultErrorField(result, Int32($0)) }.map { String(cString: $0) }
    }
    let state = SQLState(rawValue: field(.sqlState) ?? "XX000")
    let message = field(.message) ?? ""
    self.init(
      label: label, sqlState: state, severity: field(.severity) ?? "ERROR", schema: field(.schema),
      relation: field(.table), column: field(.column), constraint: field(.constraint),
      missingObject: Self.objectNamed(in: message, state: state),
      copyLocation: field(.context).flatMap(CopyLocation.init(context:)),
      messageThatMayQuoteClientData: message)
  }

  /// The diagnostics have no field for an object that is not there; the message quotes its name. Only conditions about
  /// objects are read, and only what has the form of a name.
  private static func objectNamed(in message: String, state: SQLState) -> String? {
    let aboutObjects: Set<SQLState> = [
      .undefinedTable, .undefinedColumn, .invalidSchemaName, .invalidCatalogName, .insufficientPrivilege,
    ]
    guard aboutObjects.contains(state) else { return nil }
    let quoted = message.split(separator: "\"", omittingEmptySubsequences: false)
    // Without quotes: `column c.absent does not exist`, `permission denied for table client`.
    let words = message.split(separator: " ")
    let bare = state == .insufficientPrivilege ? words.last : words.dropFirst().first
    let candidate = quoted.count >= 3 ? quoted[1] : bare
    return candidate.flatMap { name in
      name.utf8.count <= 127 && name.allSatisfy { $0.isLetter || $0.isNumber || "_.$".contains($0) }
        ? String(name) : nil
    }
  }
}
