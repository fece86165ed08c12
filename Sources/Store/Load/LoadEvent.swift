/// What a load tells while it runs.
package enum LoadEvent: Sendable {
  /// The database had no schema `source`, so its tables are created.
  case tablesCreated
  /// A file of the folder that belongs to no relation.
  case fileIgnored(String)
  /// `share` (0–1) of all bytes on the disk has been read.
  case reading(file: String, share: Double)
  case writing(relation: String)
  case analysing(relation: String)
  /// The rows are in place; the planner's statistics of them are not, and why.
  case notAnalysed(relation: String, reason: String)
}
