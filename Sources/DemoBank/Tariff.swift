import Glibc

/// What the bank earns on a product in a month, before discounts and noise.
enum Tariff {
  /// A silent account is charged its monthly fee until the money is gone.
  static let monthsOfFeeAfterLeaving = 3

  /// Amounts per month, EUR and number of operations.
  struct Earnings {
    var income = 0.0
    var operations = 0.0
  }

  /// Flow that runs over a product in a month.
  struct Flows {
    /// All through this bank, EUR.
    let through: Double
    let cash: Double
    let cards: Double
    let abroad: Double
    /// Employees paid through this bank.
    let staff: Double
    let ticket: Double
    /// Whether sales are below the usual.
    let isShort: Bool
  }

  /// Principal, limit or sum insured for a firm of that size, EUR.
  static func principal(_ product: DemoProduct, level: Double, liquidity: Double) -> Double {
    switch product {
    case .deposit: max(liquidity * 0.7, level * 0.3)
    case .overdraft: level * 0.45
    case .workingCapital: level * 1.3
    case .investmentLoan: level * 3
    case .leasing: 18_000 + level * 0.8
    case .guarantee: level * 1.2
    case .insurance: level * 2.5
    default: 0
    }
  }

  static func daily(_ product: DemoProduct, _ flows: Flows) -> Earnings {
    let payments = flows.through / flows.ticket
    return switch product {
    case .settlement: Earnings(income: 9 + 0.0006 * flows.through, operations: payments)
    case .onlineBasic: Earnings(income: 4, operations: 1 + 0.6 * payments)
    case .onlinePro: Earnings(income: 19, operations: 3 + 0.8 * payments)
    case .card: Earnings(income: 2 + 0.0002 * flows.through, operations: 1 + flows.through * 0.018 / 55)
    case .payroll: Earnings(income: 5 + flows.staff * 4.2, operations: flows.staff * 2)
    case .acquiring: Earnings(income: 0.0055 * flows.cards, operations: flows.cards / 31)
    case .terminal: Earnings(income: 11 + 0.0008 * flows.cards, operations: flows.cards / 42)
    case .cash: Earnings(income: 8 + 0.0018 * flows.cash, operations: 1 + min(25, flows.cash / 2_500))
    case .fxControl: Earnings(income: 0.0036 * flows.abroad, operations: flows.abroad / 5_500)
    case .chequeBook: Earnings(income: 1.5, operations: 1)
    default: Earnings()
    }
  }

  /// Products with a principal: margin a year on what is outstanding, and a few operations.
  static func credit(_ product: DemoProduct, amount: Double, elapsed: Double, isShort: Bool) -> Earnings {
    let left = max(0.05, 1 - elapsed)
    return switch product {
    case .deposit: Earnings(income: amount * 0.011 / 12, operations: 1)
    case .overdraft: Earnings(income: amount * (isShort ? 0.7 : 0.15) * 0.085 / 12, operations: isShort ? 6 : 1)
    case .workingCapital: Earnings(income: amount * 0.8 * 0.042 / 12, operations: 2)
    case .investmentLoan: Earnings(income: amount * left * 0.033 / 12, operations: 1)
    case .leasing: Earnings(income: amount * left * 0.038 / 12, operations: 1)
    case .guarantee: Earnings(income: amount * 0.022 / 12, operations: 0)
    case .insurance: Earnings(income: amount * 0.006 * 0.22 / 12 + 1.5, operations: 0.3)
    default: Earnings()
    }
  }
}
