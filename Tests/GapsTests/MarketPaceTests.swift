import Banking
import Features
import Glibc
import TestBank
import Testing

@testable import Gaps

@Suite("The market's pace")
struct MarketPaceTests {
  @Test("Openings and chances are counted month by month, newcomers apart")
  func counted() async {
    var bank = TestBank(asOf: "2026-03-31", products: ["A", "B"])
    bank.add(1, openedOn: "2025-01-01", uses: [.init("A", since: "2026-01-01"), .init("B", since: "2026-02-10")])
    bank.add(2, openedOn: "2026-02-05", uses: [.init("A", since: "2026-02-05"), .init("B", since: "2026-03-05")])
    bank.add(3, openedOn: "2025-01-01", closedOn: "2026-02-28", uses: [])
    bank.add(4, openedOn: "2025-01-01", uses: [.init("A", since: "2026-02-01", until: "2026-02-20")])
    let history = await MarketHistory(bank.snapshot(), threads: 2)
    #expect(history.months == 3)
    // January: A by client 1. February: B by client 1 and A by client 4; client 2 has only just come. March: B by client 2.
    #expect(history.existing.openings == [1, 0, 1, 1, 0, 1])
    #expect(history.all.openings == [1, 0, 2, 1, 0, 1])
    // Clients 1, 3 and 4 in January; in February client 1 holds A; client 3 is gone in March, and 1 and 2 hold A.
    #expect(history.existing.chances == [3, 3, 2, 3, 1, 2])
    #expect(history.all.chances == [3, 3, 3, 4, 1, 2])
  }

  @Test("Where nobody says when clients came, they came with their first account")
  func undatedClients() async {
    var dated = TestBank(asOf: "2026-03-31", products: ["A", "B"])
    var undated = dated
    for (client, first) in [(1, "2026-01-15"), (2, "2025-12-01"), (3, "2026-03-05")] {
      let uses: [TestBank.Use] = [.init("A", since: first), .init("B", since: "2026-03-20")]
      dated.add(Int64(client), openedOn: first, uses: uses)
      undated.add(Int64(client), uses: uses)
    }
    let (one, two) = (
      await MarketHistory(dated.snapshot(), threads: 1), await MarketHistory(undated.snapshot(), threads: 1)
    )
    #expect(one.existing.openings == two.existing.openings && one.existing.chances == two.existing.chances)
    #expect(one.all.openings == two.all.openings && one.all.chances == two.all.chances)
    var then = TestBank(asOf: "2026-02-28", products: ["A", "B"])
    then.add(1, uses: [.init("A", since: "2026-01-15")])
    then.add(3, uses: [])
    let opened = Openings(after: FeatureTable(then.snapshot()), until: date("2026-03-31"), in: undated.snapshot())
    // The third client was not there to open anything.
    #expect(opened.products == [[1], nil])
  }

  /// Products of 1,000 openings a month between them; `share` is a product's weight in a month.
  private func market(_ months: Int, products: Int, share: (Int, Int) -> Double) -> MarketHistory {
    var counts = MarketHistory.Counts(openings: [], chances: [])
    for month in 0..<months {
      for product in 0..<products {
        counts.openings.append((100 * share(month, product)).rounded())
        counts.chances.append(10_000)
      }
    }
    return MarketHistory(products: products, months: months, existing: counts, all: counts)
  }

  @Test("Where every burst ends within the quarter, a burst is not carried on")
  func campaigns() {
    // Each month another product sells four times its usual.
    let history = market(36, products: 7) { month, product in month * 3 % 7 == product ? 4 : 1 }
    let slopes = MarketSlopes(history, horizon: 3)
    #expect(abs(slopes.values[0]) < 0.5 && slopes.values[1] < 0.6)
  }

  @Test("Where fashions go on, the latest months are carried on")
  func fashions() {
    // Each product rises for two years and falls again, in turn.
    let history = market(36, products: 6) { month, product in
      1 + 3 * Double(abs((month + 6 * product) % 36 - 18)) / 18
    }
    let slopes = MarketSlopes(history, horizon: 3)
    #expect(slopes.values[0] > 0.8)
  }

  @Test("Where the same months sell the same products every year, the season is believed")
  func seasons() {
    let history = market(36, products: 6) { month, product in month % 12 / 2 == product ? 4 : 1 }
    let slopes = MarketSlopes(history, horizon: 2)
    let pace = MarketPace(history, end: 36, ahead: 2, slopes: slopes)
    // Of January and February, 400 of the first and 100 of each other.
    let forecast = pace.forecast.map { exp($0) * 10_000 }
    #expect(abs(forecast[0] / 400 - 1) < 0.1 && forecast.dropFirst().allSatisfy { abs($0 / 100 - 1) < 0.15 })
  }

  /// Four products of 100 openings a month, and a fifth of 1,000 in every twelfth month, the first of them `first`.
  private func christmas(_ months: Int, first: Int) -> MarketHistory {
    market(months, products: 5) { month, product in
      product < 4 ? 1 : month >= first && (month - first) % 12 == 0 ? 10 : 0
    }
  }

