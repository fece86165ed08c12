import Banking

/// A firm's life as a client, month by month: the business, its needs, its products and its going.
struct FirmLife {
  enum Phase: Equatable {
    case active
    case leaving(elapsed: Int, of: Int)
    case gone
  }

  let firm: Firm
  let calendar: SimulatedCalendar
  /// The personal manager's, 1 = average.
  let diligence: Double
  var random: SeededRandom
  /// Its own stream, so that writing months down does not change the life that goes on.
  var noise: SeededRandom

  var month: Month
  /// Months since the firm arrived or came back.
  var tenure = 0

  // The business.
  var regime: GrowthRegime
  var regimeMonths = 0
  var level: Double
  var peak: Double
  var turnover = 0.0
  /// Turnover of the last half year, smoothed.
  var usual: Double
  var employees: Int
  var liquidity: Double
  var surplusMonths = 0
  var abroad: Double
  var wonTender = false

  // The relationship.
  var phase = Phase.active
  /// What is left of the flows while the firm leaves.
  var fade = 1.0
  /// Share of its business the firm gives this bank.
  var bankShare: Double
  var closesIn: Month?
  var returnsIn: Month?
  var positions = [Position](repeating: Position(), count: DemoProduct.allCases.count)

  // What is told of it.
  var needs: [Need] = []
  var accounts: [AccountRow] = []
  var productMonths: [ProductMonthRow] = []
  var departures: [Departure] = []
  var facts: FirmFacts

  init(firm: Firm, calendar: SimulatedCalendar, diligence: Double, random: SeededRandom) {
    self.firm = firm
    self.calendar = calendar
    self.diligence = diligence
    self.random = random.stream(1)
    noise = random.stream(2)
    month = firm.arrival.calendarMonth
    regime = firm.regime
    level = firm.turnover
    peak = firm.turnover
    usual = firm.turnover
    employees = Int(firm.turnover / firm.trade.perHead)
    liquidity = firm.turnover * 0.3
    abroad = firm.abroad
    bankShare = 1 - firm.owner.otherBank
    facts = FirmFacts(regime: firm.regime, level: level, employees: employees, isAbroad: abroad > 0)
  }

  /// Lives until the horizon or until nothing can happen any more.
  mutating func live() {
    arrive()
    while month <= calendar.horizon, !isOver {
      advanceBusiness()
      advanceRelationship()
      for product in DemoProduct.allCases { advance(product) }
      if month >= calendar.windowStart { recordMonth() }
      if month <= calendar.windowEnd {
        facts = FirmFacts(regime: regime, level: level, employees: employees, isAbroad: abroad > 0)
      }
      month = month.advanced(by: 1)
      tenure += 1
    }
  }

  /// Gone, closed or silent for good, and not coming back.
  private var isOver: Bool {
    guard phase == .gone, closesIn == nil, returnsIn == nil, let last = departures.last?.lastFlowIn else {
      return false
    }
    return month.months(since: last) > Tariff.monthsOfFeeAfterLeaving
  }

  /// Most enter through the settlement account; a few keep that elsewhere and come for one thing.
  private mutating func arrive() {
    let entry = random.chance(0.975) ? DemoProduct.settlement : random.pick([.deposit, .leasing, .insurance])
    raise(entry)
    adopt(entry, on: firm.arrival)
  }
}
