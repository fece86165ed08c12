import Banking
import Testing

@testable import Backtest

@Suite struct IncomeAccuracyTests {
  private static let resampling = Resampling(count: 100, random: SeededRandom(seed: 9))

  private static func pair(_ client: Int64, typical: Double, mean: Double = 0, real: Double) -> IncomePair {
    IncomePair(
      client: ClientID(client), typical: typical, low: typical / 2, high: typical * 2, mean: mean, real: real)
  }

  @Test("Twice too much, twice too little and just right: typical factor two; half of the total; ranks by hand")
  func figures() throws {
    let accuracy = try #require(
      IncomeAccuracy(
        [
          Self.pair(1, typical: 20, mean: 5, real: 10), Self.pair(2, typical: 20, mean: 25, real: 40),
          Self.pair(3, typical: 30, mean: 10, real: 30),
        ], Self.resampling))
    #expect(accuracy.pairs == 3)
    #expect(abs(try #require(accuracy.typicalFactor?.value) - 2) < 1e-12)
    #expect(abs(try #require(accuracy.totalRatio?.value) - 0.5) < 1e-12)
    #expect(accuracy.coverage?.value == 1)
    // Ranks 1.5, 1.5, 3 and 1, 3, 2: covariance (0.5 − 0.5 + 0) = 0.
    #expect(abs(try #require(accuracy.rankCorrelation?.value)) < 1e-12)
  }

  @Test("Real income of nothing counts in coverage and total, not in the factor")
  func nothing() throws {
    let accuracy = try #require(
      IncomeAccuracy(
        [Self.pair(1, typical: 10, mean: 10, real: 0), Self.pair(2, typical: 30, mean: 10, real: 10)], Self.resampling))
    #expect(abs(try #require(accuracy.typicalFactor?.value) - 3) < 1e-12)
    #expect(abs(try #require(accuracy.totalRatio?.value) - 2) < 1e-12)
    #expect(accuracy.coverage?.value == 0)
  }

  @Test("The same order is a rank correlation of one, the reverse of minus one")
  func ranks() throws {
    let rising = (1...6).map { Self.pair(Int64($0), typical: Double($0), real: Double($0 * $0)) }
    let falling = (1...6).map { Self.pair(Int64($0), typical: Double($0), real: 100 - Double($0)) }
    #expect(abs(try #require(IncomeAccuracy(rising, Self.resampling)?.rankCorrelation?.value) - 1) < 1e-12)
    #expect(abs(try #require(IncomeAccuracy(falling, Self.resampling)?.rankCorrelation?.value) + 1) < 1e-12)
  }

  @Test("Without a known income there is nothing to say")
  func none() {
    #expect(IncomeAccuracy([], Self.resampling) == nil)
  }
}
