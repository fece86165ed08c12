package import Banking
import PostgresKit

/// A row of `xsell.run`, its documents also taken apart for people.
package struct RunRow: Sendable {
  package let id: String
  package let bank: BankID
  package let bankName: String?
  package let asOf: BusinessDate
  package let kind: String
  package let state: String
  /// UTC, to the second.
  package let startedAt: String
  /// Nil while it runs.
  package let finishedAt: String?
  package let seconds: Double?
  package let stages: String
  package let manifest: String
  package let failure: String?
  /// In the order the stages run.
  package let figures: [(stage: String, name: String, value: String)]
  package let facts: [(name: String, value: String)]

  init(_ row: PostgresRow) throws {
    id = try row.decode("run_id")
    bank = try row.bank()
    bankName = try row.decode("bank_name")
    asOf = try row.date("as_of")
    kind = try row.decode("kind")
    state = try row.decode("state")
    startedAt = try row.decode("started_at")
    finishedAt = try row.decode("finished_at")
    seconds = try row.decode("seconds")
    stages = try row.decode("stages")
    manifest = try row.decode("manifest")
    failure = try row.decode("failure")
    let names = try row.decode("figure_names", as: [String]?.self) ?? []
    let values = try row.decode("figure_values", as: [String]?.self) ?? []
    figures = zip(try row.decode("stage_names", as: [String]?.self) ?? [], zip(names, values)).map {
      (stage: $0, name: $1.0, value: $1.1)
    }
    facts = zip(
      try row.decode("fact_names", as: [String]?.self) ?? [], try row.decode("fact_values", as: [String]?.self) ?? []
    ).map { (name: $0, value: $1) }
  }
}
