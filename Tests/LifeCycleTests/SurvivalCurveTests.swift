import Foundation
import Testing

@testable import LifeCycle

struct SurvivalCurveTests {
  /// Own counts alone.
  private var plain: SurvivalSettings {
    var settings = SurvivalSettings()
    settings.priorClients = 0
    settings.minimumAtRisk = 0
    return settings
  }

  private func counts(_ lives: [(entry: Int, exit: Int, ends: Bool)]) -> LifeCounts {
    lives.reduce(into: LifeCounts()) { $0.add(entry: $1.entry, exit: $1.exit, ends: $1.ends) }
  }

  @Test("five clients worked out by hand: 4 of 5, then 3 of 4, then 1 of 2 outlive a month in which one goes")
  func byHand() {
    let curve = SurvivalCurve(
      counts([(0, 1, true), (0, 2, true), (0, 2, false), (0, 3, true), (0, 4, false)]), parent: nil, settings: plain)
    #expect(curve.atRisk == [5, 4, 2, 1] && curve.ended == [1, 1, 1, 0])
    for (months, share) in [(0, 1), (1, 0.8), (2, 0.6), (3, 0.3), (4, 0.3)] {
      #expect(abs(curve.survival(months) - share) < 1e-15)
    }
    #expect(abs(curve.expectedMonths(4) - (1 + 0.8 + 0.6 + 0.3)) < 1e-15)
    #expect(abs(curve.annuity(4, rate: 0) - 2.7) < 1e-15)
  }

  @Test("a client that was there when the known history begins is at risk from then on only")
  func delayedEntry() {
    let curve = SurvivalCurve(
      counts([(0, 1, true), (0, 3, false), (2, 3, true), (2, 4, false)]), parent: nil, settings: plain)
    #expect(curve.atRisk == [2, 1, 3, 1])
    #expect(abs(curve.survival(3) - 0.5 * 2 / 3) < 1e-15)
  }

  @Test("beyond the supported months the mean hazard of the last ones goes on")
  func tail() {
    var settings = plain
    settings.minimumAtRisk = 2
    settings.tailMonths = 2
    // Two at risk in month 2, one in months 3 and 4: supported are 1 and 2.
    let curve = SurvivalCurve(
      counts([(0, 1, true), (0, 1, false), (0, 2, true), (0, 4, false)]), parent: nil, settings: settings)
    #expect(curve.hazard == [0.25, 0.5])
    // Two departures in 4 + 2 + 1 + 1 months at risk.
    #expect(curve.tail == 0.25)
    #expect(curve.survival(4) == 0.75 * 0.5 * 0.75 * 0.75)
  }

  @Test("a small cohort is drawn to its parent: not at all at 0, altogether at infinity, by its size between")
  func shrinkage() {
    let parent = SurvivalCurve(
      counts([(0, 1, true), (0, 2, false), (0, 2, false), (0, 2, true)]), parent: nil, settings: plain)
    let own = counts([(0, 2, true), (0, 2, false)])
    var settings = plain
    #expect(SurvivalCurve(own, parent: parent, settings: settings).hazard == [0, 0.5])
    settings.priorClients = .infinity
    #expect(SurvivalCurve(own, parent: parent, settings: settings).hazard == parent.hazard)
    settings.priorClients = 2
    // (0 + 2 · 1/4) / (2 + 2) and (1 + 2 · 1/3) / (2 + 2).
    let drawn = SurvivalCurve(own, parent: parent, settings: settings).hazard
    #expect(abs(drawn[0] - 0.125) < 1e-15 && abs(drawn[1] - 5.0 / 12) < 1e-15)
  }

  struct Reference: Decodable {
    struct Case: Decodable, Sendable {
      let name: String
      let duration, observed: [Int]
      let entry: [Int]?
      let horizon, start: Int
      let month: [Int]
      let survival: [Double]
      let restrictedMean, lifeValue: Double
    }
    let rate: Double
    let cases: [Case]
  }

  @Test("curve, area and value of a life equal lifelines' on its public data sets to 1e-9")
  func lifelines() throws {
    let url = try #require(Bundle.module.url(forResource: "survival", withExtension: "json"))
    let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    #expect(reference.cases.count == 5)
    for data in reference.cases {
      let lives = data.duration.indices.map {
        (entry: data.entry?[$0] ?? 0, exit: data.duration[$0], ends: data.observed[$0] == 1)
      }
      let curve = SurvivalCurve(counts(lives), parent: nil, settings: plain)
      for (month, share) in zip(data.month, data.survival) {
        #expect(abs(curve.survival(month) - share) < 1e-9, "\(data.name), \(month)")
      }
      let area = curve.expectedMonths(data.horizon) - curve.expectedMonths(data.start)
      #expect(abs(area - data.restrictedMean) < 1e-9, "\(data.name)")
      #expect(abs(curve.annuity(data.horizon, rate: reference.rate) - data.lifeValue) < 1e-9, "\(data.name)")
    }
  }
}
