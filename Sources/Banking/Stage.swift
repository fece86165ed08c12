/// Where a client stands in its life with the bank; raw values are the words of the output contract.
package enum Stage: String, Sendable, CaseIterable {
  case onboarding, growth, plateau, decline, leaving, left, returned
}
