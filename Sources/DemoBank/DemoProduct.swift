import Banking

/// The demo bank's product line. The order is the order in which a firm thinks about them in a month.
enum DemoProduct: Int, CaseIterable {
  case settlement, onlineBasic, onlinePro, card, payroll, acquiring, terminal, cash, deposit, overdraft, workingCapital
  case investmentLoan, leasing, guarantee, fxControl, insurance, chequeBook

  var product: Product { Self.line[rawValue] }
  var code: ProductCode { Self.line[rawValue].code }

  /// In the order of the cases. Codes fit a small string (15 bytes), so that millions of rows share no buffers.
  private static let line: [Product] = [
    entry("SETTLEMENT", "Settlement account", "daily", .fee),
    entry("ONLINE_BASIC", "Online bank, basic package", "digital", .fee, ["SETTLEMENT"], ["ONLINE_PRO"]),
    entry("ONLINE_PRO", "Online bank, premium package", "digital", .fee, ["SETTLEMENT"], ["ONLINE_BASIC"]),
    entry("CARD", "Corporate card", "cards", .fee, ["SETTLEMENT"]),
    entry("PAYROLL", "Payroll project", "daily", .fee, ["SETTLEMENT"]),
    entry("ACQUIRING", "Card acquiring", "cards", .fee, ["SETTLEMENT"]),
    entry("TERMINAL", "Merchant terminal", "cards", .fee, ["ACQUIRING"]),
    entry("CASH", "Cash collection", "daily", .fee, ["SETTLEMENT"]),
    entry("DEPOSIT", "Term deposit", "savings", .interest),
    entry("OVERDRAFT", "Overdraft", "credit", .interest, ["SETTLEMENT"], ["WORKING_CAPITAL"]),
    entry("WORKING_CAPITAL", "Working-capital loan", "credit", .interest, ["SETTLEMENT"], ["OVERDRAFT"]),
    entry("INVESTMENT_LOAN", "Investment loan", "credit", .interest, ["SETTLEMENT"]),
    entry("LEASING", "Leasing", "credit", .interest),
    entry("GUARANTEE", "Bank guarantee", "trade finance", .fee, ["SETTLEMENT"]),
    entry("FX_CONTROL", "Foreign-exchange control", "trade finance", .fx, ["SETTLEMENT"]),
    entry("INSURANCE", "Business insurance", "protection", .other),
    entry("CHEQUE_BOOK", "Cheque book", "daily", .fee, ["SETTLEMENT"], sellable: false),
  ]

  private static func entry(
    _ code: String, _ name: String, _ family: String, _ kind: IncomeKind, _ requires: [String] = [],
    _ excludes: [String] = [], sellable: Bool = true
  ) -> Product {
    Product(
      code: ProductCode(code), name: name, family: family, incomeKind: kind, sellable: sellable,
      requires: requires.map { ProductCode($0) }, excludes: excludes.map { ProductCode($0) })
  }

  /// What must be held first, as the simulation checks it every month.
  var prerequisite: DemoProduct? {
    switch self {
    case .settlement, .deposit, .leasing, .insurance: nil
    case .terminal: .acquiring
    default: .settlement
    }
  }

  /// What taking this product puts an end to.
  var replaces: DemoProduct? {
    switch self {
    case .onlinePro: .onlineBasic
    case .workingCapital: .overdraft
    default: nil
    }
  }

  /// What must not be held when this product is taken.
  var barredBy: DemoProduct? {
    switch self {
    case .onlineBasic: .onlinePro
    case .overdraft: .workingCapital
    default: nil
    }
  }

  /// Whether a contract that ends is commonly followed by another.
  var isRenewable: Bool {
    switch self {
    case .deposit, .overdraft, .workingCapital, .insurance: true
    default: false
    }
  }
}
