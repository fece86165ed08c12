import Testing

@testable import Backtest

@Suite struct CalibrationTests {
  /// Candidates in order: 1C 1D 2C 2D 3B 3C 5B 5C 5D; taken: 1C, 3B, 5B, 5D.
  private static func probability(_ values: [Float]) -> [Float] {
    var all = [Float](repeating: .nan, count: 20)
    for (cell, value) in zip([2, 3, 6, 7, 9, 10, 17, 18, 19], values) { all[cell] = value }
    return all
  }

  private static func calibration(_ values: [Float]) -> Calibration {
    Calibration(SmallBank.trial(), probability: probability(values))
  }

  @Test("Brier's score is the mean squared miss, the expected error the gap of each tenth")
  func scores() {
    let calibration = Self.calibration([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5])
    #expect(abs(calibration.brier - 0.25) < 1e-9)
    #expect(abs(calibration.brierOfTheRate - 4.0 / 9 * 5 / 9) < 1e-9)
    // All are equal, so all are one tenth: 4.5 expected, 4 opened.
    #expect(abs(calibration.expectedError - 0.5 / 9) < 1e-9)
    #expect(calibration.deciles.count { $0.pairs > 0 } == 1)
  }

  @Test("Certain and right: no error at all")
  func perfect() {
    let calibration = Self.calibration([1, 0, 0, 0, 1, 0, 1, 0, 1])
    #expect(calibration.brier == 0)
    #expect(calibration.expectedError == 0)
  }

  @Test("Expected and real openings stand by product")
  func products() {
    let products = Self.calibration([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]).products
    #expect(products.map(\.pairs) == [0, 2, 4, 3])
    #expect(products.map(\.opened) == [0, 2, 1, 1])
    #expect(abs(products[1].expected - 1.2) < 1e-6)
  }

  @Test("Tenths rise in probability, and two dates add up to the sum of both")
  func tenths() {
    let one = Self.calibration([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
    let means = one.deciles.filter { $0.pairs > 0 }.map { $0.expected / Double($0.pairs) }
    #expect(means == means.sorted())
    let both = one + one
    #expect(both.total.pairs == 18 && both.total.opened == 8)
    #expect(abs(both.brier - one.brier) < 1e-12)
  }
}
