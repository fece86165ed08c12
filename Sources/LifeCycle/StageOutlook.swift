import Banking

/// What a stage means for the months that follow it, learned from the stages said at the bank's own past month ends:
/// by what the hazard of leaving is multiplied, and what share of its income a client that stays goes on to bring.
struct StageOutlook: Codable, Sendable {
  /// Months after the stage was said whose figures are taken together; beyond them the stage says nothing of leaving,
  /// and income stays where it had come to.
  static let spans = [1...3, 4...6, 7...9, 10...12]

  /// By stage (`place`), then by span.
  private(set) var hazardRatio: [[Double]]
  private(set) var incomeKept: [[Double]]

  /// Nothing known: every stage as the cohort.
  init() {
    hazardRatio = Array(repeating: Array(repeating: 1, count: Self.spans.count), count: Self.places)
    incomeKept = hazardRatio
  }

  init(_ past: StagesOverTime, _ survival: Survival, cohorts: [Int32], levelMonths: Int) {
    self.init()
    guard let tonight = past.monthEnds.last else { return }
    var seen = Array(repeating: Array(repeating: SpanCounts(), count: Self.spans.count), count: Self.places)
    let season = Season(tonight.norms.movement)
    let now = IncomeLevels(tonight.view, season, months: levelMonths)
    for end in past.monthEnds.dropLast() {
      let back = tonight.view.months - end.view.months
      let levels = IncomeLevels(end.view, season, months: levelMonths)
      for (client, stage) in zip(end.view.clients, end.stages) {
        guard let life = survival.lives[client] else { continue }
        let follow = Following(
          life: life, age: life.seen + 1 - back, curve: survival.curves[Int(cohorts[client])],
          level: levels.level(of: client) ?? 0)
        for (span, months) in Self.spans.enumerated() {
          for month in months where month <= back {
            seen[Self.place(stage?.stage)][span].add(
              follow, after: month, brought: now.brought(by: client, in: end.view.months - 1 + month))
          }
        }
      }
    }
    settle(seen, prior: survival.settings.priorDepartures)
  }

  private mutating func settle(_ seen: [[SpanCounts]], prior: Double) {
    for span in Self.spans.indices {
      let all = seen.reduce(into: SpanCounts()) { $0 += $1[span] }
      let kept = all.level > 0 ? all.income / all.level : 1
      for place in 0..<Self.places {
        let own = seen[place][span]
        hazardRatio[place][span] = prior > 0 || own.expected > 0 ? (own.ended + prior) / (own.expected + prior) : 1
        // A hundred of its own months go with the bank, so that a rare stage does not rest on a few clients.
        let weight = Self.priorMonths * own.level / Double(max(1, own.months))
        incomeKept[place][span] = own.level > 0 ? (own.income + weight * kept) / (own.level + weight) : kept
      }
    }
  }

  private static let priorMonths = 100.0

  static let places = Stage.allCases.count + 1

  /// The last place is of clients without a stage.
  static func place(_ stage: Stage?) -> Int { stage.flatMap { Stage.allCases.firstIndex(of: $0) } ?? places - 1 }

  /// Of a month after the stage was said: 1, 2, …
  static func span(of month: Int) -> Int? { spans.firstIndex { $0.contains(month) } }
}

/// A client at a past month end.
private struct Following {
  let life: ObservedLife
  /// Months of life then, the last one counted in.
  let age: Int
  let curve: SurvivalCurve
  let level: Double
}

private struct SpanCounts {
  var expected = 0.0
  var ended = 0.0
  var level = 0.0
  var income = 0.0
  var months = 0

  /// A life that reached month `age + after − 1` may end with it; the income of the month after the stage is what those
  /// bring whose life had not ended before.
  mutating func add(_ client: Following, after month: Int, brought: (income: Double, season: Double)?) {
    let reached = client.age + month - 1
    guard client.life.ended >= reached || client.life.gone < 1 else { return }
    let there = client.life.ended >= reached ? 1 : 1 - client.life.gone
    expected += there * client.curve.hazard(month: reached)
    if client.life.ended == reached { ended += client.life.gone }
    guard let brought, client.life.ended > reached || client.life.gone < 1 else { return }
    let stays = client.life.ended > reached ? 1 : 1 - client.life.gone
    // Of the sums, as of levels: the season of a month of refunds is next to nothing.
    level += stays * client.level * brought.season
    income += stays * brought.income
    months += 1
  }

  static func += (a: inout SpanCounts, b: SpanCounts) {
    a.expected += b.expected
    a.ended += b.ended
    a.level += b.level
    a.income += b.income
    a.months += b.months
  }
}
