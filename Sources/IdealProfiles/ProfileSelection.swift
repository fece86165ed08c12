/// How the number of profiles was chosen: every number tried, what spoke against it, and the one taken.
package struct ProfileSelection: Sendable {
  /// Why a number of profiles was refused. Profiles are positions in the candidate's own mixture.
  package enum Veto: Hashable, Sendable {
    case tooFewClients(profile: Int, clients: Int, minimum: Int)
    case nearDuplicates(profile: Int, other: Int, distance: Double, minimum: Double)
    case unstable(profile: Int, jaccard: Double, minimum: Double)
  }

  package enum Outcome: Hashable, Sendable {
    case chosen
    case vetoed([Veto])
    /// Another number of profiles has the better BIC, or was accepted first.
    case notNeeded
  }

  package struct Candidate: Sendable {
    package let profiles: Int
    package let bic: Double
    package let logLikelihood: Double
    package let iterations: Int
    package let converged: Bool
    /// Mean Jaccard similarity by profile; empty where stability was not looked at.
    package var jaccard: [Double] = []
    package var outcome = Outcome.notNeeded
  }

  /// Ascending by number of profiles.
  package let candidates: [Candidate]
  package let chosen: Int
  /// By profile of the chosen number: mean Jaccard similarity with its likeness in bootstrap resamples.
  package var stability: [Double] { candidates.first { $0.outcome == .chosen }?.jaccard ?? [] }
  /// Clients the mixtures were fitted on, and clients they stand for.
  package let sampleCount: Int
  package let peerCount: Int
}
