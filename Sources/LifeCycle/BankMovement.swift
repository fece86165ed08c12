import Banking
import Features

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
    let peers = Self.peers(view.clients[...], view)
    let isKnown = peers.count >= minimumPeers
    self.init(months: view.months, isKnown ? Self.measures.map { Self.fit(peers, view, $0) } : nil)
  }

  /// The same on several threads.
  init(_ view: Vantage, minimumPeers: Int, threads: Int) async {
    let pieces = chunks(of: view.clients.count)
    let peers = await inParallel(pieces.count, threads: threads) {
      Self.peers(view.clients[pieces[$0]], view)
    }.flatMap(\.self)
    let isKnown = peers.count >= minimumPeers
    let fits = await inParallel(isKnown ? Self.measures.count : 0, threads: threads) {
      Self.fit(peers, view, Self.measures[$0])
    }
    self.init(months: view.months, isKnown ? fits : nil)
  }

  private static let measures = [LevelChange.Measure.income, .operations]

  /// - Parameter fits: by measure; nil = too few clients count.
  private init(months: Int, _ fits: [[Double?]]?) {
    let flat = [Double?](repeating: 1, count: months)
    isKnown = fits != nil
    income = fits?[0] ?? flat
    operations = fits?[1] ?? flat
  }

  /// Where a client's months stand in the snapshot, and the first that counts.
  private struct Peer {
    let row: Int
    let first: Int
  }

  private static func peers(_ clients: ArraySlice<Int>, _ view: Vantage) -> [Peer] {
    clients.compactMap { client in
      guard view.closedOn(client) == nil else { return nil }
      let own = ActivityHistory.visible(view, client: client).range
      guard own.count >= max(6, view.months / 2), own.count(where: view.isActive) * 2 >= own.count else { return nil }
      return Peer(row: view.row(client).lowerBound, first: view.months - own.count)
    }
  }

  private static func fit(_ peers: [Peer], _ view: Vantage, _ measure: LevelChange.Measure) -> [Double?] {
    let snapshot = view.snapshot
    return switch measure {
    // Refunds are no season: a negative month counts as none.
    case .income: fit(peers, months: view.months) { max(0, Double(snapshot.monthlyIncome[$0])) }
    case .operations: fit(peers, months: view.months) { Double(snapshot.monthlyOperations[$0]) }
    }
  }

  private static func fit(_ peers: [Peer], months: Int, value: (Int) -> Double) -> [Double?] {
    let totals = peers.map { peer in (peer.first..<months).reduce(0.0) { $0 + value(peer.row + $1) } }
    var movement = [Double](repeating: 1, count: months)
    for _ in 0..<rounds {
      var sums = [Double](repeating: 0, count: months)
      var counts = sums
      // What the movement leads one to expect of whoever counts from a month on.
      let expected = (0..<months).map { first in movement[first...].reduce(0, +) }
      for (peer, total) in zip(peers, totals) {
        let expected = expected[peer.first]
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
