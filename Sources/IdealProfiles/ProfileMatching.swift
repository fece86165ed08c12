/// Which new profile is which old one, judged by the same clients scored under both models.
package struct ProfileMatching: Hashable, Sendable {
  /// By new profile: the old profile it continues, nil = it is new.
  package let oldOfNew: [Int?]
  /// By new profile: Jaccard overlap with the old profile it continues; 0 where it is new.
  package let overlap: [Double]
  /// Old profiles that nothing continues.
  package let retired: [Int]
  /// Clients whose new profile does not continue their old one.
  package let movedClients: Int
  package let clientCount: Int

  /// - Parameter minimumOverlap: a pair with a smaller Jaccard overlap is no continuation.
  package init(old: ProfileScoring, new: ProfileScoring, minimumOverlap: Double) {
    self.init(
      old: old.profile.map(Int.init), new: new.profile.map(Int.init), oldCount: old.profileCount,
      newCount: new.profileCount, minimumOverlap: minimumOverlap)
  }

  /// The optimal one-to-one matching: the largest total overlap.
  package init(old: [Int], new: [Int], oldCount: Int, newCount: Int, minimumOverlap: Double) {
    let table = JaccardOverlap(new, old, newCount, oldCount)
    let partners = OptimalAssignment.largestTotal(rows: newCount, columns: oldCount) { table[$0, $1] }
    let oldOfNew = (0..<newCount).map { place -> Int? in
      guard let partner = partners[place], table[place, partner] >= max(minimumOverlap, .leastNonzeroMagnitude)
      else { return nil }
      return partner
    }
    self.oldOfNew = oldOfNew
    overlap = oldOfNew.enumerated().map { place, partner in partner.map { table[place, $0] } ?? 0 }
    retired = (0..<oldCount).filter { !oldOfNew.contains($0) }
    movedClients = zip(old, new).count { oldOfNew[$1] != $0 }
    clientCount = old.count
  }
}
