import PostgresKit

/// How the clients of one cohort stay: a row of `xsell.survival_fact`. Element 0 is the first month of life.
package struct SurvivalFact: Sendable {
  let cohort: Int
  let atRisk: [Float]
  let events: [Float]
  let survival: [Float]

  package init(cohort: Int, atRisk: [Float], events: [Float], survival: [Float]) {
    self.cohort = cohort
    self.atRisk = atRisk
    self.events = events
    self.survival = survival
  }

  static let columns = ["bank_id", "cohort_id", "at_risk", "events", "survival"]

  func write(to row: inout BinaryCopyWriter, bank: String) throws {
    try row.beginRow()
    try row.write(text: bank)
    try row.write(int4: Int32(cohort))
    try row.write(float4Count: atRisk.count) { atRisk[$0] }
    try row.write(float4Count: events.count) { events[$0] }
    try row.write(float4Count: survival.count) { survival[$0] }
  }
}
