import Banking
import Glibc

extension FirmLife {
  /// One month of the firm's own business, whatever the bank does.
  mutating func advanceBusiness() {
    switchRegime()
    let drift = regime.drift
    var change = drift.mean + drift.spread * random.normal()
    if random.chance(0.006) { change -= random.within(0.2...0.6) }
    if random.chance(0.004) { change += random.within(0.15...0.5) }
    level *= exp(change)
    peak = max(peak, level)
    turnover = level * firm.trade.season[month.month - 1] / 100 * random.logNormal(spread: 0.12)
    usual += 0.16 * (turnover - usual)
    adjustStaff()
    adjustLiquidity()
    adjustTrade()
  }

  private mutating func switchRegime() {
    regimeMonths += 1
    for (next, chance) in regime.switches where random.chance(chance) {
      // Only a firm that has lost much of its business gives up.
      if next == .closing, level > 0.8 * peak { continue }
      regime = next
      regimeMonths = 0
      return
    }
  }

  private mutating func adjustStaff() {
    let target = level / firm.trade.perHead
    if target > Double(employees) + 0.6, random.chance(0.35) {
      employees += max(1, Int((target - Double(employees)) * 0.3))
    } else if target < Double(employees) * 0.8 - 0.5, random.chance(0.3) {
      employees -= max(1, employees / 10)
    }
  }

  /// The owner takes out most of the margin, and more when there is much.
  private mutating func adjustLiquidity() {
    let momentum = regime == .growing ? 0.03 : regime == .stable ? 0.01 : -0.05
    let earned = turnover * (firm.trade.margin + momentum + 0.13 * random.normal())
    let taken = level * firm.trade.margin * 0.7 + 0.1 * max(0, liquidity)
    liquidity = max(-0.3 * level, liquidity + earned - taken)
    surplusMonths = liquidity > 0.6 * level ? surplusMonths + 1 : 0
  }

  private mutating func adjustTrade() {
    wonTender = random.chance(firm.trade.tenders)
    if abroad > 0 {
      if random.chance(0.006) { abroad = 0 }
    } else if random.chance(firm.trade.abroad * (regime == .growing ? 0.010 : 0.004)) {
      abroad = random.within(0.05...0.5)
    }
  }

  /// Whether sales are far below the usual and the till is low.
  var hasGap: Bool { turnover < 0.8 * usual && liquidity < 0.45 * level }

  var cashSales: Double { turnover * firm.cash }
  var cardSales: Double { turnover * firm.cards }
}
