import Banking
import Glibc

extension FirmLife {
  /// Writes down what each held product earned and did this month; a product without either has no row.
  mutating func recordMonth() {
    let isShort = turnover < 0.9 * usual
    // A new client moves its payments over little by little.
    let ramp = 1 - 0.7 * exp(-Double(tenure) / 4)
    for product in DemoProduct.allCases where positions[product.rawValue].account != nil {
      let position = positions[product.rawValue]
      let earnings =
        fade == 0 ? afterFlows(product) : self.earnings(product, position: position, ramp: ramp, isShort: isShort)
      guard earnings.income > 0 || earnings.operations > 0 else { continue }
      record(product, earnings)
    }
  }

  private func earnings(
    _ product: DemoProduct, position: Position, ramp: Double, isShort: Bool
  ) -> Tariff.Earnings {
    guard position.usage > 0 else { return Tariff.Earnings() }
    let started = position.opened == month ? 0.5 : 1
    if position.amount > 0 {
      let elapsed = Double(month.months(since: position.opened)) / Double(max(1, position.term))
      let earned = Tariff.credit(
        product, amount: position.amount * started, elapsed: elapsed, isShort: isShort)
      // Nobody draws on an unused line, and a client on the way out pays back.
      let draw = position.usage * (0.3 + 0.7 * fade)
      return Tariff.Earnings(income: earned.income * draw, operations: earned.operations * draw)
    }
    let use = position.usage * fade * ramp * started
    let flows = Tariff.Flows(
      through: turnover * bankShare * use, cash: cashSales * use, cards: cardSales * use,
      abroad: turnover * abroad * use, staff: Double(employees) * use, ticket: firm.trade.ticket, isShort: isShort)
    return Tariff.daily(product, flows)
  }

  /// The settlement account's fee runs on for a while after the last payment.
  private func afterFlows(_ product: DemoProduct) -> Tariff.Earnings {
    guard product == .settlement, let last = departures.last?.lastFlowIn,
      month.months(since: last) <= Tariff.monthsOfFeeAfterLeaving
    else { return Tariff.Earnings() }
    return Tariff.Earnings(income: 9, operations: 0)
  }

  private mutating func record(_ product: DemoProduct, _ earnings: Tariff.Earnings) {
    var income = earnings.income * firm.owner.discount * noise.logNormal(spread: 0.15)
    // Now and then a fee is given back.
    if noise.chance(0.0015) { income *= -noise.within(0.3...1.2) }
    let operations = earnings.operations > 0 ? noise.rounded(earnings.operations * noise.logNormal(spread: 0.12)) : 0
    guard let money = Money(estimate: income), money != .zero || operations > 0 else { return }
    productMonths.append(
      ProductMonthRow(
        clientID: ClientID(0), product: product.code, month: month, income: money, operations: operations))
  }
}
