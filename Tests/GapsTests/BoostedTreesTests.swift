import Banking
import Glibc
import Testing

@testable import Gaps

@Suite struct BoostedTreesTests {
  private let settings = BoostingSettings(
    rounds: 3, learningRate: 0.3, maximumLeaves: 4, minimumRows: 3, regularisation: 1, inputShare: 1, ensembles: 1)

  private func rows(order: [Int]) -> TransitionRows {
    var rows = TransitionRows(inputs: 2)
    for i in order {
      rows.values += [Float((7 * i) % 11), Float((i * i) % 13)]
      rows.isOpened.append((7 * i) % 11 > 6 || ((i * i) % 13 < 3 && i % 3 == 0))
      rows.level.append(0)
      rows.weight.append(1)
    }
    return rows
  }

  private func answers(_ order: [Int], threads: Int = 1) async -> [Float] {
    let learned = rows(order: order)
    let trees = await BoostedTrees.fit(learned, settings: settings, random: SeededRandom(seed: 1), threads: threads)
    return (0..<40).map { trees.answer([Float((7 * $0) % 11), Float(($0 * $0) % 13)]) }
  }

  @Test("Answers agree with LightGBM's on the same rows and settings (Benchmarks/fixtures/boosted_trees.py)")
  func lightGBM() async {
    let (low, middle, high) = (-1.237127, -0.168672, 1.17795)
    let expected = [
      middle, high, low, high, low, low, high, low, low, high, low, low, high, middle, high, low, low, high, low, low,
      high, low, low, high, low, high, middle, middle, high, low, low, high, low, low, high, low, high, low, middle,
      high,
    ]
    for (answer, expected) in zip(await answers(Array(0..<40)), expected) {
      #expect(abs(Double(answer) - expected) < 2e-5)
    }
  }

  @Test("The order of the rows changes nothing, to the bit")
  func order() async {
    #expect(await answers(Array(0..<40)) == answers(Array((0..<40).reversed())))
  }

  @Test(
    "With more rows than are read at once neither their order nor the number of threads changes anything, to the bit")
  func manyRows() async {
    let rows = Array(0..<5000)
    let expected = await answers(rows)
    #expect(await answers(rows.reversed()) == expected)
    #expect(await answers(rows, threads: 3) == expected)
    #expect(Set(expected).count > 1)
  }

  @Test("Contributions of the inputs and the roots' answers add up to the answer")
  func contributions() async {
    let trees = await BoostedTrees.fit(
      rows(order: Array(0..<40)), settings: settings, random: SeededRandom(seed: 1), threads: 1)
    var contributions = [0.0, 0.0]
    var sum = 0.0
    for tree in trees[0].trees { sum += tree.explain([8, 1], into: &contributions) }
    #expect(abs(sum + contributions[0] + contributions[1] - Double(trees.answer([8, 1]))) < 1e-6)
  }

  @Test("Unknown values go with the lowest or apart from all, and never fail")
  func unknown() async {
    var rows = TransitionRows(inputs: 1)
    for i in 0..<40 {
      rows.values.append(i % 2 == 0 ? .nan : Float(i))
      rows.isOpened.append(i % 2 == 0)
      rows.level.append(0)
      rows.weight.append(1)
    }
    let trees = await BoostedTrees.fit(rows, settings: settings, random: SeededRandom(seed: 1), threads: 1)
    #expect(trees.answer([.nan]) > 0.5)
    #expect(trees.answer([5]) < -0.5)
  }

  @Test("The level makes probabilities sum to what is expected", arguments: [0.001, 1, 2.5, 2.999])
  func level(expected: Double) {
    let odds: [Float] = [-3, 0.5, 2]
    let level = LevelCalibration.level(odds, expected: expected)
    let sum = odds.map { 1 / (1 + exp(-(Double($0) + level))) }.reduce(0, +)
    #expect(abs(sum - expected) < 1e-5)
  }

  @Test("An impossible expectation gives an extreme level, not a failure", arguments: [0.0, 3, 10])
  func impossible(expected: Double) {
    #expect(LevelCalibration.level([-3, 0.5, 2], expected: expected).isFinite)
    #expect(LevelCalibration.level([], expected: expected) == 0)
  }
}

extension [BoostedTrees] {
  fileprivate func answer(_ row: [Float]) -> Float {
    var scorer = TreeScorer(TreeCuts(self, inputs: row.count))
    scorer.turn(common: [])
    return scorer.answer(row)
  }
}
