/// What is proposed to one desk, as far as it can matter: of each of the three sorts that `CapacityChoice` tells apart as
/// many of the best as a desk has room for, and the number of all. Whether one is taken depends on its sort and on what was
/// taken before; once one of a sort is passed over, all later ones of the sort are. So none beyond the room is ever taken.
struct DeskProposals {
  private(set) var count = 0
  private(set) var retains = 0
  private(set) var floors = 0
  private let room: Int
  private var retaining: [Proposal] = []
  private var seldom: [Proposal] = []
  private var others: [Proposal] = []

  /// - Parameter room: the most that any desk has.
  init(room: Int) { self.room = room }

  mutating func add(_ proposal: Proposal) {
    count += 1
    if proposal.isRetain {
      retains += 1
      add(proposal, to: &retaining)
    } else if proposal.isFloor {
      floors += 1
      add(proposal, to: &seldom)
    } else {
      add(proposal, to: &others)
    }
  }

  /// Best first. Once there are as many as there is room for, most are passed over at a glance.
  private func add(_ proposal: Proposal, to sort: inout [Proposal]) {
    if sort.count >= room {
      guard let worst = sort.last, Proposal.goesBefore(proposal, worst) else { return }
      sort.removeLast()
    }
    var (low, high) = (0, sort.count)
    while low < high {
      let middle = (low + high) / 2
      if Proposal.goesBefore(sort[middle], proposal) { low = middle + 1 } else { high = middle }
    }
    sort.insert(proposal, at: low)
  }

  /// Best first.
  var best: [Proposal] { (retaining + seldom + others).sorted(by: Proposal.goesBefore) }
}
