import Testing

@testable import Backtest

@Suite struct PairCurveTests {
  @Test("A taken pair's placement is the share of others below it, equals counted half")
  func placement() {
    // Others: 0.1, 0.2, 0.3, 0.3; taken: 0.3, 0.9.
    let curve = PairCurve(all: [0.3, 0.1, 0.9, 0.2, 0.3, 0.3], taken: [0.3, 0.9])
    #expect(curve.placement(0.9) == 1)
    #expect(curve.placement(0.3) == 0.75)
  }

  @Test("The top hundredth of 200 pairs is two; three equals at its edge share the one place left")
  func top() {
    let rest = (0..<196).map { _ in Float(0.1) }
    let curve = PairCurve(all: [0.9, 0.5, 0.5, 0.5] + rest, taken: [0.9])
    #expect(curve.topShare(0.9) == 1)
    #expect(abs(curve.topShare(0.5) - 1.0 / 3) < 1e-12)
    #expect(curve.topShare(0.1) == 0)
  }

  @Test("With fewer than a hundred pairs the top is a part of the best one")
  func few() {
    let curve = PairCurve(all: [0.2, 0.7, 0.4], taken: [])
    #expect(abs(curve.topShare(0.7) - 0.03) < 1e-12)
    #expect(curve.topShare(0.4) == 0)
  }

  @Test("Where all scores are equal nothing is known: placement one half")
  func equal() {
    let curve = PairCurve(all: [1, 1, 1, 1], taken: [1])
    #expect(curve.placement(1) == 0.5)
    #expect(curve.topShare(1) == 0.01)
  }
}
