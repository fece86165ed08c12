import Testing

@testable import IdealProfiles

struct BetaBinomialTests {
  @Test("a share leans on its parent by the prior's strength")
  func shrunk() {
    #expect(BetaBinomial.shrunk(holders: 3, of: 4, toward: 0.2, strength: 16) == 6.2 / 20)
    #expect(BetaBinomial.shrunk(holders: 0, of: 0, toward: 0.3, strength: 20) == 0.3)
  }

  @Test("the strength follows from the spread of the siblings, worked out by hand")
  func moments() {
    // n = 10, m = ½: v = ¼, binomial variance 2.5. Deviations 4, −4, 0, 0: excess 32 − 10 = 22, scale 4 · 10 · 9 / 4 = 90,
    // ρ = 22 / 90, s = 90 / 22 − 1.
    let cells = [9, 1, 5, 5].map { BetaBinomial.Cell(count: 10, holders: $0, parent: 0.5) }
    var settings = ProfileSettings()
    settings.priorStrengthBounds = 1...1000
    #expect(abs(BetaBinomial.strength(cells, settings) - (90.0 / 22 - 1)) < 1e-12)
    settings.priorStrengthBounds = 20...1000
    #expect(BetaBinomial.strength(cells, settings) == 20)
  }

  @Test("siblings no more spread than chance lean on the parent fully; too few to tell use the fixed strength")
  func bounds() {
    let settings = ProfileSettings()
    let alike = (0..<4).map { _ in BetaBinomial.Cell(count: 10, holders: 5, parent: 0.5) }
    #expect(BetaBinomial.strength(alike, settings) == settings.priorStrengthBounds.upperBound)
    #expect(BetaBinomial.strength(Array(alike.prefix(2)), settings) == settings.priorStrength)
    let certain = (0..<4).map { _ in BetaBinomial.Cell(count: 10, holders: 0, parent: 0) }
    #expect(BetaBinomial.strength(certain, settings) == settings.priorStrength)
    #expect(BetaBinomial.strength([], settings) == settings.priorStrength)
  }
}
