import PostgresKit

/// A figure or setting that two runs of the ledger do not have in common.
package struct RunDifference: Sendable {
  /// A value in one of the runs.
  package struct Value: Sendable {
    /// JSON.
    package let document: String
    /// Rounded; of an input relation its rows.
    package let shown: String
  }

  /// Among the parts of a run, those that it was made of; all others are stages.
  package enum Source: String, Sendable { case manifest, settings, input }

  /// `Source`, or the stage.
  package let part: String
  package let name: String
  /// Nil where only the other run has it.
  package let before: Value?
  package let after: Value?
  /// Of numbers, later less earlier.
  package let change: Double?

  package var source: Source? { Source(rawValue: part) }

  init(_ row: PostgresRow) throws {
    part = try row.decode("part")
    name = try row.decode("name")
    before = try Self.value(row, "before")
    after = try Self.value(row, "after")
    change = try row.decode("change")
  }

  private static func value(_ row: PostgresRow, _ side: String) throws -> Value? {
    guard let document = try row.decode(side, as: String?.self) else { return nil }
    return Value(document: document, shown: try row.decode("\(side)_shown", as: String?.self) ?? "–")
  }
}
