import Banking
import Features
import Glibc

/// Where there is no history: which product is the likeliest to be missing beside the ones the client holds, learned by
/// leaving out each held product in turn. Its probability is the share of clients like this one that hold the product,
/// not the chance of an opening.
struct HoldingModel: Sendable {
  let table: FeatureTable
  let answers: HoldingAnswers

  static func fit(
    _ table: FeatureTable, settings: AdoptionSettings, random: SeededRandom, threads: Int
  ) async -> HoldingModel {
    let rows = HoldingRows(table, settings: settings, random: random)
    let members = await SoftmaxTrees.fit(
      rows, settings: settings.holdingTrees, random: random, threads: threads)
    let unlevelled = HoldingModel(
      table: table, answers: HoldingAnswers(members: members, levels: HoldingLevels(table).byHeld))
    let answers = unlevelled.answers.raised(by: unlevelled.fittedLevel())
    return HoldingModel(table: table, answers: answers)
  }

  func probabilities(threads: Int) async -> [Float] {
    let p = table.productCount
    let pieces = chunks(of: table.clientCount)
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      var row = HoldingRow(table)
      var part = [Float](repeating: .nan, count: pieces[piece].count * p)
      for client in pieces[piece] where table.isPeer(client) {
        row.fill(client, without: nil)
        for product in 0..<p where !table.holds(client, product) {
          let odds = logOdds(product, row)
          part[(client - pieces[piece].lowerBound) * p + product] = Float(1 / (1 + exp(-odds)))
        }
      }
      return part
    }
    return parts.flatMap { $0 }
  }

  func reasons(_ client: Int, _ product: Int) -> [AdoptionReason] {
    var row = HoldingRow(table)
    row.fill(client, without: nil)
    var contributions = [Double](repeating: 0, count: row.values.count)
    for member in answers.members {
      for tree in member.trees[product] { _ = tree.explain(row.values, into: &contributions) }
    }
    return zip(row.names, contributions).map {
      AdoptionReason(input: $0, contribution: $1 / Double(answers.members.count))
    }
  }

  private func logOdds(_ product: Int, _ row: HoldingRow) -> Double {
    answers.levels[row.held]
      + row.values.withUnsafeBufferPointer { values in
        var sum = 0.0
        for member in answers.members { sum += Double(member.answer(product, values)) }
        return sum / Double(max(1, answers.members.count))
      }
  }

  /// From at most about 2,000 clients, each product judged with itself left out.
  private func fittedLevel() -> Double {
    var row = HoldingRow(table)
    var odds: [Float] = []
    var held = 0.0
    for client in stride(from: 0, to: table.clientCount, by: max(1, table.clientCount / 2_000))
    where table.isPeer(client) {
      for product in 0..<table.productCount {
        let holds = table.holds(client, product)
        row.fill(client, without: holds ? product : nil)
        odds.append(Float(logOdds(product, row)))
        if holds { held += 1 }
      }
    }
    return LevelCalibration.level(odds, expected: held)
  }
}

/// What is learned of which products are held together.
struct HoldingAnswers: Codable, Sendable {
  let members: [SoftmaxTrees]
  /// By the number of other products held: what turns the log-share of a product among those left out into its log-odds.
  let levels: [Double]

  func raised(by level: Double) -> HoldingAnswers {
    HoldingAnswers(members: members, levels: levels.map { $0 + level })
  }

  /// Whether anything beyond counting was learned.
  var hasTrees: Bool { members.contains { $0.trees.contains { !$0.isEmpty } } }
}
