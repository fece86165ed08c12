/// How the length of clients' lives is learned from the bank's own past.
package struct SurvivalSettings: Sendable, Hashable {
  /// Clients at risk that the wider cohort's hazard counts as. Fifty: with a monthly hazard of 2 % that is one departure,
  /// so a month in which nobody of a small cohort left is not taken for safety.
  package var priorClients = 50.0
  /// Clients at risk that a month of tenure needs; later months follow the tail. Thirty: a month's hazard is then known
  /// to a few hundredths.
  package var minimumAtRisk = 30.0
  /// Last supported months whose mean hazard goes on beyond the curve. A year: no season weighs double.
  package var tailMonths = 12
  /// Past month ends that teach what a stage means for the months that follow it. A year.
  package var pastMonths = 12
  /// Departures that the cohort's own hazard counts as, against what was seen of a stage.
  package var priorDepartures = 5.0
  /// Most clients that the past stages are told of; more change the second digit of nothing, and cost time.
  package var sampleClients = 10_000

  package init() {}
}
