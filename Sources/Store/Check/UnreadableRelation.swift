import PostgresKit

/// A relation of the source, a view of the bank's own, that fails on a row. Its description names no value.
package struct UnreadableRelation: Error, CustomStringConvertible {
  let relation: SourceRelation
  let bank: String
  let state: SQLState

  package var description: String {
    "\(relation.qualifiedName) cannot be read for bank \(bank): \(state.conditionName) (SQLSTATE \(state.rawValue)); "
      + "correct the view"
  }
}