  private func openings(_ history: MarketHistory, horizon: Int = 3) -> [Double] {
    let pace = MarketPace(
      history, end: history.months, ahead: horizon, slopes: MarketSlopes(history, horizon: horizon))
    return pace.forecast.map { exp($0) * 10_000 * Double(horizon) }
  }

  @Test("A product for Christmas is expected before it and not after it, and moves no other product")
  func christmas() {
    let (before, after) = (openings(christmas(35, first: 11)), openings(christmas(36, first: 11)))
    #expect(before[4] > 600 && before[4] < 1300)
    #expect(after[4] < 60)
    for others in [before.prefix(4), after.prefix(4)] { #expect(others.allSatisfy { abs($0 / 300 - 1) < 0.2 }) }
  }

  @Test("A first Christmas, or a campaign, moves no other product")
  func burst() {
    for months in [14, 15, 16] {
      let others = openings(christmas(months, first: 13)).prefix(4)
      #expect(others.allSatisfy { abs($0 / 300 - 1) < 0.2 }, "\(months) months: \(others)")
    }
  }

  @Test("Where few openings are most of a month, that is no campaign: all products make up the month's total")
  func fewOpenings() {
    let history = market(24, products: 3) { month, product in
      month == 23 && product == 0 ? 0.04 : (month + product) % 3 == 0 ? 0.01 : 0
    }
    let pace = MarketPace(history, end: 24, ahead: 1, slopes: .prior)
    func total(_ rates: [Double]) -> Double { rates.reduce(0) { $0 + exp($1) * 10_000 } }
    #expect(abs(total(pace.forecast) / total(MarketSigns(history, end: 24, ahead: 1).month) - 1) < 1e-9)
  }

  @Test(
    "Past forecasts that all fell short by as much raise every product; one product's burst raises none",
    arguments: [1, 2, 5])
  func factor(products: Int) {
    let usual = [Double](repeating: 400, count: products)
    #expect(abs(MarketForecast.factor(real: usual.map { $0 * 1.5 }, forecast: usual) - 1.5) < 0.1)
    #expect(abs(MarketForecast.factor(real: usual.map { $0 / 2 }, forecast: usual) - 0.5) < 0.1)
    let burst = MarketForecast.factor(real: usual + [4000], forecast: usual + [100])
    #expect(products < 2 || abs(burst - 1) < 0.25)
  }

  @Test(
    "A product that grows, or falls, has no season by that; nor has one that was opened twice in a month of the year")
  func trend() {
    for growth in [1.05, 0.95, 1.1] {
      let seasons = market(24, products: 1) { month, _ in 100 * pow(growth, Double(month)) }.seasons
      #expect(seasons.belief[0] < 0.05, "\(growth): \(seasons.belief)")
    }
    let rare = market(36, products: 1) { month, _ in month % 12 == 11 && month > 12 ? 0.01 : 0 }.seasons
    #expect(rare.belief[0] < 0.2)
  }

  @Test("What differs from month to month by chance is no season")
  func chance() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    let weights = (0..<36 * 20).map { _ in 0.7 + 0.6 * random.uniform() }
    let seasons = market(36, products: 20) { month, product in weights[month * 20 + product] }.seasons
    let factors = (0..<20).flatMap { product in (0..<12).map { seasons.factor(product, month: 36 + $0) } }
    #expect(factors.reduce(0) { $0 + abs($1 - 1) } / Double(factors.count) < 0.04, "seed \(seed)")
  }

  @Test("Without a past to learn from the slopes stay what they were")
  func young() {
    #expect(MarketSlopes(market(3, products: 4) { _, _ in 1 }, horizon: 3) == .prior)
  }

  @Test("A market that is thrown from one product to another has a pace all the same", arguments: 1...UInt64(10))
  func thrown(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var counts = MarketHistory.Counts(openings: [], chances: [])
    for _ in 0..<18 {
      let chosen = random.below(3)
      for product in 0..<3 {
        counts.openings.append(product == chosen ? 4000 : 0)
        counts.chances.append(200_000)
      }
    }
    let history = MarketHistory(products: 3, months: 18, existing: counts, all: counts)
    let slopes = MarketSlopes(history, horizon: 3)
    #expect(slopes.values.allSatisfy { abs($0) < 30 }, "seed \(seed)")
    let pace = MarketPace(history, end: 18, ahead: 3, slopes: slopes)
    #expect(pace.forecast.allSatisfy { $0.isFinite }, "seed \(seed)")
  }

  @Test("The forecast's total is the last month's, and no product is without a rate")
  func total() {
    let history = market(14, products: 5) { month, product in product == 4 ? 0 : Double(1 + (month + product) % 3) }
    let pace = MarketPace(history, end: 14, ahead: 3, slopes: .prior)
    let openings = history.existing.openings.suffix(5).reduce(0, +)
    let forecast = pace.forecast.reduce(0) { $0 + exp($1) * 10_000 }
    #expect(abs(forecast / openings - 1) < 0.02)
    #expect(pace.forecast.allSatisfy { $0.isFinite })
  }
}
