/// Where the client stands in its life cycle, in the words of the output contract (DESIGN, section 2). The policy of
/// triggers speaks of stages without knowing how they are found: `ClientStage(rawValue:)` reads a stage's word.
package enum ClientStage: String, Sendable, CaseIterable {
  case onboarding, growth, plateau, decline, leaving, left, returned
}
