import Banking

/// A candidate that may be raised if its manager has room.
struct Survivor {
  let client: Int
  /// Among the client's candidates.
  let position: Int
  let candidate: Candidate
  let manager: ManagerID
  let factors: PriorityFactors
  let priority: Double
  let cycle: Int
  /// Where its status stands.
  let status: Int

  /// Best first; ties by client, then product, retain first: total for a client's candidates differ in product.
  static func goesBefore(_ a: Survivor, _ b: Survivor) -> Bool {
    if a.priority != b.priority { return a.priority > b.priority }
    return (a.client, a.candidate.product ?? -1) < (b.client, b.candidate.product ?? -1)
  }
}
