import Banking
import Testing

@testable import Gaps

struct TreeScorerTests {
  /// A tree of so many leaves at most, split anywhere.
  private static func tree(_ random: inout SeededRandom, inputs: Int, leaves: Int) -> BoostedTree {
    var nodes = [BoostedTree.Node(input: -1, threshold: 0, left: 0, value: Float(random.uniform()))]
    for _ in 1..<leaves {
      let ends = nodes.indices.filter { nodes[$0].input < 0 }
      let place = ends[random.below(ends.count)]
      nodes[place].input = Int32(random.below(inputs))
      nodes[place].threshold = Float(random.below(8)) / 4
      nodes[place].left = Int32(nodes.count)
      for _ in 0..<2 {
        nodes.append(.init(input: -1, threshold: 0, left: 0, value: Float(random.uniform() - 0.5)))
      }
    }
    return BoostedTree(nodes: nodes)
  }

  /// Every tree walked down.
  private static func walked(_ members: [BoostedTrees], _ row: [Float]) -> Float {
    row.withUnsafeBufferPointer { row in
      let sums = members.map { $0.trees.reduce(Float(0)) { $0 + $1.answer(row) } }
      return sums.reduce(0, +) / Float(members.count)
    }
  }

  @Test("The quick answers are those of walking down the trees, to the bit", arguments: UInt64(1)...8)
  func same(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let inputs = 6
    let members = (0..<3).map { _ in
      BoostedTrees(
        trees: (0..<random.below(12)).map { _ in
          let leaves = [1, 2, 5, 16, 64][random.below(5)]
          return Self.tree(&random, inputs: inputs, leaves: leaves)
        })
    }
    var scorer = TreeScorer(TreeCuts(members, inputs: inputs))
    func value(_ random: inout SeededRandom) -> Float { random.below(5) == 0 ? .nan : Float(random.below(9)) / 4 }
    for _ in 0..<50 {
      let common = (0..<2).map { _ in value(&random) }
      scorer.turn(common: common)
      for _ in 0..<10 {
        let row = (0..<inputs - 2).map { _ in value(&random) } + common
        #expect(scorer.answer(row).bitPattern == Self.walked(members, row).bitPattern, "seed \(seed)")
      }
    }
  }

  @Test("Without trees the answer is nothing")
  func none() {
    var scorer = TreeScorer(TreeCuts([], inputs: 3))
    scorer.turn(common: [1])
    #expect(scorer.answer([1, 2, 3]) == 0)
  }
}
