/// Names of the facts on a card.
package enum Label: Sendable, CaseIterable {
  case profile, membership, cohort, stage, segment, tenure, manager
  case monthlyIncome, typicalIncome, idealIncome, potentialIncome, expectedIncome, incomeHistory
  case client, state, chance, raisedOn, validUntil, snoozedUntil, refusal, worth
  case bank, asOf, runKind, startedAt, duration, failure
  case members, productsInUse
  case expectedStay, lifeValue, acquisitionCost
  case lastTime, askOn
}
