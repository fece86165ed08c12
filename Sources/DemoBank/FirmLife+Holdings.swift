import Banking

extension FirmLife {
  /// One month of one product.
  mutating func advance(_ product: DemoProduct) {
    let cause = needChance(product)
    if positions[product.rawValue].account != nil {
      hold(product, cause: cause)
    } else if positions[product.rawValue].need != nil {
      pursue(product, cause: cause)
    } else if phase == .active, cause > 0, random.chance(cause) {
      raise(product)
    }
  }

  /// Opens the product, for a need that has been raised.
  mutating func adopt(_ product: DemoProduct, on day: BusinessDate) {
    let index = product.rawValue
    if let need = positions[index].need { needs[need].outcome = .adopted(day) }
    let habits = product.habits
    let use = random.uniform()
    positions[index].usage =
      use < habits.dormant ? 0 : use < habits.dormant + 0.14 ? random.within(0.05...0.35) : random.within(0.7...1)
    positions[index].amount =
      Tariff.principal(product, level: level, liquidity: liquidity)
      * random.logNormal(spread: 0.5)
    positions[index].term = habits.terms.isEmpty ? 0 : random.pick(habits.terms)
    open(product, on: day)
    if let old = product.replaces, holds(old) { close(old, on: day) }
  }

  private mutating func open(_ product: DemoProduct, on day: BusinessDate) {
    let index = product.rawValue
    let term = positions[index].term
    positions[index].opened = month
    positions[index].closesIn = nil
    positions[index].isElsewhere = false
    positions[index].maturesOn = term > 0 ? day.advanced(byMonths: term) : nil
    positions[index].account = accounts.count
    accounts.append(
      AccountRow(
        accountID: 0, clientID: ClientID(0), product: product.code, openedOn: day, closedOn: nil,
        maturesOn: positions[index].maturesOn))
  }

  /// Closes the open account, never before it was opened, and tells the day.
  @discardableResult
  mutating func close(_ product: DemoProduct, on day: BusinessDate) -> BusinessDate {
    let index = product.rawValue
    guard let account = positions[index].account else { return day }
    let closed = max(day, accounts[account].openedOn ?? day)
    accounts[account].closedOn = closed
    positions[index] = Position()
    return closed
  }

  private mutating func hold(_ product: DemoProduct, cause: Double) {
    let index = product.rawValue
    if let matures = positions[index].maturesOn, matures.calendarMonth == month {
      mature(product, on: matures, isNeeded: cause > 0)
      return
    }
    if let left = positions[index].closesIn {
      positions[index].closesIn = left - 1
      if left == 0 { close(product, on: month.workday(random: &random)) }
    } else if drops(product, cause: cause) {
      // Half of them are closed within months, the others lie unused.
      if random.chance(0.55) { positions[index].closesIn = random.whole(0...4) } else { positions[index].usage = 0 }
    } else if positions[index].usage == 0, phase == .active, cause > 0, random.chance(0.01 * diligence) {
      positions[index].usage = random.within(0.5...1)
    }
  }

  private mutating func drops(_ product: DemoProduct, cause: Double) -> Bool {
    if product == .settlement || positions[product.rawValue].usage == 0 { return false }
    if positions[product.rawValue].term > 0 { return false }
    let fading = cause == 0 ? product.habits.fading.held : 0.002
    return random.chance(phase == .active ? fading : fading + 0.06)
  }

  /// At maturity most of those who still need it renew, the others are done.
  private mutating func mature(_ product: DemoProduct, on day: BusinessDate, isNeeded: Bool) {
    let before = positions[product.rawValue]
    let keeps = product.isRenewable && phase == .active && random.chance(isNeeded ? 0.8 : 0.5)
    close(product, on: day)
    guard keeps else { return }
    positions[product.rawValue].need = before.need
    positions[product.rawValue].usage = before.usage
    positions[product.rawValue].amount = before.amount
    positions[product.rawValue].term = before.term
    open(product, on: day)
  }
}
