/// The night's decisions about triggers: a pure function of clients, candidates, existing triggers and policy.
///
/// Decides for every client first, so that only the few candidates that survive are compared across a manager's portfolio:
/// memory is one status a candidate.
package struct TriggerNight {
  private let input: TriggerNightInput
  private let existing: [ExistingTrigger]
  private var next = 0
  private var review: ClientReview

  private init(_ input: TriggerNightInput, policy: TriggerPolicy) {
    self.input = input
    existing = input.existing.sorted { ($0.client, $0.id) < ($1.client, $1.id) }
    review = ClientReview(input, policy: policy)
  }

  /// - Parameter candidates: client i's candidates. Must hold every gap a live trigger may be about: one whose gap is not
  ///   among them is withdrawn.
  package static func decide(
    _ input: TriggerNightInput, policy: TriggerPolicy, candidates: (Int) -> [Candidate]
  ) -> TriggerDecisions {
    var night = TriggerNight(input, policy: policy)
    for client in input.clients.indices { night.decide(client, candidates(client)) }
    return night.finished()
  }

  /// The same with candidates that are found for some clients while those before them are decided on.
  /// - Parameter candidates: by client of the range; every client is asked for once. Nil for a client without triggers of which
  ///   an earlier night has found that it is idle (`TriggerDecisions.isIdle`), where nothing has changed since.
  package static func decide(
    _ input: TriggerNightInput, policy: TriggerPolicy,
    batches candidates: @escaping @Sendable (Range<Int>) async -> [[Candidate]?]
  ) async -> TriggerDecisions {
    var night = TriggerNight(input, policy: policy)
    let count = input.clients.count
    var ready = await candidates(0..<min(count, batch))
    for start in stride(from: 0, to: count, by: batch) {
      let end = min(count, start + batch)
      async let following = candidates(end..<min(count, end + batch))
      for (place, own) in ready.enumerated() { night.decide(start + place, own) }
      ready = await following
    }
    return night.finished()
  }

  private static let batch = 8192

  private mutating func decide(_ client: Int, _ candidates: [Candidate]?) {
    let id = input.clients[client].id
    while next < existing.count, existing[next].client < id {
      review.judgeStranger(existing[next])
      next += 1
    }
    let start = next
    while next < existing.count, existing[next].client == id { next += 1 }
    guard let candidates else {
      precondition(start == next, "a client with triggers is looked at")
      return review.leaveOut()
    }
    review.review(client, candidates: candidates, triggers: Array(existing[start..<next]))
  }

  private mutating func finished() -> TriggerDecisions {
    for stranger in existing[next...] { review.judgeStranger(stranger) }
    return review.allot()
  }
}
