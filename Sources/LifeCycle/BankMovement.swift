import Banking

/// How the bank as a whole moved from month to month, so that season and missing loads are not taken for a client's own
/// rise or fall.
///
/// Every month is (client's level) × (month's movement) but for noise; both are fitted in turns, each client counting
/// the same whatever its size, over its own full months only. So neither one large client nor the growth of the client
/// base moves it. Clients that are idle most of the time do not count.
struct BankMovement: Codable, Sendable {
  /// By month of the history, oldest first: 1 = an average month; nil = the bank has no data for the month.
  let income: [Double?]
  let operations: [Double?]
  /// False where too few clients count; then every month is average.
  let isKnown: Bool

  /// Below this share of an average month a month's load is missing, not low.
  private static let missing = 0.05
  /// Rounds of fitting; the movement settles to a thousandth in three or four.
  private static let rounds = 5

  init(_ view: Vantage, minimumPeers: Int) {
    let peers = view.clients.compactMap { client -> Peer? in
      guard view.closedOn(client) == nil else { return nil }
      let own = ActivityHistory.visible(view, client: client).range
      guard own.count >= max(6, view.months / 2), own.count(where: view.isActive) * 2 >= own.count else { return nil }
      return Peer(row: view.row(client).lowerBound, first: view.months - own.count)
    }
    isKnown = peers.count >= minimumPeers
    guard isKnown else {
      income = Array(repeating: 1, count: view.months)
      operations = income
      return
    }
    // Refunds are no season: a negative month counts as none.
    income = Self.fit(peers, months: view.months) { max(0, Double(view.snapshot.monthlyIncome[$0])) }
    operations = Self.fit(peers, months: view.months) { Double(view.snapshot.monthlyOperations[$0]) }
  }

  /// Where a client's months stand in the snapshot, and the first that counts.
  private struct Peer {
    let row: Int
    let first: Int
  }

  private static func fit(_ peers: [Peer], months: Int, value: (Int) -> Double) -> [Double?] {
    var movement = [Double](repeating: 1, count: months)
    for _ in 0..<rounds {
      var sums = [Double](repeating: 0, count: months)
      var counts = sums
      for peer in peers {
        var total = 0.0
        var expected = 0.0
        for month in peer.first..<months {
          total += value(peer.row + month)
          expected += movement[month]
        }
        guard total > 0, expected > 0 else { continue }
        for month in peer.first..<months {
          sums[month] += value(peer.row + month) * expected / total
          counts[month] += 1
        }
      }
      let raw = zip(sums, counts).map { $1 > 0 ? $0 / $1 : 1 }
      let average = raw.reduce(0, +) / Double(months)
      guard average > 0 else { return raw.map { _ in 1 } }
      movement = raw.map { $0 / average }
    }
    return movement.map { $0 < missing ? nil : $0 }
  }
}
