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
    let months = Double(max(1, min(Int(table.figures[client].observed3), snapshot.heldMonths(holding, ofLast: 3))))
    guard let typicalOperations, let typicalIncome, typicalOperations > 0, typicalIncome > 0 else { return nil }
    func isLow(_ operations: Int32, _ income: Int64, _ months: Double, _ share: Double) -> Bool {
      Double(operations) / months < share * typicalOperations && Double(income) / months < share * Double(typicalIncome)
    }
    if isCalledAbout {
      return isLow(holding.operations3, holding.income3, months, settings.underUsedStay) ? .underUsed : nil
    }
    // What is typical is so over the year: three months of a low season say nothing, unless the year is low too.
    let year = Double(max(1, table.observedMonths(of: client, holding)))
    return isLow(holding.operations3, holding.income3, months, settings.underUsedShare)
      && isLow(holding.operations12, holding.income12, year, settings.underUsedStay) ? .underUsed : nil
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
    guard let spell = spells[Int(holding.spells.lowerBound)..<Int(holding.spells.upperBound)].last,
      let start = spell.start
    else { return true }
    return lastMonth.months(since: start.calendarMonth) >= months
  }
}
