/// Which of a desk's proposals are raised: the most valuable set that the desk has room for.
///
/// Night, week and list all bound one number, so a desk has one room. Two conditions stand beside it: retain calls take no
/// more than their share while something else waits, and clients nobody called for long get their share as far as there
/// are such. The second says that all the others get no more than the rest. So there are three limits on sets of which
/// each contains the one before: retain calls ⊂ all but the seldom called ⊂ all. Sets that obey such limits are the
/// independent sets of a laminar matroid, and taking the most valuable that still fits, one after the other, finds the
/// most valuable set (J. Edmonds, Matroids and the greedy algorithm, 1971). Desks share nothing: best for each is best
/// for the whole portfolio.
struct CapacityChoice {
  let room: Int
  private let retainLimit: Int
  private let othersLimit: Int

  /// - Parameters:
  ///   - retainRoom: how many retain calls stay within their share; what others leave free is theirs too.
  ///   - floor: how many places are kept for clients nobody called for long.
  init(_ proposals: DeskProposals, room: Int, retainRoom: Int, floor: Int) {
    self.room = room
    retainLimit = max(min(retainRoom, room), room - (proposals.count - proposals.retains))
    othersLimit = room - min(floor, proposals.floors, room)
  }

  /// - Parameter proposals: best first.
  /// - Returns: whether each is raised.
  func taken(_ proposals: [Proposal]) -> [Bool] {
    var (all, others, retains) = (0, 0, 0)
    return proposals.map { proposal in
      guard all < room, proposal.isFloor || others < othersLimit, !proposal.isRetain || retains < retainLimit else {
        return false
      }
      all += 1
      others += proposal.isFloor ? 0 : 1
      retains += proposal.isRetain ? 1 : 0
      return true
    }
  }
}
