package import Banking
package import Features
package import IdealProfiles

/// Which clients are of another profile than at an earlier date, and whether they or the profiles changed.
package struct ProfileDiff: Sendable {
  /// A bank at one date, and the profiles in force then.
  package struct Side: Sendable {
    package let table: FeatureTable
    package let model: ProfileModel
    /// Day of the night that fitted the profiles.
    package let fittedOn: BusinessDate

    package var asOf: BusinessDate { table.snapshot.asOf }
  }

  package enum Cause: String, Sendable, CaseIterable {
    /// It would have moved under the old profiles too: other products, income or age.
    case client
    /// The client is of the same kind; the profiles were drawn anew.
    case profiles
    /// It came, or left, in between.
    case arrival, departure
  }

  /// One client that moved.
  package struct Move: Sendable {
    package let client: ClientFacts
    /// Nil where it was not there yet, or has left.
    package let from: ProfileIdentity?
    package let to: ProfileIdentity?
    package let cause: Cause
    /// What it has taken and dropped in between.
    package let opened: [ProductCode]
    package let dropped: [ProductCode]
    /// Nil where the bank ships no activity.
    package let incomeThen: Money?
    package let incomeNow: Money?
  }

  package let then: Side
  package let now: Side
  /// Ascending by client.
  package let moves: [Move]
  /// Clients that are of the same profile at both dates.
  package let stayed: Int
  /// Adjusted Rand index of the two groupings, of the clients that were there at both dates; nil = nothing can be told.
  package let agreement: Double?

  package init(then: Side, now: Side, threads: Int) async {
    self.then = then
    self.now = now
    let before = await then.model.score(then.table, threads: threads)
    let after = await now.model.score(now.table, threads: threads)
    let unchanged = await then.model.score(now.table, threads: threads)
    var moves: [Move] = []
    var stayed = 0
    var groups: (then: [Int], now: [Int]) = ([], [])
    for (old, new) in Self.pairs(then.table, now.table) {
      let from = old.map { then.model.identities[Int(before.profile[$0])] }
      let to = new.map { now.model.identities[Int(after.profile[$0])] }
      if let from, let to {
        groups.then.append(from.id)
        groups.now.append(to.id)
      }
      guard from?.id != to?.id else {
        stayed += 1
        continue
      }
      let kept = new.map { then.model.identities[Int(unchanged.profile[$0])].id }
      let cause: Cause = from == nil ? .arrival : to == nil ? .departure : kept == from?.id ? .profiles : .client
      moves.append(Move(old, new, from, to, cause, then.table, now.table))
    }
    self.moves = moves
    self.stayed = stayed
    agreement = adjustedRandIndex(groups.then, groups.now)
  }

  /// Positions of the clients at the two dates, nil where they are not there; ascending by client.
  private static func pairs(_ then: FeatureTable, _ now: FeatureTable) -> [(old: Int?, new: Int?)] {
    let olds = (0..<then.clientCount).filter { then.isPeer($0) }
    let news = (0..<now.clientCount).filter { now.isPeer($0) }
    var pairs: [(old: Int?, new: Int?)] = []
    var (one, other) = (0, 0)
    while one < olds.count || other < news.count {
      let old = one < olds.count ? then.snapshot.clients[olds[one]].id : nil
      let new = other < news.count ? now.snapshot.clients[news[other]].id : nil
      let isOld = old.map { old in new.map { old <= $0 } ?? true } ?? false
      let isNew = new.map { new in old.map { new <= $0 } ?? true } ?? false
      pairs.append((isOld ? olds[one] : nil, isNew ? news[other] : nil))
      one += isOld ? 1 : 0
      other += isNew ? 1 : 0
    }
    return pairs
  }
}

extension ProfileDiff.Move {
  fileprivate init(
    _ old: Int?, _ new: Int?, _ from: ProfileIdentity?, _ to: ProfileIdentity?, _ cause: ProfileDiff.Cause,
    _ then: FeatureTable, _ now: FeatureTable
  ) {
    client = new.map { now.snapshot.clients[$0] } ?? then.snapshot.clients[old ?? 0]
    self.from = from
    self.to = to
    self.cause = cause
    let before = Set(old.map { then.products(of: $0) } ?? [])
    let after = Set(new.map { now.products(of: $0) } ?? [])
    let isInBoth = old != nil && new != nil
    opened = isInBoth ? after.subtracting(before).sorted { $0.rawValue < $1.rawValue } : []
    dropped = isInBoth ? before.subtracting(after).sorted { $0.rawValue < $1.rawValue } : []
    incomeThen = old.flatMap { then.income(of: $0) }
    incomeNow = new.flatMap { now.income(of: $0) }
  }
}

extension FeatureTable {
  fileprivate func products(of client: Int) -> [ProductCode] {
    (0..<productCount).filter { holds(client, $0) }.map { snapshot.catalogue[$0].code }
  }
}
