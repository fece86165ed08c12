import Banking

/// What a client no longer brings, or has begun to cost, for reasons that say nothing of its leaving: a contract that came to
/// its end, such as a loan that was repaid, and a product that costs the bank more than it brings.
struct EndedIncome: Codable, Sendable {
  /// By product: whether its accounts are contracts, which end on a date.
  let contracts: [Bool]

  /// Products of which most open accounts mature.
  init(_ snapshot: Snapshot) {
    var open = [Int](repeating: 0, count: snapshot.catalogue.count)
    var maturing = open
    for holding in snapshot.holdings where holding.isHeld {
      open[Int(holding.product)] += 1
      if holding.maturesOn != nil { maturing[Int(holding.product)] += 1 }
    }
    contracts = zip(open, maturing).map { $1 > 0 && $1 * 2 >= $0 }
  }

  /// Whether a fall of income would be none to speak of had the client kept such contracts and not taken such products.
  /// False at earlier dates than the snapshot's: what single products brought is known for its own alone.
  /// - Parameter threshold: share from which a fall counts.
  func excuses(_ fall: LevelChange, _ view: Vantage, client: Int, threshold: Double) -> Bool {
    guard view.asOf == view.snapshot.asOf, fall.measure == .income, fall.usual > 0 else { return false }
    let gone = view.snapshot.holdings(of: client).reduce(0) { $0 + self.gone($1, fall, view) }
    return gone > 0 && (fall.now + gone - fall.usual) / fall.usual > -threshold
  }

  /// What the client would bring more a month but for such a product, in minor units.
  private func gone(_ holding: Holding, _ fall: LevelChange, _ view: Vantage) -> Double {
    let spells = view.snapshot.spells[Int(holding.spells.lowerBound)..<Int(holding.spells.upperBound)]
    guard let first = spells.first, let last = spells.last else { return 0 }
    let now = Double(holding.income3) / 3
    // Back from the last month to the first that the usual level was taken from, or to most of them.
    let compared = fall.basis == .sameMonthsLastYear ? 14 : 8
    let isUsual = first.start.map { view.lastMonth.months(since: $0.calendarMonth) >= compared } ?? true
    guard let end = last.end else { return isUsual ? 0 : max(0, -now) }
    guard isUsual, contracts[Int(holding.product)] else { return 0 }
    let isRecent = view.lastMonth.months(since: end.advanced(byDays: -1).calendarMonth) < 3
    let months =
      view.snapshot.heldMonths(holding, ofLast: 12) - (isRecent ? view.snapshot.heldMonths(holding, ofLast: 3) : 0)
    return max(0, Double(holding.income12 - holding.income3) / Double(max(1, months)) - now)
  }
}
