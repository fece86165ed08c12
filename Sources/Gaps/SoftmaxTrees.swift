import Banking
import Glibc

/// Boosted trees for the question "which one of the products": one tree a product and round, softmax loss (Friedman,
/// "Greedy Function Approximation", 2001, section 4.6).
struct SoftmaxTrees: Sendable {
  /// By product: log share among the rows, the answer before any tree.
  let base: [Float]
  /// By product, its trees.
  let trees: [[BoostedTree]]

  /// Histogram entries one fit may touch, about; many products are learned from fewer rounds.
  static let work = 8e9

  static func fit(
    _ rows: HoldingRows, settings: BoostingSettings, members: Int, random: SeededRandom, threads: Int
  ) async -> [SoftmaxTrees] {
    let bins = FeatureBins(rows.values, inputs: rows.inputs)
    let steps = bins.steps(rows.values)
    var settings = settings
    let round = Double(rows.values.count) * Double(rows.products) * 3 * Double(members)
    settings.rounds = min(settings.rounds, max(10, Int(work / max(1, round))))
    let bounded = settings
    return await inParallel(members, threads: threads) { member in
      let chosen = rows.part.indices.filter { members == 1 || rows.part[$0] != UInt8(member) % TransitionRows.parts }
      return SoftmaxTrees(
        rows, chosen, grower: TreeGrower(bins: bins, steps: steps, rows: chosen, settings: bounded),
        settings: bounded, random: random.stream(UInt64(member)))
    }
  }

  init(_ rows: HoldingRows, _ chosen: [Int], grower: TreeGrower, settings: BoostingSettings, random: SeededRandom) {
    var random = random
    let products = rows.products
    var grower = grower
    var counts = [Double](repeating: 0.5, count: products)
    for row in chosen { counts[Int(rows.product[row])] += 1 }
    let base = counts.map { Float(log($0 / counts.reduce(0, +))) }
    self.base = base
    let learned = (0..<products).filter { counts[$0] >= Double(settings.minimumRows) }
    var answers = base.map { [Float](repeating: $0, count: chosen.count) }
    var trees = [[BoostedTree]](repeating: [], count: products)
    for _ in 0..<settings.rounds where learned.count > 1 {
      let totals = Self.normalisers(answers)
      for product in learned {
        let gradients = Self.gradients(answers[product], totals, chosen) { Int(rows.product[$0]) == product }
        let tree = grower.grow(gradients, random: &random, answers: &answers[product])
        if tree.nodes.count > 1 { trees[product].append(tree) }
      }
    }
    self.trees = trees
  }

  /// By row: log of the sum of exponentials over the products.
  private static func normalisers(_ answers: [[Float]]) -> [Float] {
    (0..<answers[0].count).map { row in
      var top = -Float.infinity
      for answer in answers { top = max(top, answer[row]) }
      var sum: Float = 0
      for answer in answers { sum += exp(answer[row] - top) }
      return top + log(sum)
    }
  }

  /// Two a row; the curvature is the usual K / (K - 1) × p (1 - p) with the factor bounded by 2.
  private static func gradients(
    _ answers: [Float], _ totals: [Float], _ chosen: [Int], isProduct: (Int) -> Bool
  ) -> [Int64] {
    var gradients = [Int64](repeating: 0, count: 2 * chosen.count)
    for (position, row) in chosen.enumerated() {
      let p = Double(exp(answers[position] - totals[position]))
      gradients[2 * position] = Int64((p - (isProduct(row) ? 1 : 0)) * TreeGrower.unit)
      gradients[2 * position + 1] = Int64(p * (1 - p) * TreeGrower.unit)
    }
    return gradients
  }

  func answer(_ product: Int, _ row: UnsafeBufferPointer<Float>) -> Float {
    var sum = base[product]
    for tree in trees[product] { sum += tree.answer(row) }
    return sum
  }
}
