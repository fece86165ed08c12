package import Banking

/// A row of `source.load`: the warehouse's note that a relation is complete for a business date.
package struct LoadRow: Hashable, Sendable {
  package var businessDate: BusinessDate
  package var relation: String
  package var rowCount: Int
  /// ISO 8601 with zone.
  package var finishedAt: String
}
