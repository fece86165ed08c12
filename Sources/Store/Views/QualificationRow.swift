import PostgresKit

/// What is known of a trigger by one item of the check-list.
package struct QualificationRow: Sendable {
  package let item: String
  package let answer: String
  package let note: String?

  init(_ row: PostgresRow) throws {
    item = try row.decode("item")
    answer = try row.decode("answer")
    note = try row.decode("note")
  }
}
