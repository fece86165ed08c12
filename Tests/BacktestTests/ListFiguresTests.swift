import Testing

@testable import Backtest

/// Cases worked out by hand from the definitions of the scoring script.
@Suite struct ListFiguresTests {
  @Test("The first and third of three wanted: precision 1 and 2/3, recall by place, discounted gain")
  func mixed() {
    let figures = ListFigures([4, 9, 7, 1], wanted: [4, 7, 8])
    #expect(abs(figures.averagePrecision - (1 + 2.0 / 3) / 3) < 1e-12)
    #expect(abs(figures.recall1 - 1.0 / 3) < 1e-12)
    #expect(abs(figures.recall3 - 2.0 / 3) < 1e-12)
    #expect(abs(figures.recall7 - 2.0 / 3) < 1e-12)
    // (1 + 1/2) / (1 + 1/log2(3) + 1/2)
    #expect(abs(figures.gain - 1.5 / (1.5 + 0.630_929_753_571_457_4)) < 1e-12)
  }

  @Test("A perfect list scores one in every figure, whatever follows the wanted")
  func perfect() {
    #expect(ListFigures([3, 1, 2], wanted: [3]).values == [1, 1, 1, 1, 1])
    #expect(ListFigures([1, 3, 2], wanted: [3, 1]).values == [1, 0.5, 1, 1, 1])
  }

  @Test("Nothing beyond the seventh place counts; eight wanted can be perfect with seven, but not recalled")
  func cut() {
    #expect(ListFigures([1, 2, 3, 4, 5, 6, 7, 0], wanted: [0]).values == [0, 0, 0, 0, 0])
    let figures = ListFigures([1, 2, 3, 4, 5, 6, 7], wanted: [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(abs(figures.averagePrecision - 1) < 1e-12)
    #expect(abs(figures.recall7 - 7.0 / 8) < 1e-12)
    #expect(abs(figures.gain - 1) < 1e-12)
  }

  @Test("An empty list scores zero")
  func empty() {
    #expect(ListFigures([], wanted: [1]).values == [0, 0, 0, 0, 0])
  }
}
