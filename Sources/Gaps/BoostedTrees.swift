import Banking
import Features
import Glibc

/// Boosted trees for a yes-or-no question (logistic loss), on top of a given log-odds for each row.
struct BoostedTrees: Codable, Sendable {
  let trees: [BoostedTree]

  /// Ensembles to be averaged; they differ in the inputs that each tree may split on.
  static func fit(
    _ rows: TransitionRows, settings: BoostingSettings, random: SeededRandom, threads: Int
  ) async -> [BoostedTrees] {
    let grower = await TreeGrower(rows.values, inputs: rows.inputs, settings: settings, threads: threads)
    return await inParallel(settings.ensembles, threads: threads) { member in
      BoostedTrees(rows, grower: grower, rounds: settings.rounds, random: random.stream(UInt64(member)))
    }
  }

  init(trees: [BoostedTree]) { self.trees = trees }

  init(_ rows: TransitionRows, grower: TreeGrower, rounds: Int, random: SeededRandom) {
    var random = random
    var grower = grower
    var answers = rows.level
    var gradients = [Int64](repeating: 0, count: 2 * rows.count)
    var trees: [BoostedTree] = []
    for _ in 0..<rounds {
      for row in 0..<rows.count {
        let probability = 1 / (1 + exp(-Double(answers[row])))
        let weight = Double(rows.weight[row]) * TreeGrower.unit
        gradients[2 * row] = Int64(weight * (probability - (rows.isOpened[row] ? 1 : 0)))
        gradients[2 * row + 1] = Int64(weight * probability * (1 - probability))
      }
      let tree = grower.grow(gradients, grower.chosenInputs(&random), answers: &answers)
      guard tree.nodes.count > 1 else { break }
      trees.append(tree)
    }
    self.trees = trees
  }
}

extension [BoostedTrees] {
  /// By row and input: what it added to the average. Rows of so many inputs each stand one after the other, and a tree
  /// is fetched once for all of them.
  func contributions(_ rows: [Float], inputs: Int) -> [Double] {
    var contributions = [Double](repeating: 0, count: rows.count)
    rows.withUnsafeBufferPointer { rows in
      contributions.withUnsafeMutableBufferPointer { contributions in
        for member in self {
          for tree in member.trees { tree.explain(rows, inputs: inputs, into: contributions) }
        }
        let members = Double(Swift.max(1, count))
        for place in contributions.indices { contributions[place] /= members }
      }
    }
    return contributions
  }
}
