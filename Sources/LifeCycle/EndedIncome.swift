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

  /// Whether a product's accounts are contracts: what one that ended or runs down brought is in no change of income.
  package func leavesOut(_ product: Int) -> Bool { contracts.indices.contains(product) && contracts[product] }

  /// A change of income as it would be had the client never had such contracts, nor taken such products, at the prices of before. The
  /// same at earlier dates than the snapshot's; nil where nothing is left of the usual income.
  func without(_ change: LevelChange, _ view: Vantage, client: Int) -> LevelChange? {
    guard view.isTonight, !contracts.isEmpty, change.measure == .income, change.share < 0 else { return change }
    var left = change
    for holding in view.snapshot.holdings(of: client) {
      let (ended, cost) = part(holding, of: change, view)
      left.usual -= ended
      left.now += cost
      // What the bank's movement is divided by has the price in it.
      guard change.basis != .bankMovement else { continue }
      left.now += tariffs.lost(by: holding, held: view.snapshot.heldMonths(holding, ofLast: 12))
    }
    guard left.usual > 0 else { return nil }
    left.share = max(-1, min(0, (left.now - left.usual) / left.usual))
    // Where a contract was most of it, the month that all of it fell in is the contract's, not the rest's.
    if change.usual - left.usual > (change.usual - change.now) / 2 { left.since = nil }
    return left
  }

  /// What of the usual income came from a contract that ended, or from what of one has run down since, and what a product taken
  /// since costs; a month, in minor units.
  private func part(_ holding: Holding, of change: LevelChange, _ view: Vantage) -> (ended: Double, cost: Double) {
    let spells = view.snapshot.spells(of: holding)
    guard let last = spells.last else { return (0, 0) }
    let wasUsual = spells.contains { $0.holds(in: change.usualMonth) }
    let now = Double(holding.income3) / 3
    guard last.end != nil || wasUsual else { return (0, max(0, -now)) }
    guard wasUsual, contracts[Int(holding.product)] else { return (0, 0) }
    guard let end = last.end else { return (max(0, usual(holding, last, change, now: now, view) - now), 0) }
    // What brings in two of the last three months is still in their median; where it ended in the second, what it brought by then.
    let recent = Self.recentMonths(of: last, view)
    guard recent < 3 else { return (0, 0) }
    let lastDay = end.advanced(byDays: -1)
    let passed = Double(lastDay.dayNumber - lastDay.calendarMonth.firstDay.dayNumber + 1) / 31
    let left = recent == 2 ? Double(holding.income3) * passed / (1 + passed) : 0
    return (max(0, usual(holding, last, change, now: left, view) - left), 0)
  }
}

extension EndedIncome {
  /// What a contract brought a month when the client's income was as usual.
  /// - Parameters:
  ///   - last: its last spell.
  ///   - now: what it brings.
  private func usual(
    _ holding: Holding, _ last: Spell, _ change: LevelChange, now: Double, _ view: Vantage
  ) -> Double {
    // The usual level is the middle of three months, of which a contract's are alike or go one way; more than the client brought is
    // a fee, and nothing where the bank has no such month.
    let then = Double(holding.incomeYearAgo)
    if change.basis == .sameMonthsLastYear, view.billing[Int(holding.product)] <= 1, then > 0, then <= change.usual {
      return then
    }
    guard last.end != nil else {
      return now + runDown(holding, to: now, since: change.usualMonth, view)
    }
    let months = view.snapshot.heldMonths(holding, ofLast: 12) - Self.recentMonths(of: last, view)
    return Double(holding.income12 - holding.income3) / Double(max(1, months))
  }

  /// Of the last three months, those that it was held in.
  private static func recentMonths(of last: Spell, _ view: Vantage) -> Int {
    (0..<3).count { last.holds(in: view.lastMonth.advanced(by: -$0)) }
  }

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
