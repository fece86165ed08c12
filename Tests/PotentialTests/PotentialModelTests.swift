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

  private func model(_ table: FeatureTable, threads: Int = 1) async throws -> PotentialModel {
    let profiles = [UInt8](repeating: 0, count: table.clientCount * table.productCount)
    return try #require(
      await PotentialModel(table, profiles: profiles, profileCount: 1, settings: settings, threads: threads))
  }

  @Test("Among holders with the same other income typical is the median, low and high the 20th and 80th percentile")
  func quantiles() async throws {
    let table = bank([10, 20, 30, 40, 90, 100])
    let model = try await model(table)
    let estimate = try #require(model.estimate(table, client: 6, product: 0, holding: nil, profile: 0))
    let unit = table.scale.income / 10
    let median = unit * sinh((asinh(30 / unit) + asinh(40 / unit)) / 2)
    #expect(estimate.typical == Money(estimate: median))
    #expect(estimate.low == Money(minorUnits: 2000))
    #expect(estimate.high == Money(minorUnits: 9000))
  }

  @Test("Too few holders: not known, instead of a guess")
  func tooFew() async throws {
    let table = bank([10, 20, 30, 40])
    let model = try await model(table)
    #expect(model.estimate(table, client: 4, product: 0, holding: nil, profile: 0) == nil)
  }

  @Test("Holders who bring losses never make a potential negative")
  func neverNegative() async throws {
    let table = bank([-10, -20, -30, -40, -50, -60])
    let model = try await model(table)
    let nothing = IncomeEstimate(low: .zero, typical: .zero, high: .zero, mean: .zero)
    #expect(model.estimate(table, client: 6, product: 0, holding: nil, profile: 0) == nothing)
  }

  @Test("Where income is in proportion to the rest of the business, a client twice as large is worth twice as much")
  func scaled() async throws {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    for place in 11...30 {
      let size = Int64(place) * 1000
      bank.add(Int64(place), openedOn: "2020-01-01", uses: [.init("A", income: size / 10), .init("B", income: size)])
    }
    bank.add(98, openedOn: "2020-01-01", uses: [.init("B", income: 14000)])
    bank.add(99, openedOn: "2020-01-01", uses: [.init("B", income: 28000)])
    let table = FeatureTable(bank.snapshot())
    let model = try await model(table)
    let small = try #require(model.estimate(table, client: 20, product: 0, holding: nil, profile: 0))
    let large = try #require(model.estimate(table, client: 21, product: 0, holding: nil, profile: 0))
    #expect(abs(large.typical.estimate / small.typical.estimate - 2) < 0.05)
  }

  @Test("A client of unusual size is worth no more than the best holder has ever been")
  func ceiling() async throws {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    for place in 11...30 {
      let size = Int64(place) * 1000
      bank.add(Int64(place), openedOn: "2020-01-01", uses: [.init("A", income: size / 10), .init("B", income: size)])
    }
    bank.add(99, openedOn: "2020-01-01", uses: [.init("B", income: 10_000_000)])
    let table = FeatureTable(bank.snapshot())
    let model = try await model(table)
    let estimate = try #require(model.estimate(table, client: 20, product: 0, holding: nil, profile: 0))
    #expect(estimate.typical == Money(minorUnits: 300_000))
  }

  @Test("The number of threads changes no estimate")
  func threads() async throws {
    let table = bank((1...40).map { Int64($0 * $0 % 37 * 10) })
    let (one, three) = (try await model(table), try await model(table, threads: 3))
    for (client, product) in (0..<41).flatMap({ client in [0, 1].map { (client, $0) } }) {
      let estimate = one.estimate(table, client: client, product: product, holding: nil, profile: 0)
      #expect(estimate == three.estimate(table, client: client, product: product, holding: nil, profile: 0))
      #expect(estimate != nil)
    }
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
