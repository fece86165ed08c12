import Banking
import Features
import Testing

@testable import Backtest

@Suite struct ResamplingTests {
  private static let seed: UInt64 = 20_260_331
  private static let clients = 300

  /// One-product-each trials whose first ranker hits with 60 % and whose second with 40 %, made up from a seed.
  private static func trial() -> (trial: Trial, scores: [[Float]]) {
    var random = SeededRandom(seed: seed)
    var facts: [ClientFacts] = []
    var taken: [[Int16]?] = []
    var scores: [[Float]] = [[], []]
    for client in 0..<clients {
      facts.append(
        ClientFacts(
          id: ClientID(Int64(client)), manager: nil, region: -1, industry: -1, legalForm: -1, openedOn: nil,
          closedOn: nil, annualTurnover: nil, contactAllowed: true))
      let product = random.below(2)
      taken.append([Int16(product)])
      for ranker in 0..<2 {
        let isHit = random.uniform() < (ranker == 0 ? 0.6 : 0.4)
        scores[ranker] += (0..<2).map { $0 == (isHit ? product : 1 - product) ? 1 : 0 }
      }
    }
    let snapshot = SmallBank.table().snapshot
    let table = FeatureTable(
      Snapshot(
        bank: snapshot.bank, asOf: snapshot.asOf, catalogue: Catalogue(Array(snapshot.catalogue.products.prefix(2))),
        regions: [], industries: [], legalForms: [], clients: facts, attributes: .empty,
        holdingStarts: [Int32](repeating: 0, count: clients + 1), holdings: [], spells: [], monthsOfHistory: 0,
        monthlyIncome: [], monthlyOperations: []))
    return (Trial(table, taken: taken), scores)
  }

  private static func qualities(swapped: Bool = false, threads: Int = 1, seed: UInt64 = seed) async -> [RankerQuality] {
    let (trial, scores) = trial()
    let columns = (swapped ? scores.reversed() : scores).map { Tally.column(trial, scores: $0) }
    let tally = Tally(trial, rankers: [.xsell, .mostHeld], columns: columns)
    return await RankerQuality.all(
      tally, Resampling(count: 300, random: SeededRandom(seed: seed)), threads: threads)
  }

  private static let recall = Measure.takers(.recall1, .all)

  @Test("The interval of a mean is near the one that theory gives, seed 20,260,331")
  func interval() async throws {
    let estimate = try #require(await Self.qualities()[0].figures[Self.recall])
    let deviation = (estimate.value * (1 - estimate.value) / Double(Self.clients)).squareRoot()
    #expect(estimate.low < estimate.value && estimate.value < estimate.high)
    #expect(abs((estimate.high - estimate.low) / (2 * 1.96 * deviation) - 1) < 0.2)
  }

  @Test("The lead is the difference of the figures, and the other way round it changes its sign")
  func paired() async throws {
    let there = await Self.qualities()
    let back = await Self.qualities(swapped: true)
    let lead = try #require(there[1].lead[Self.recall])
    let deficit = try #require(back[1].lead[Self.recall])
    let figures = try there.map { try #require($0.figures[Self.recall]?.value) }
    #expect(abs(lead.value - (figures[0] - figures[1])) < 1e-12)
    #expect(lead.low > 0)
    #expect(abs(lead.low + deficit.high) < 1e-12 && abs(lead.high + deficit.low) < 1e-12)
    #expect(there[0].lead.isEmpty)
  }

  @Test("A ranker beside itself leads by exactly nothing")
  func itself() async throws {
    let (trial, scores) = Self.trial()
    let column = Tally.column(trial, scores: scores[0])
    let tally = Tally(trial, rankers: [.xsell, .mostHeld], columns: [column, column])
    let qualities = await RankerQuality.all(
      tally, Resampling(count: 50, random: SeededRandom(seed: Self.seed)), threads: 1)
    for measure in Measure.all {
      guard let lead = qualities[1].lead[measure] else { continue }
      #expect(lead == Estimate(value: 0, low: 0, high: 0))
    }
  }

  @Test("The seed decides, the number of threads does not")
  func seeded() async {
    let one = await Self.qualities()
    let three = await Self.qualities(threads: 3)
    let other = await Self.qualities(seed: 1)
    #expect(one.map(\.figures) == three.map(\.figures))
    #expect(one.map(\.lead) == three.map(\.lead))
    #expect(one[0].figures[Self.recall]?.low != other[0].figures[Self.recall]?.low)
    #expect(one[0].figures[Self.recall]?.value == other[0].figures[Self.recall]?.value)
  }

  @Test("A client is drawn once on average, and as often in every company")
  func draws() {
    let resampling = Resampling(count: 1000, random: SeededRandom(seed: Self.seed))
    let draws = resampling.draws(of: ClientID(42))
    #expect(draws.count == 1000)
    #expect(abs(Double(draws.reduce(0, +)) / 1000 - 1) < 0.1)
    #expect(draws == resampling.draws(of: ClientID(42)))
    #expect(draws != resampling.draws(of: ClientID(43)))
  }

  @Test("Percentiles are linear between ranks; a figure without a value has no estimate")
  func percentiles() {
    let estimate = Estimate(2, resampled: (0...40).map(Double.init))
    #expect(estimate == Estimate(value: 2, low: 1, high: 39))
    #expect(Estimate(.nan, resampled: [1, 2]) == nil)
  }
}
