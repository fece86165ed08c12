import Banking
import Features
import Glibc

/// Boosted trees for the question "which one of the products": one tree a product and round, softmax loss (Friedman,
/// "Greedy Function Approximation", 2001, section 4.6).
struct SoftmaxTrees: Codable, Sendable {
  /// By product: log share among the rows, the answer before any tree.
  let base: [Float]
  /// By product, its trees.
  let trees: [[BoostedTree]]

  /// Histogram entries one fit may touch, about; many products are learned in fewer, longer steps.
  static let work = 1.2e10

  static func fit(
    _ rows: HoldingRows, settings: BoostingSettings, random: SeededRandom, threads: Int
  ) async -> [SoftmaxTrees] {
    var settings = settings
    let round = Double(rows.values.count) * Double(rows.products) * 3 * Double(settings.ensembles)
    let rounds = min(settings.rounds, max(10, Int(work / max(1, round))))
    settings.learningRate = min(0.3, settings.learningRate * Double(settings.rounds) / Double(rounds))
    settings.rounds = rounds
    let grower = await TreeGrower(rows.values, inputs: rows.inputs, settings: settings, threads: threads)
    var members: [SoftmaxTrees] = []
    for member in 0..<settings.ensembles {
      members.append(await SoftmaxTrees(rows, grower: grower, random: random.stream(UInt64(member)), threads: threads))
    }
    return members
  }

  init(_ rows: HoldingRows, grower: TreeGrower, random: SeededRandom, threads: Int) async {
    var random = random
    let products = rows.products
    var counts = [Double](repeating: 0.5, count: products)
    for product in rows.product { counts[Int(product)] += 1 }
    let base = counts.map { Float(log($0 / counts.reduce(0, +))) }
    self.base = base
    let settings = grower.settings
    let learned = (0..<products).filter { counts[$0] >= Double(settings.minimumRows) }
    var answers = base.map { [Float](repeating: $0, count: rows.count) }
    var trees = [[BoostedTree]](repeating: [], count: products)
    for _ in 0..<settings.rounds where learned.count > 1 {
      let allowed = learned.map { _ in grower.chosenInputs(&random) }
      let round = await Self.round(rows, learned, answers, grower, allowed, threads: threads)
      for (product, grown) in zip(learned, round) {
        answers[product] = grown.answers
        if grown.tree.nodes.count > 1 { trees[product].append(grown.tree) }
      }
    }
    self.trees = trees
  }

  /// A tree for each of the products, and what the product's answers are with it: in one round no product looks at
  /// another's new tree.
  private static func round(
    _ rows: HoldingRows, _ products: [Int], _ answers: [[Float]], _ grower: TreeGrower, _ allowed: [[Int]], threads: Int
  ) async -> [(tree: BoostedTree, answers: [Float])] {
    let totals = await normalisers(answers, threads: threads)
    return await inParallel(products.count, threads: threads) { place in
      let product = products[place]
      var (grower, answers) = (grower, answers[product])
      let gradients = Self.gradients(answers, totals) { Int(rows.product[$0]) == product }
      let tree = grower.grow(gradients, allowed[place], answers: &answers)
      return (tree, answers)
    }
  }

  /// By row: log of the sum of exponentials over the products.
  private static func normalisers(_ answers: [[Float]], threads: Int) async -> [Float] {
    let pieces = chunks(of: answers[0].count)
    return await inParallel(pieces.count, threads: threads) { piece in
      pieces[piece].map { row in
        var top = -Float.infinity
        for answer in answers { top = max(top, answer[row]) }
        var sum: Float = 0
        for answer in answers { sum += exp(answer[row] - top) }
        return top + log(sum)
      }
    }.flatMap(\.self)
  }

  /// Gradient and curvature of each row.
  private static func gradients(
    _ answers: [Float], _ totals: [Float], isProduct: (Int) -> Bool
  ) -> [Int64] {
    var gradients = [Int64](repeating: 0, count: 2 * answers.count)
    for row in answers.indices {
      let p = Double(exp(answers[row] - totals[row]))
      gradients[2 * row] = Int64((p - (isProduct(row) ? 1 : 0)) * TreeGrower.unit)
      gradients[2 * row + 1] = Int64(p * (1 - p) * TreeGrower.unit)
    }
    return gradients
  }

  func answer(_ product: Int, _ row: UnsafeBufferPointer<Float>) -> Float {
    var sum = base[product]
    for tree in trees[product] { sum += tree.answer(row) }
    return sum
  }
}
