/// A field that could not be read: where it stands and what was expected, never what it holds.
package struct FieldError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The label of the statement, usually the relation it reads.
  package let relation: String
  /// The column's name, or `#3` for the third where the protocol gives no names.
  package let column: String
  /// The Swift type asked for.
  package let expected: String
  /// The type the server sent; nil in a COPY, which does not tell.
  package let found: TypeOID?
  package let problem: DecodingProblem

  package init(relation: String, column: String, expected: String, found: TypeOID?, problem: DecodingProblem) {
    self.relation = relation
    self.column = column
    self.expected = expected
    self.found = found
    self.problem = problem
  }

  package var description: String {
    let type = found.map { ", found \($0)" } ?? ""
    return "\(relation), column \(column): expected \(expected)\(type): \(problem.rawValue)"
  }
}
