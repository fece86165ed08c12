import Banking
import Features
import Testing

@testable import Gaps

@Suite struct AdoptionModelTests {
  private static let bank = RandomBank(clients: 1500, products: 5, seed: 7)
  private static let asOf = TinyBank.date("2025-06-30")

  private static func fit(
    _ bank: RandomBank = bank, tonight: FeatureTable? = nil, threads: Int = 1
  ) async -> AdoptionModel {
    let tonight = tonight ?? bank.table(asOf: asOf)
    let dates = AdoptionOrigins.choose(
      history: AdoptionOrigins.history(of: tonight.snapshot), asOf: asOf, horizon: 2)
    return await AdoptionModel.fit(
      tonight: tonight, origins: dates.map { TrainingOrigin(bank.table(asOf: $0)) }, horizonMonths: 2,
      random: SeededRandom(seed: 3), threads: threads)
  }

  /// Fitted once for the tests that only look at it.
  private static let model = Task { await fit() }

  @Test("Held products are never scored, every other product is, with a probability")
  func heldNeverScored() async {
    let tonight = Self.bank.table(asOf: Self.asOf)
    let model = await Self.model.value
    let scores = model.scores
    #expect(model.basis == .transitions)
    for client in 0..<tonight.clientCount {
      for product in 0..<5 {
        let probability = scores.probability(client: client, product: product)
        #expect(probability.isNaN == tonight.holds(client, product))
        #expect(probability.isNaN || (0...1).contains(probability))
      }
      #expect(scores.ranking(of: client).count == (0..<5).filter { !tonight.holds(client, $0) }.count)
    }
  }

  @Test("However many openings there are, half of the rows learned from are of pairs without one")
  func manyOpenings() async {
    let tonight = Self.bank.table(asOf: Self.asOf)
    let then = Self.bank.table(asOf: Self.asOf.monthsEarlier(2))
    let inputs = await InputsBuilder(tonight.snapshot, prior: 10, threads: 1).build(then, nil)
    let outcome = OriginOutcome(inputs, tonight: tonight.snapshot, horizon: 2)
    let limit = outcome.total
    let rows = outcome.rows(AdoptionSettings(), limit: limit, random: SeededRandom(seed: 1))
    let opened = rows.isOpened.count { $0 }
    #expect(abs(opened - limit / 2) < limit / 8 && abs(rows.count - opened - limit / 2) < limit / 8)
    let weight = zip(rows.weight, rows.isOpened).reduce(0) { $0 + ($1.1 ? Double($1.0) : 0) }
    #expect(abs(weight - Double(outcome.total)) < 0.25 * Double(outcome.total))
  }

  @Test("A learning night on the 30th of a month of 31 days sees whole months behind its origins")
  func dayOfMonth() async {
    let asOf = TinyBank.date("2025-07-30")
    let tonight = Self.bank.table(asOf: asOf)
    let seen = await inParallel(3, threads: 1) { place in
      let then = Self.bank.table(asOf: asOf.monthsEarlier(place + 1))
      let inputs = await InputsBuilder(tonight.snapshot, prior: 10, threads: 1).build(then, nil)
      return OriginOutcome(inputs, tonight: tonight.snapshot, horizon: 3).monthsSeen
    }
    #expect(seen == [1, 2, 3])
  }

  @Test("The number of threads changes nothing, to the bit")
  func threads() async {
    let one = await Self.fit(threads: 1).scores
    let three = await Self.fit(threads: 3).scores
    #expect(one.probability.map(\.bitPattern) == three.probability.map(\.bitPattern))
  }

  @Test("The order of the clients changes nothing beyond rounding")
  func order() async {
    var reversed = Self.bank
    reversed.isReversed = true
    let scores = await Self.model.value.scores
    let other = await Self.fit(reversed).scores
    let clients = scores.probability.count / 5
    for client in 0..<clients {
      for product in 0..<5 {
        let one = scores.probability(client: client, product: product)
        let two = other.probability(client: clients - 1 - client, product: product)
        #expect(one.isNaN == two.isNaN && (one.isNaN || abs(one - two) < 1e-5))
      }
    }
  }

