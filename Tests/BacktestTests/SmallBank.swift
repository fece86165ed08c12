import Banking
import Cohorts
import Features
import TestBank

@testable import Backtest

/// Five clients and four products on 2026-03-31, small enough to work out by hand.
///
/// | client | industry | A | B | C | D |
/// |---|---|---|---|---|---|
/// | 1 | 0 | 2025-01-10 | 2026-03-05 | | |
/// | 2 | 0 | 2025-02-10 | 2025-03-10 | | |
/// | 3 | 1 | 2025-02-20 | | | 2026-03-20 |
/// | 4 | 1 | | | 2025-06-01 | 2026-03-01 |
/// | 5 | 1 | 2025-05-01 | dropped 2025-12-01 | | |
enum SmallBank {
  static let clients: Int64 = 5

  /// - Parameter moved: whether the bank itself opened what client 3 took last.
  static func table(order: [Int64] = [1, 2, 3, 4, 5], moved: Bool = false) -> FeatureTable {
    var bank = TestBank(asOf: "2026-03-31", products: ["A", "B", "C", "D"])
    let uses: [Int64: [TestBank.Use]] = [
      1: [.init("A", since: "2025-01-10"), .init("B", since: "2026-03-05")],
      2: [.init("A", since: "2025-02-10"), .init("B", since: "2025-03-10")],
      3: [.init("A", since: "2025-02-20"), .init("D", since: "2026-03-20")],
      4: [.init("C", since: "2025-06-01"), .init("D", since: "2026-03-01")],
      5: [.init("A", since: "2025-05-01"), .init("B", since: "2025-06-01", until: "2025-12-01")],
    ]
    for id in order { bank.add(id, region: 0, industry: id <= 2 ? 0 : 1, uses: uses[id] ?? []) }
    if moved { bank.clients[2].spells[1][0].isChosen = false }
    return FeatureTable(bank.snapshot(regions: ["North"], industries: ["trade", "farming"]))
  }

  static func baselines(_ table: FeatureTable = table()) -> Baselines {
    Baselines(
      table: table, cohorts: Cohorts(table, minimumMembers: 2), clusters: 2, random: SeededRandom(seed: 1))
  }

  /// Client 1 takes C, client 3 takes B, client 5 takes B again and D; client 2 takes nothing, client 4 is gone.
  static func trial(_ table: FeatureTable = table()) -> Trial { Trial(table, taken: [[2], [], [1], nil, [1, 3]]) }
}
