/// The night's decisions about triggers: a pure function of clients, candidates, existing triggers and policy.
package enum TriggerNight {
  /// Decides for every client first, so that only the few candidates that survive are compared across a manager's
  /// portfolio: memory is one status a candidate.
  /// - Parameter candidates: appends client i's candidates to an empty array; asked once a client, in order. Must
  ///   hold every gap a live trigger may be about: one whose gap is not among them is withdrawn.
  package static func decide(
    _ input: TriggerNightInput, policy: TriggerPolicy, candidates: (Int, inout [Candidate]) -> Void
  ) -> TriggerDecisions {
    let existing = input.existing.sorted { ($0.client, $0.id) < ($1.client, $1.id) }
    var review = ClientReview(input, policy: policy)
    var own: [Candidate] = []
    var next = 0
    for (client, situation) in input.clients.enumerated() {
      while next < existing.count, existing[next].client < situation.id {
        review.dropStranger(existing[next])
        next += 1
      }
      let start = next
      while next < existing.count, existing[next].client == situation.id { next += 1 }
      own.removeAll(keepingCapacity: true)
      candidates(client, &own)
      review.review(client, candidates: own, triggers: Array(existing[start..<next]))
    }
    for stranger in existing[next...] { review.dropStranger(stranger) }
    return review.allot()
  }
}
