/// One step of a schema's history. Once released it never changes.
package struct Migration: Hashable, Sendable {
  /// Counts from 1.
  package let version: Int32
  package let name: String
  package let sql: String

  package init(version: Int32, name: String, sql: String) {
    self.version = version
    self.name = name
    self.sql = sql
  }
}
