package import Banking
package import Features

/// Judges how a client uses what it holds.
package struct HeldUse: Sendable {
  private let settings: GapSettings
  /// By product: whether its holders are active as a rule, so that silence means something.
  package let isActiveByNature: [Bool]

  /// - Parameter isActiveByNature: as learned before.
  package init(isActiveByNature: [Bool], settings: GapSettings) {
    self.isActiveByNature = isActiveByNature
    self.settings = settings
  }

  package init(_ table: FeatureTable, settings: GapSettings) {
    self.settings = settings
    var holders = [Int](repeating: 0, count: table.productCount)
    var active = holders
    for client in 0..<table.clientCount where table.isPeer(client) {
      for holding in table.snapshot.holdings(of: client) where holding.isHeld {
        holders[Int(holding.product)] += 1
        let silence = settings.silence(of: Int(holding.product), table.billing)
        if !table.snapshot.isSilent(holding, months: silence) { active[Int(holding.product)] += 1 }
      }
    }
    isActiveByNature = zip(holders, active).map {
      $0 > 0 && Double($1) >= settings.minimumActiveShare * Double($0)
    }
  }

  /// - Parameters:
  ///   - typicalOperations: a month, of the profile's typical holder; nil where not known.
  ///   - typicalIncome: a month, in minor units; nil where not known.
  ///   - isCalledAbout: whether a call about its use waits for its manager.
  /// - Returns: nil where the product is well used, too new to tell, or nothing is known of its use: three months say nothing of
  ///   what is charged less often, unless it is silent for a whole cycle.
  package func gap(
    _ table: FeatureTable, client: Int, holding: Holding, typicalOperations: Double?, typicalIncome: Int64?,
    isCalledAbout: Bool
  ) -> GapKind? {
    let snapshot = table.snapshot
    let product = Int(holding.product)
    let silence = settings.silence(of: product, table.billing)
    guard snapshot.hasActivity, isActiveByNature[product], snapshot.isHeldLonger(holding, thanMonths: silence) else {
      return nil
    }
    if snapshot.isSilent(holding, months: silence) { return .dormant }
    guard table.billing[product] <= 3 else { return nil }
    guard let typicalOperations, let typicalIncome, typicalOperations > 0, typicalIncome > 0 else { return nil }
    let typical = (operations: typicalOperations, income: Double(typicalIncome))
    return isUnderUsed(table, client, holding, typical, isCalledAbout: isCalledAbout) ? .underUsed : nil
  }

  /// - Parameter typical: a month.
  private func isUnderUsed(
    _ table: FeatureTable, _ client: Int, _ holding: Holding, _ typical: (operations: Double, income: Double),
    isCalledAbout: Bool
  ) -> Bool {
    func isLow(_ operations: Int32, _ income: Int64, _ months: Int, _ share: Double) -> Bool {
      let months = Double(max(1, months))
      return Double(operations) / months < share * typical.operations
        && Double(income) / months < share * typical.income
    }
    let months = min(Int(table.figures[client].observed3), table.snapshot.heldMonths(holding, ofLast: 3))
    let share = isCalledAbout ? settings.underUsedStay : settings.underUsedShare
    guard isLow(holding.operations3, holding.income3, months, share) else { return false }
    // What is typical is so over the year: three months of a low season say nothing, unless the year is low too.
    let year = table.observedMonths(of: client, holding)
    return isCalledAbout || isLow(holding.operations12, holding.income12, year, settings.underUsedStay)
  }
}

extension GapSettings {
  /// Months without use after which a product is dormant: between two charges it need not show any.
  fileprivate func silence(of product: Int, _ billing: BillingCycles) -> Int { max(dormantMonths, billing[product]) }
}

extension Snapshot {
  fileprivate func isSilent(_ holding: Holding, months: Int) -> Bool {
    guard let last = holding.lastActive else { return true }
    return lastMonth.months(since: last) >= months
  }

  fileprivate func isHeldLonger(_ holding: Holding, thanMonths months: Int) -> Bool {
    guard let start = spells(of: holding).last?.start else { return true }
    return lastMonth.months(since: start.calendarMonth) >= months
  }
}
