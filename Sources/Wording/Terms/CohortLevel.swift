/// How near the compared clients are. Raw values as in `cohort_level` of the public views.
package enum CohortLevel: String, Sendable, CaseIterable {
  case region = "bank × region × industry"
  case industry = "bank × industry"
  case bank
}
