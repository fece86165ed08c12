import Banking

/// Days of which most openings of a product in the last two years are: there something was moved, taken over or given to all, and
/// nobody chose, and the night takes none of them for an opening. Only first accounts count: a client that had the product before goes on with it.
/// Days that the policy names besides (`night.moved_on`) are no openings of anybody.
struct OpeningsAtOnce: Sendable, Equatable {
  private static let window = 730
  /// Of fewer nothing can be told.
  private static let fewest: Int32 = 30

  /// By position of the product; it can have one such day at most.
  private let days: [Int: Int32]
  /// Days that the policy names, on which no account of any product was chosen, a first one or not.
  private let named: Set<BusinessDate>

  /// - Parameter accounts: as `PlacedAccount.sorted` has them.
  init(_ accounts: [PlacedAccount], productCount: Int, asOf: BusinessDate, named: Set<BusinessDate>) {
    var openings = [Int32](repeating: 0, count: productCount * Self.window)
    for (place, account) in accounts.enumerated() where Self.isFirst(place, accounts) {
      guard let day = account.openedOn.date else { continue }
      let daysAgo = Int(asOf.dayNumber - day.dayNumber)
      if (0..<Self.window).contains(daysAgo) { openings[Int(account.product) * Self.window + daysAgo] += 1 }
    }
    var days: [Int: Int32] = [:]
    for product in 0..<productCount {
      let own = openings[product * Self.window..<(product + 1) * Self.window]
      guard let most = own.max(), most >= Self.fewest, Int(most) * 2 > own.reduce(0, { $0 + Int($1) }),
        let place = own.firstIndex(of: most)
      else { continue }
      days[product] = asOf.dayNumber - Int32(place - own.startIndex)
    }
    self.days = days
    self.named = named
  }

  /// Whether the account at a place is one of them.
  func contains(_ place: Int, of accounts: [PlacedAccount]) -> Bool {
    guard !days.isEmpty || !named.isEmpty, let opened = accounts[place].openedOn.date else { return false }
    if named.contains(opened) { return true }
    return days[Int(accounts[place].product)] == opened.dayNumber && Self.isFirst(place, accounts)
  }

  /// Products, ascending, each with the day.
  func keys(_ catalogue: Catalogue) -> [String] {
    days.sorted { $0.key < $1.key }.map { "\(catalogue[$0].code) \(BusinessDate(dayNumber: $1))" }
  }

  private static func isFirst(_ place: Int, _ accounts: [PlacedAccount]) -> Bool {
    guard place > 0 else { return true }
    let (before, account) = (accounts[place - 1], accounts[place])
    return before.client != account.client || before.product != account.product
  }
}