  @Test("What is dated after the as-of date changes nothing, to the bit")
  func future() async {
    let cut = Self.bank.snapshot(asOf: Self.asOf)
    var spells = cut.spells
    for index in spells.indices where spells[index].end == nil {
      spells[index].end = Self.asOf.advanced(byDays: 1 + index % 90)
    }
    let later = Snapshot(
      bank: cut.bank, asOf: cut.asOf, catalogue: cut.catalogue, regions: cut.regions, industries: cut.industries,
      legalForms: cut.legalForms, clients: cut.clients, attributes: cut.attributes, holdingStarts: cut.holdingStarts,
      holdings: Array(cut.holdings), spells: spells, monthsOfHistory: 0, monthlyIncome: [], monthlyOperations: [])
    let honest = await Self.model.value.scores
    let peeking = await Self.fit(tonight: FeatureTable(later)).scores
    #expect(honest.probability.map(\.bitPattern) == peeking.probability.map(\.bitPattern))
  }

  @Test("Probabilities add up to about the openings that follow")
  func calibration() async {
    let tonight = Self.bank.table(asOf: Self.asOf)
    let scores = await Self.model.value.scores
    let outcome = Self.bank.snapshot(asOf: Self.asOf.monthsEarlier(-2))
    var real = 0.0
    for client in outcome.clients.indices {
      guard tonight.snapshot.clients.contains(where: { $0.id == outcome.clients[client].id }) else { continue }
      ClientOwnership.eachOpening(outcome, client, after: Self.asOf, upTo: outcome.asOf) { _ in real += 1 }
    }
    let expected = scores.probability.filter { !$0.isNaN }.reduce(0) { $0 + Double($1) }
    #expect((0.75...1.3).contains(expected / real), "expected \(expected), real \(real)")
  }

  @Test("Product 1, which follows product 0, is likelier for its holders")
  func planted() async {
    let tonight = Self.bank.table(asOf: Self.asOf)
    let scores = await Self.model.value.scores
    func mean(ofHolders: Bool) -> Double {
      let chosen = (0..<tonight.clientCount).filter {
        tonight.holds($0, 0) == ofHolders && !tonight.holds($0, 1)
      }
      return chosen.map { Double(scores.probability(client: $0, product: 1)) }.reduce(0, +) / Double(chosen.count)
    }
    #expect(mean(ofHolders: true) > 2 * mean(ofHolders: false))
  }

  @Test("A recommendation names the inputs that moved it, each once, and none of no effect")
  func reasons() async {
    let tonight = Self.bank.table(asOf: Self.asOf)
    let model = await Self.model.value
    guard let client = (0..<tonight.clientCount).first(where: { !tonight.holds($0, 1) }) else { return }
    let reasons = model.reasons(client: client, products: [1])[0]
    #expect(!reasons.isEmpty)
    #expect(Set(reasons.map(\.input)).count == reasons.count)
    #expect(reasons.allSatisfy { $0.contribution != 0 })
  }

  @Test("Profiles, where supplied, are used and need not cover every client well")
  func profiles() async {
    let tonight = Self.bank.table(asOf: Self.asOf)
    func inputs(_ table: FeatureTable) -> ProfileInputs {
      ProfileInputs(
        penetration: (0..<table.clientCount * 5).map { $0 % 7 == 0 ? .nan : 0.4 },
        profile: (0..<table.clientCount * 5).map { UInt8($0 % 3) }, productCount: 5, profileCount: 3)
    }
    let then = Self.bank.table(asOf: Self.asOf.monthsEarlier(2))
    let model = await AdoptionModel.fit(
      tonight: tonight, origins: [TrainingOrigin(then, profiles: inputs(then))], horizonMonths: 2,
      profiles: inputs(tonight), random: SeededRandom(seed: 3), threads: 2)
    #expect(model.basis == .transitions)
    #expect(model.scores.probability.contains { $0 > 0 })
  }
}
