import Banking
import Glibc

extension FirmLife {
  /// The chance that the firm comes to need a product this month; 0 = there is no cause.
  func needChance(_ product: DemoProduct) -> Double {
    let isNew = tenure == 0
    return switch product {
    case .settlement: 0.03
    case .onlineBasic: isNew ? 0.62 : 0.006
    case .onlinePro: employees >= 4 || abroad > 0 ? (isNew ? 0.40 : 0.02) : 0.001
    case .card: (isNew ? 0.36 : 0.007) * (employees > 1 ? 1.4 : 0.8)
    case .payroll: employees >= 3 ? 0.30 : 0
    case .acquiring: cardSales > 2_200 ? 0.25 : 0
    case .terminal: firm.hasCounter && holds(.acquiring) ? 0.25 : 0
    case .cash: cashSales > 5_500 ? 0.15 : 0
    case .deposit: surplusMonths >= 4 ? 0.20 : 0
    case .fxControl: abroad > 0 ? 0.35 : 0
    case .chequeBook: isNew && calendar.windowEnd.months(since: month) > 54 ? 0.30 : 0
    default: creditChance(product)
    }
  }

  private func creditChance(_ product: DemoProduct) -> Double {
    let trade = firm.trade
    let steady = regime == .growing && regimeMonths >= 9
    return switch product {
    case .overdraft: hasGap ? 0.25 : 0
    case .workingCapital: regime == .growing && regimeMonths >= 5 ? 0.09 * trade.stock : 0
    case .investmentLoan: steady ? 0.09 * trade.assets : 0
    case .leasing: regime != .declining && level > 12_000 ? 0.010 * trade.assets : 0
    case .guarantee: wonTender ? 0.9 : 0
    case .insurance: holds(.leasing) || holds(.investmentLoan) ? 0.12 : 0.004 + 0.009 * trade.assets
    default: 0
    }
  }

  func holds(_ product: DemoProduct) -> Bool { positions[product.rawValue].account != nil }

  mutating func raise(_ product: DemoProduct) {
    positions[product.rawValue].need = needs.count
    positions[product.rawValue].isElsewhere = false
    needs.append(Need(product: product.code, began: month, event: product.habits.event))
  }

  /// A live need this month: served here, served elsewhere, gone, or waiting on.
  mutating func pursue(_ product: DemoProduct, cause: Double) {
    let index = product.rawValue
    guard let need = positions[index].need else { return }
    let habits = product.habits
    if canTake(product), random.chance(1 - exp(-pace(product))) {
      adopt(product, on: dayOfAdoption(product))
    } else if cause == 0, random.chance(habits.fading.waiting) {
      if !positions[index].isElsewhere { needs[need].outcome = .passed(month) }
      positions[index].need = nil
    } else if !positions[index].isElsewhere, random.chance(habits.elsewhere * pull) {
      positions[index].isElsewhere = true
      needs[need].outcome = .servedElsewhere(month)
    }
  }

  /// How strongly other banks pull.
  private var pull: Double { (0.2 + 1.6 * (1 - bankShare)) * Region.all[firm.region].rivalry }

  /// Rate of taking a needed product this month.
  private func pace(_ product: DemoProduct) -> Double {
    let habits = product.habits
    let newcomer = tenure < 3 ? 2.5 : 1
    let wonOver = positions[product.rawValue].isElsewhere ? 0.07 : 1
    let managerFactor = max(0.1, 1 + habits.push * (diligence - 1))
    return habits.pace * firm.owner.promptness * managerFactor * newcomer * wonOver
      * habits.season[(month.month - 1) / 3] * calendar.campaignLift(product, in: month)
      * calendar.callLift(in: month, diligence: diligence)
  }

  private func canTake(_ product: DemoProduct) -> Bool {
    if phase != .active { return false }
    if let first = product.prerequisite, !holds(first) { return false }
    if let bar = product.barredBy, holds(bar) { return false }
    return true
  }

  /// A day of this month on which what must be held first is held.
  private mutating func dayOfAdoption(_ product: DemoProduct) -> BusinessDate {
    let day = max(month.workday(random: &random), firm.arrival)
    guard let first = product.prerequisite, let account = positions[first.rawValue].account,
      let since = accounts[account].openedOn
    else { return day }
    return max(day, since)
  }
}
