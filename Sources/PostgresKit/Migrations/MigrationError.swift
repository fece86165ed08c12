/// Why a schema was not migrated.
package enum MigrationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The database has a version this program does not know.
  case databaseIsNewer(found: Int32, known: Int32)
  /// The database was not migrated to this program.
  case databaseIsOlder(found: Int32, known: Int32)
  /// An applied migration is not the one this program carries.
  case changed(version: Int32, name: String)
  /// A migration below the database's version was never applied.
  case skipped(version: Int32, name: String)
  /// The list of migrations is not numbered 1, 2, 3, …
  case badNumbering(expected: Int32, found: Int32)
  /// A migration ended its transaction, which would leave it half done.
  case endsItsTransaction(version: Int32, name: String)

  package var description: String {
    switch self {
    case .databaseIsNewer(let found, let known):
      "The database is at version \(found), this program knows up to \(known): update the program"
    case .databaseIsOlder(let found, let known):
      "The database is at version \(found), this program needs \(known): run xsell migrate"
    case .changed(let version, let name):
      "Migration \(version) (\(name)) was changed after it was applied: restore it and add a new one"
    case .skipped(let version, let name):
      "Migration \(version) (\(name)) was skipped when later ones were applied: number it after them"
    case .badNumbering(let expected, let found):
      "Migrations must be numbered without gaps: expected \(expected), found \(found)"
    case .endsItsTransaction(let version, let name):
      "Migration \(version) (\(name)) must not contain COMMIT or ROLLBACK: remove it"
    }
  }
}
