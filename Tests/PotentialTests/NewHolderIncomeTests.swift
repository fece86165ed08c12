import Banking
import Features
import TestBank
import Testing

@testable import Potential

@Suite("Income learned from new holders")
struct NewHolderIncomeTests {
  private static let asOf = "2026-06-30"
  private static let end = date("2026-09-30")

  /// Clients 1...200 bring 10 × their number on B; those with an even number hold A, and bring a tenth of that on it.
  private func inputs() async throws -> BusinessInputs {
    var bank = TestBank(asOf: Self.asOf, products: ["A", "B"])
    for place in 1...200 {
      let size = Int64(place) * 100
      bank.add(
        Int64(place), openedOn: "2020-01-01",
        uses: [.init("B", income: size)] + (place % 2 == 0 ? [.init("A", income: size / 10)] : []))
    }
    let table = FeatureTable(bank.snapshot())
    let profiles = [UInt8](repeating: 0, count: 400)
    let holders = try #require(
      await PotentialModel(table, profiles: profiles, profileCount: 1, settings: PotentialSettings(), threads: 1))
    return await BusinessInputs(table, holders: holders, profiles: profiles, unit: table.scale.income / 10, threads: 1)
  }

  /// Clients with odd numbers took A, and bring a twentieth of what they bring on B: half of what holders do.
  private func taken(_ inputs: BusinessInputs, openedOn: String = "2026-07-15") -> NewHolders {
    var holders = NewHolders()
    let first = stride(from: 1, to: 200, by: 2).map {
      FirstIncome(
        client: ClientID(Int64($0)), product: 0, openedOn: date(openedOn), income: Money(minorUnits: Int64($0) * 500))
    }
    holders.add(inputs, firstIncomes: first, until: Self.end)
    return holders
  }

  private var settings: PotentialSettings {
    var settings = PotentialSettings()
    settings.minimumNewHolders = 50
    return settings
  }

  @Test("New holders' income is believed, not holders', and in proportion to the client's business")
  func learned() async throws {
    let inputs = try await inputs()
    let model = try #require(NewHolderIncome(inputs, newHolders: taken(inputs), settings: settings))
    for client in [40, 150] {
      let real = Double(client + 1) * 5
      let estimate = try #require(model.estimate(client: client, product: 0, business: model.business(of: client)))
      #expect(abs(estimate.typical.estimate / real - 1) < 0.15, "client \(client)")
      #expect(abs(estimate.mean.estimate / real - 1) < 0.2, "client \(client)")
      #expect(estimate.low <= estimate.typical && estimate.typical <= estimate.high)
    }
  }

  @Test("Openings before the date, after the horizon, or of what is held already teach nothing")
  func outside() async throws {
    let inputs = try await inputs()
    #expect(taken(inputs, openedOn: "2026-06-30").count == 0)
    #expect(taken(inputs, openedOn: "2026-10-01").count == 0)
    var holders = NewHolders()
    let held = FirstIncome(client: ClientID(2), product: 0, openedOn: date("2026-07-15"), income: Money(minorUnits: 1))
    holders.add(inputs, firstIncomes: [held], until: Self.end)
    #expect(holders.count == 0)
  }

  @Test("With too few new holders nothing is learned")
  func tooFew() async throws {
    let inputs = try await inputs()
    #expect(NewHolderIncome(inputs, newHolders: taken(inputs), settings: PotentialSettings()) == nil)
  }

  @Test("No client is worth more than any holder, new or old, has ever been")
  func ceiling() async throws {
    let inputs = try await inputs()
    var richer = TestBank(asOf: Self.asOf, products: ["A", "B"])
    richer.add(1, openedOn: "2020-01-01", uses: [.init("B", income: 90_000_000)])
    let table = FeatureTable(richer.snapshot())
    let tonight = await BusinessInputs(
      table, holders: inputs.holders, profiles: [0, 0], unit: inputs.unit, threads: 1)
    let model = try #require(NewHolderIncome(tonight, newHolders: taken(inputs), settings: settings))
    let estimate = try #require(model.estimate(client: 0, product: 0, business: model.business(of: 0)))
    #expect(estimate.high <= Money(minorUnits: 200_000))
  }
}
