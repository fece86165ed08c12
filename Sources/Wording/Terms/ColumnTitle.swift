/// Titles of table columns; short, because a terminal is narrow.
package enum ColumnTitle: Sendable, CaseIterable {
  case rank, product, gap, chance, worth, range, expected, status
  case trigger, client, clientNumber, action, reason, validUntil
  case cohort, profile, members, typicalIncome, idealIncome, products, penetration, operations
  case at, actor, change, note
  case run, bank, asOf, state, startedAt, duration, stage, figure, value
  case item, answer
}
