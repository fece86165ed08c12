/// Where a COPY in writes: a relation and the columns that are given, in the order of the fields.
package struct CopyTarget: Sendable {
  /// `schema.relation`, or a relation alone.
  package let relation: String
  package let columns: [String]
  package var timeout: StatementTimeout

  package init(_ relation: String, columns: [String], timeout: StatementTimeout = .standard) {
    self.relation = relation
    self.columns = columns
    self.timeout = timeout
  }

  func copyStatement(format: String) -> String {
    let relation = relation.split(separator: ".").map { quotedIdentifier($0) }.joined(separator: ".")
    let list = columns.isEmpty ? "" : " (\(columns.map { quotedIdentifier($0) }.joined(separator: ", ")))"
    return "COPY \(relation)\(list) FROM STDIN (\(format))"
  }
}

/// A name as SQL takes it whatever it holds.
func quotedIdentifier(_ name: some StringProtocol) -> String {
  "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
}
