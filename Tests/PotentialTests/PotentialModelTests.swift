import Banking
import Features
import Glibc
import Potential
import TestBank
import Testing

@Suite("Potential income")
struct PotentialModelTests {
  /// Holders of A whose other income is the same: the estimate is the plain quantile of their income.
  private func bank(_ incomes: [Int64]) -> FeatureTable {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    for (place, income) in incomes.enumerated() {
      bank.add(Int64(place), openedOn: "2020-01-01", uses: [.init("A", income: income), .init("B", income: 50)])
    }
    bank.add(99, openedOn: "2020-01-01", uses: [.init("B", income: 50)])
    return FeatureTable(bank.snapshot())
  }

  private var settings: PotentialSettings {
    var settings = PotentialSettings()
    settings.minimumHolders = 5
    return settings
  }

  @Test("Among holders with the same other income typical is the median, low and high the 20th and 80th percentile")
  func quantiles() throws {
    let table = bank([10, 20, 30, 40, 90, 100])
    let profiles = [UInt8](repeating: 0, count: 14)
    let model = try #require(PotentialModel(table, profiles: profiles, profileCount: 1, settings: settings))
    let estimate = try #require(model.estimate(table, client: 6, product: 0, holding: nil, profile: 0))
    let unit = table.scale.income / 10
    let median = unit * sinh((asinh(30 / unit) + asinh(40 / unit)) / 2)
    #expect(estimate.typical == Money(estimate: median))
    #expect(estimate.low == Money(minorUnits: 2000))
    #expect(estimate.high == Money(minorUnits: 9000))
  }

  @Test("Too few holders: not known, instead of a guess")
  func tooFew() throws {
    let table = bank([10, 20, 30, 40])
    let model = try #require(
      PotentialModel(table, profiles: [UInt8](repeating: 0, count: 10), profileCount: 1, settings: settings))
    #expect(model.estimate(table, client: 4, product: 0, holding: nil, profile: 0) == nil)
  }

  @Test("Holders who bring losses never make a potential negative")
  func neverNegative() throws {
    let table = bank([-10, -20, -30, -40, -50, -60])
    let model = try #require(
      PotentialModel(table, profiles: [UInt8](repeating: 0, count: 14), profileCount: 1, settings: settings))
    let nothing = IncomeEstimate(low: .zero, typical: .zero, high: .zero, mean: .zero)
    #expect(model.estimate(table, client: 6, product: 0, holding: nil, profile: 0) == nothing)
  }

  @Test("Where income is in proportion to the rest of the business, a client twice as large is worth twice as much")
  func scaled() throws {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    for place in 11...30 {
      let size = Int64(place) * 1000
      bank.add(Int64(place), openedOn: "2020-01-01", uses: [.init("A", income: size / 10), .init("B", income: size)])
    }
    bank.add(98, openedOn: "2020-01-01", uses: [.init("B", income: 14000)])
    bank.add(99, openedOn: "2020-01-01", uses: [.init("B", income: 28000)])
    let table = FeatureTable(bank.snapshot())
    let model = try #require(
      PotentialModel(table, profiles: [UInt8](repeating: 0, count: 44), profileCount: 1, settings: settings))
    let small = try #require(model.estimate(table, client: 20, product: 0, holding: nil, profile: 0))
    let large = try #require(model.estimate(table, client: 21, product: 0, holding: nil, profile: 0))
    #expect(abs(large.typical.estimate / small.typical.estimate - 2) < 0.05)
  }

  @Test("A client of unusual size is worth no more than the best holder has ever been")
  func ceiling() throws {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    for place in 11...30 {
      let size = Int64(place) * 1000
      bank.add(Int64(place), openedOn: "2020-01-01", uses: [.init("A", income: size / 10), .init("B", income: size)])
    }
    bank.add(99, openedOn: "2020-01-01", uses: [.init("B", income: 10_000_000)])
    let table = FeatureTable(bank.snapshot())
    let model = try #require(
      PotentialModel(table, profiles: [UInt8](repeating: 0, count: 42), profileCount: 1, settings: settings))
    let estimate = try #require(model.estimate(table, client: 20, product: 0, holding: nil, profile: 0))
    #expect(estimate.typical == Money(minorUnits: 300_000))
  }

  @Test("What the client already brings is not counted again")
  func above() {
    let estimate = IncomeEstimate(
      low: Money(minorUnits: 100), typical: Money(minorUnits: 300), high: Money(minorUnits: 500),
      mean: Money(minorUnits: 350))
    let rest = estimate.above(Money(minorUnits: 200))
    #expect([rest.low, rest.typical, rest.high, rest.mean].map(\.minorUnits) == [0, 100, 300, 150])
  }
}
