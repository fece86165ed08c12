import Banking
import Glibc

/// Boosted trees for a yes-or-no question (logistic loss), on top of a given log-odds for each row.
struct BoostedTrees: Sendable {
  let trees: [BoostedTree]

  /// Averages of the answers of ensembles, each grown without one part of the clients.
  static func fit(
    _ rows: TransitionRows, settings: BoostingSettings, members: Int, random: SeededRandom, threads: Int
  ) async -> [BoostedTrees] {
    let bins = FeatureBins(rows.values, inputs: rows.inputs)
    let steps = bins.steps(rows.values)
    return await inParallel(members, threads: threads) { member in
      let chosen = rows.part.indices.filter { members == 1 || rows.part[$0] != UInt8(member) % TransitionRows.parts }
      return BoostedTrees(
        rows, chosen, grower: TreeGrower(bins: bins, steps: steps, rows: chosen, settings: settings),
        settings: settings, random: random.stream(UInt64(member)))
    }
  }

  init(
    _ rows: TransitionRows, _ chosen: [Int], grower: TreeGrower, settings: BoostingSettings, random: SeededRandom
  ) {
    var random = random
    var grower = grower
    var answers = chosen.map { rows.level[$0] }
    var gradients = [Int64](repeating: 0, count: 2 * chosen.count)
    var trees: [BoostedTree] = []
    for _ in 0..<settings.rounds {
      for (position, row) in chosen.enumerated() {
        let probability = 1 / (1 + exp(-Double(answers[position])))
        let weight = Double(rows.weight[row]) * TreeGrower.unit
        gradients[2 * position] = Int64(weight * (probability - (rows.isOpened[row] ? 1 : 0)))
        gradients[2 * position + 1] = Int64(weight * probability * (1 - probability))
      }
      let tree = grower.grow(gradients, random: &random, answers: &answers)
      guard tree.nodes.count > 1 else { break }
      trees.append(tree)
    }
    self.trees = trees
  }

  func answer(_ row: UnsafeBufferPointer<Float>) -> Float {
    var sum: Float = 0
    for tree in trees { sum += tree.answer(row) }
    return sum
  }
}

extension [BoostedTrees] {
  /// The ensembles' average.
  func answer(_ row: [Float]) -> Float {
    row.withUnsafeBufferPointer { row in
      var sum: Float = 0
      for member in self { sum += member.answer(row) }
      return sum / Float(Swift.max(1, count))
    }
  }

  /// By input: what it added to the average.
  func contributions(_ row: [Float]) -> [Double] {
    var contributions = [Double](repeating: 0, count: row.count)
    for member in self { for tree in member.trees { _ = tree.explain(row, into: &contributions) } }
    return contributions.map { $0 / Double(Swift.max(1, count)) }
  }
}
