/// What a load has put in place.
package struct LoadReport: Sendable {
  package struct Relation: Sendable {
    package let name: String
    /// Nil where the pack has none: the relation is empty for the banks.
    package let file: String?
    package let rows: Int
    /// Rows of these banks that were there before.
    package let replaced: Int
  }

  package let banks: [String]
  package let relations: [Relation]
}
