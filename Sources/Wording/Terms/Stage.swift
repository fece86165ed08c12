/// Where a client stands in its life cycle. Raw values as in `xsell.client_card.stage`.
package enum Stage: String, Sendable, CaseIterable {
  case onboarding, growth, plateau, decline, leaving, left, returned
}
