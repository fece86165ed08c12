import Banking

/// What a firm is when it becomes a client.
struct Firm {
  let trade: Trade
  let region: Int
  let owner: Owner
  let arrival: BusinessDate
  let founded: Month
  /// Monthly turnover without season, EUR.
  let turnover: Double
  /// Shares of its sales in cash and by card.
  let cash: Double
  let cards: Double
  let hasCounter: Bool
  /// Share of its turnover that crosses the border; 0 = none.
  let abroad: Double
  let regime: GrowthRegime

  /// Months over which today's clients arrived.
  private static let monthsOfArrivals = 120.0

  init(region: Int, calendar: SimulatedCalendar, random: inout SeededRandom) {
    let trade = Trade.all[random.pick(weights: Trade.weights)]
    self.trade = trade
    self.region = region
    owner = Owner(random: &random)
    arrival = Self.arrival(before: calendar.asOf, random: &random)
    let isNew = random.chance(0.4)
    founded = arrival.calendarMonth.advanced(by: isNew ? -random.whole(0...5) : -random.whole(6...180))
    let tail = random.chance(0.015) ? 1 / (1 - 0.96 * random.uniform()) : 1
    turnover =
      trade.turnover.median * Region.all[region].wealth * random.logNormal(spread: trade.turnover.spread) * tail
      * (isNew ? 0.5 : 1)
    cash = min(0.95, trade.cash * random.logNormal(spread: 0.6))
    cards = min(0.95 - cash, trade.cards * random.logNormal(spread: 0.7))
    hasCounter = random.chance(trade.counter)
    abroad = random.chance(trade.abroad) ? random.within(0.05...0.6) : 0
    regime = isNew || random.chance(0.3) ? .growing : random.chance(0.15) ? .declining : .stable
  }

  /// More of the clients came lately than long ago.
  private static func arrival(before asOf: BusinessDate, random: inout SeededRandom) -> BusinessDate {
    let back = Int(monthsOfArrivals * random.uniform() * (0.35 + 0.65 * random.uniform()))
    let date = asOf.calendarMonth.advanced(by: -back).workday(random: &random)
    return min(date, asOf)
  }
}
