import Testing

@testable import Potential

@Suite("Mean income from typical income")
struct MeanFactorsTests {
  @Test("Means of what was learned from add up to what came")
  func sums() {
    let typical = (1...200).map { Double($0) }
    let real = typical.map { $0.truncatingRemainder(dividingBy: 4) == 0 ? 6 * $0 : $0 / 2 }
    let factors = MeanFactors(typical: typical, real: real)
    let mean = typical.reduce(0) { $0 + factors.mean(typical: $1) }
    #expect(abs(mean / real.reduce(0, +) - 1) < 0.02)
  }

  @Test("Where the typical new holder brings nothing the mean is what the few bring")
  func nothingTypical() {
    let factors = MeanFactors(
      typical: [Double](repeating: 0, count: 100), real: (0..<100).map { $0 < 10 ? 50 : 0 })
    #expect(abs(factors.mean(typical: 0) - 5) < 1e-9)
  }

  @Test("Without a case a mean is the typical income, and losses make no mean negative")
  func edges() {
    #expect(MeanFactors(typical: [], real: []).mean(typical: 7) == 7)
    #expect(MeanFactors(typical: [1, 2], real: [-5, -9]).mean(typical: 2) == 0)
  }
}
