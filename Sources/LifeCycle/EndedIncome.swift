import Banking

/// What a client no longer brings, or has begun to cost, for reasons that say nothing of its leaving: a contract that ended or runs
/// down, such as a loan that is repaid, on its day or sooner, a product that costs the bank more than it brings, and one that has
/// become cheaper for all.
package struct EndedIncome: Codable, Sendable {
  /// By product: whether its accounts are contracts, which end on a date. Empty at earlier dates than the snapshot's.
  private let contracts: [Bool]
  private let tariffs: Tariffs

  /// Products of which most open accounts mature.
  init(_ view: Vantage) {
    guard view.isTonight else {
      contracts = []
      tariffs = Tariffs()
      return
    }
    var open = [Int](repeating: 0, count: view.snapshot.catalogue.count)
    var maturing = open
    for holding in view.snapshot.holdings where holding.isHeld {
      open[Int(holding.product)] += 1
      if holding.maturesOn != nil { maturing[Int(holding.product)] += 1 }
    }
    contracts = zip(open, maturing).map { $1 > 0 && $1 * 2 >= $0 }
    tariffs = Tariffs(view, but: contracts)
  }

  /// A change of income as it would be had the client never had such contracts, nor taken such products, at the prices of before. The
  /// same at earlier dates than the snapshot's; nil where nothing is left of the usual income.
  func without(_ change: LevelChange, _ view: Vantage, client: Int) -> LevelChange? {
    guard view.isTonight, !contracts.isEmpty, change.measure == .income, change.share < 0 else { return change }
    var left = change
    for holding in view.snapshot.holdings(of: client) {
      let (ended, cost) = part(holding, usual: change.usualMonth, view)
      left.usual -= ended
      left.now += cost
      // What the bank's movement is divided by has the price in it.
      guard change.basis != .bankMovement else { continue }
      left.now += tariffs.lost(by: holding, held: view.snapshot.heldMonths(holding, ofLast: 12))
    }
    guard left.usual > 0 else { return nil }
    left.share = max(-1, min(0, (left.now - left.usual) / left.usual))
    return left
  }

  /// What of the usual income came from a contract that ended, or from what of one has run down since, and what a product taken
  /// since costs; a month, in minor units.
  private func part(_ holding: Holding, usual: Month, _ view: Vantage) -> (ended: Double, cost: Double) {
    let snapshot = view.snapshot
    let spells = snapshot.spells(of: holding)
    guard let last = spells.last else { return (0, 0) }
    let wasUsual = spells.contains { $0.holds(in: usual) }
    let now = Double(holding.income3) / 3
    if last.end == nil {
      guard wasUsual else { return (0, max(0, -now)) }
      return contracts[Int(holding.product)] ? (runDown(holding, to: now, since: usual, view), 0) : (0, 0)
    }
    // What brings in two of the last three months is still in their median.
    let recent = (0..<3).count { last.holds(in: view.lastMonth.advanced(by: -$0)) }
    guard wasUsual, recent < 2, contracts[Int(holding.product)] else { return (0, 0) }
    let months = snapshot.heldMonths(holding, ofLast: 12) - recent
    return (max(0, Double(holding.income12 - holding.income3) / Double(max(1, months))), 0)
  }
}

extension EndedIncome {
  /// What a contract that is still held brought more a month at an earlier time: from the last three months and those of its year
  /// before them (of a whole year the middles are six months apart), as if it had gone down as evenly all the time.
  private func runDown(_ holding: Holding, to now: Double, since usual: Month, _ view: Vantage) -> Double {
    let earlier = view.snapshot.heldMonths(holding, ofLast: 12) - 3
    guard earlier > 0, view.months >= 12 else { return 0 }
    let before = Double(holding.income12 - holding.income3) / Double(earlier)
    return max(0, before - now) * Double(view.lastMonth.months(since: usual) - 1) / (Double(earlier + 3) / 2)
  }
}

extension Spell {
  /// Whether it was held on some day of the month.
  fileprivate func holds(in month: Month) -> Bool {
    start.map { $0 <= month.lastDay } ?? true && end.map { $0 > month.firstDay } ?? true
  }
}
