import Banking

/// A candidate that may be raised if there is room.
struct Survivor {
  /// Among the client's candidates.
  let position: Int
  let candidate: Candidate
  let factors: PriorityFactors
  let priority: Double
  let cycle: Int
  /// Where its status stands.
  let status: Int

  /// Keeping the client first, then by worth; ties by product: total, for a conversation's candidates differ in product.
  static func goesBefore(_ a: Survivor, _ b: Survivor) -> Bool {
    let (aRetains, bRetains) = (a.candidate.kind == .retain, b.candidate.kind == .retain)
    if aRetains != bRetains { return aRetains }
    if a.priority != b.priority { return a.priority > b.priority }
    return a.candidate.product ?? -1 < b.candidate.product ?? -1
  }
}
