import Banking
import Features
import Testing

@testable import Backtest

@Suite struct BaselineTests {
  private static func row(_ ranker: Ranker, client: Int) -> [Float] {
    let scores = SmallBank.baselines().scores(ranker) ?? []
    return Array(scores[client * 4..<client * 4 + 4])
  }

  @Test("Bank-wide counts are shares of all clients: holders, openings ever, openings since the month's start")
  func bankWide() {
    #expect(Self.row(.mostHeld, client: 0) == [0.8, 0.4, 0.2, 0.4])
    #expect(Self.row(.mostOpened, client: 3) == [0.8, 0.6, 0.2, 0.4])
    #expect(Self.row(.openedLastMonth, client: 4) == [0, 0.2, 0, 0.4])
  }

  @Test("What the bank itself opened was not opened by a client, and is held")
  func moved() {
    func row(_ ranker: Ranker) -> [Float] {
      Array(SmallBank.baselines(SmallBank.table(moved: true)).scores(ranker)?.prefix(4) ?? [])
    }
    #expect(row(.openedLastMonth) == [0, 0.2, 0, 0.2])
    #expect(row(.mostOpened) == [0.8, 0.6, 0.2, 0.2])
    #expect(row(.mostHeld) == [0.8, 0.4, 0.2, 0.4])
  }

  @Test("In the cohort its own count decides and the bank's weighs as one member")
  func inCohort() {
    // Trade: clients 1 and 2. A: (2 + 0.8) / 3, B: (2 + 0.4) / 3, C: 0.2 / 3, D: 0.4 / 3.
    let trade = Self.row(.mostHeldInCohort, client: 0)
    for (score, expected) in zip(trade, [2.8 / 3, 2.4 / 3, 0.2 / 3, 0.4 / 3]) {
      #expect(abs(Double(score) - expected) < 1e-6)
    }
    // Farming: clients 3 to 5, of whom 3 and 4 opened D in March.
    let farming = Self.row(.openedLastMonthInCohort, client: 4)
    for (score, expected) in zip(farming, [0, 0.2 / 4, 0, 2.4 / 4]) { #expect(abs(Double(score) - expected) < 1e-6) }
  }

  @Test("Co-ownership adds up the cosines of what is held")
  func coOwnership() {
    // A: 1, 2, 3, 5; B: 1, 2; C: 4; D: 3, 4. A–B: 2 / √(4·2), A–D: 1 / √(4·2), C–D: 1 / √(1·2).
    let first = Self.row(.coOwnership, client: 4)
    #expect(abs(Double(first[1]) - 2 / 8.0.squareRoot()) < 1e-6)
    #expect(first[2] == 0)
    #expect(abs(Double(first[3]) - 1 / 8.0.squareRoot()) < 1e-6)
  }

  @Test("k-means offers what the client's cluster holds and it does not")
  func kMeans() {
    let scores = SmallBank.baselines().scores(.kMeansProfile) ?? []
    let table = SmallBank.table()
    for client in 0..<5 {
      for product in 0..<4 {
        let score = scores[client * 4 + product]
        #expect((-1...1).contains(score))
        #expect(table.holds(client, product) ? score <= 0 : score >= 0)
      }
    }
  }

  @Test("Two clouds are told apart, and the seed alone decides")
  func clouds() {
    let bank = SmallBank.baselines()
    let points = ClusterPoints(bank.table)
    let one = KMeans.fit(points, clusters: 2, random: SeededRandom(seed: 5))
    let two = KMeans.fit(points, clusters: 2, random: SeededRandom(seed: 5))
    #expect(one.cluster == two.cluster)
    #expect(Set(one.cluster).count == 2)
    #expect(KMeans.fit(points, clusters: 9, random: SeededRandom(seed: 5)).centres.count <= 5 * points.dimensions)
  }
}
