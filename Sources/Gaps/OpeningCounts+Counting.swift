import Banking
import Features

extension OpeningCounts {
  /// Counts over the last `months` months before the snapshot's as-of date.
  static func count(
    _ table: FeatureTable, groups: PeerGroups, profiles: ProfileInputs?, months: Int, threads: Int
  ) async -> OpeningCounts {
    let products = table.productCount
    let empty = OpeningCounts(
      products: products, cells: groups.cellCount, profiles: profiles?.profileCount ?? 0, months: months)
    // Few, because every piece has counts of its own; enough, so that a sample too is shared by all threads.
    let pieces = chunks(of: table.clientCount, size: max(4096, table.clientCount / 8))
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      var part = empty
      var counter = MonthCounter(table.snapshot, groups: groups, profiles: profiles, months: months)
      for client in pieces[piece] { counter.count(client, into: &part) }
      return part
    }
    var total = empty
    for part in parts { total.add(part) }
    return total
  }
}

/// Counts one client after the other; keeps its buffers.
private struct MonthCounter {
  let snapshot: Snapshot
  let groups: PeerGroups
  let profiles: ProfileInputs?
  /// As-of date, a month earlier, and so on.
  let days: [BusinessDate]
  /// The ends of the last months that were complete on them.
  let monthEnds: [BusinessDate]
  var state = ClientOwnership()
  var cells: [Int] = []
  var openings: [Int] = []
  var isHeld: [Bool]

  init(_ snapshot: Snapshot, groups: PeerGroups, profiles: ProfileInputs?, months: Int) {
    self.snapshot = snapshot
    self.groups = groups
    self.profiles = profiles
    days = (0...(months + 1)).map { snapshot.asOf.monthsEarlier($0) }
    monthEnds = days.map(\.lastCompleteMonth.lastDay)
    isHeld = Array(repeating: false, count: snapshot.catalogue.count)
  }

  mutating func count(_ client: Int, into counts: inout OpeningCounts) {
    let closed = snapshot.clients[client].closedOn
    let first = snapshot.firstDay(of: client)
    guard let came = snapshot.seenSince(client) else { return }
    for month in 0..<counts.months {
      let start = days[month + 1]
      if let closed, closed <= start { continue }
      // Newcomers of the month had no chance at its start.
      if came > start { continue }
      state.read(
        snapshot, client, day: start, monthStart: days[month + 2], agesUntil: monthEnds[month + 1])
      let tenure = first.map { $0 > start ? -1 : ClientOwnership.age($0, monthEnds[month + 1]) }
      groups.cells(of: client, state, tenure: tenure, into: &cells)
      countChances(client, month, into: &counts)
      countOpenings(client, month, into: &counts)
    }
  }

  private mutating func countChances(_ client: Int, _ month: Int, into counts: inout OpeningCounts) {
    let p = counts.products
    counts.clients[month] += 1
    for product in state.held { counts.holders[month * p + product] += 1 }
    for cell in cells {
      let position = month * counts.cells + cell
      counts.cellClients[position] += 1
      for product in state.held { counts.cellHolders[position * p + product] += 1 }
    }
    for (product, months) in state.dropped {
      let drop = OpeningCounts.droppedState(months)
      counts.droppedClients[(month * OpeningCounts.droppedStates + drop) * p + product] += 1
    }
    for one in state.held {
      for other in state.held { counts.pairHolders[(month * p + one) * p + other] += 1 }
    }
    for one in state.opened {
      counts.nextClients[month * p + one] += 1
      for other in state.held { counts.nextHolders[(month * p + one) * p + other] += 1 }
    }
    if let profiles { countProfiles(client, month, profiles, into: &counts) }
  }

  private mutating func countProfiles(
    _ client: Int, _ month: Int, _ profiles: ProfileInputs, into counts: inout OpeningCounts
  ) {
    for product in state.held { isHeld[product] = true }
    for product in 0..<counts.products where !isHeld[product] {
      let profile = profiles.profile(client, product)
      counts.profileClients[(month * counts.profiles + profile) * counts.products + product] += 1
    }
    for product in state.held { isHeld[product] = false }
  }

  private mutating func countOpenings(_ client: Int, _ month: Int, into counts: inout OpeningCounts) {
    let p = counts.products
    openings.removeAll(keepingCapacity: true)
    ClientOwnership.eachOpening(snapshot, client, after: days[month + 1], upTo: days[month]) { openings.append($0) }
    for product in openings {
      counts.openings[month * p + product] += 1
      for cell in cells { counts.cellOpenings[cell * p + product] += 1 }
      for one in state.held { counts.pairOpenings[one * p + product] += 1 }
      for one in state.opened { counts.nextOpenings[one * p + product] += 1 }
      for dropped in state.dropped where dropped.product == product {
        counts.droppedOpenings[OpeningCounts.droppedState(dropped.months) * p + product] += 1
      }
      if let profiles { counts.profileOpenings[profiles.profile(client, product) * p + product] += 1 }
    }
  }
}
