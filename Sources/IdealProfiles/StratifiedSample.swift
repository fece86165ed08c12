import Banking
import Cohorts
import Features

/// The clients a mixture is fitted on: peers, every cohort in proportion, at most `limit`. Whom a cohort sends is
/// decided by a hash of seed and client id, so that a client's place in the sample does not hang on its neighbours and
/// two nights draw almost the same sample.
struct StratifiedSample {
  /// Ascending.
  let clients: [Int]
  let peerCount: Int

  init(_ table: FeatureTable, _ cohorts: Cohorts, limit: Int, seed: UInt64) {
    let peers = (0..<table.clientCount).filter(table.isPeer)
    peerCount = peers.count
    guard peers.count > max(1, limit) else {
      clients = peers
      return
    }
    var strata = [[Int]](repeating: [], count: cohorts.all.count)
    for client in peers { strata[Int(cohorts.ofClient[client])].append(client) }
    let quotas = Self.quotas(strata.map(\.count), limit: max(1, limit))
    var chosen: [Int] = []
    for (stratum, quota) in zip(strata, quotas) {
      let ranked = stratum.map { client in
        (SeededRandom(seed: seed).stream(UInt64(bitPattern: table.snapshot.clients[client].id.rawValue)), client)
      }.map { (Self.rank($0.0), $0.1) }.sorted { $0 < $1 }
      chosen += ranked.prefix(quota).map(\.1)
    }
    clients = chosen.sorted()
  }

  private static func rank(_ random: SeededRandom) -> UInt64 {
    var random = random
    return random.next()
  }

  /// Proportional seats by largest remainder, exact in integers.
  private static func quotas(_ sizes: [Int], limit: Int) -> [Int] {
    let total = sizes.reduce(0, +)
    var quotas = sizes.map { $0 * limit / total }
    let byRemainder = sizes.indices.sorted {
      (sizes[$1] * limit % total, $0) < (sizes[$0] * limit % total, $1)
    }
    for stratum in byRemainder.prefix(limit - quotas.reduce(0, +)) { quotas[stratum] += 1 }
    return quotas
  }
}
