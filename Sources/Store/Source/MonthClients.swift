import Banking

/// Clients with business by month, and what they brought and did in all: whether each month is loaded.
struct MonthClients: Sendable, Equatable {
  /// Of one month; income in currency.
  struct Totals: Sendable, Equatable {
    var clients: Int64 = 0
    var income = 0.0
    var operations = 0.0
  }

  /// Months without any client are not there.
  private let totals: [Month: Totals]
  /// The last month that is over.
  private let last: Month

  /// Of fewer nothing can be told.
  private static let fewest: Int64 = 20

  init(_ totals: [Month: Totals], last: Month) {
    self.totals = totals.filter { $0.value.clients > 0 }
    self.last = last
  }

  init(_ snapshot: Snapshot) {
    let months = snapshot.monthsOfHistory
    var totals = [Totals](repeating: Totals(), count: months)
    for row in stride(from: 0, to: snapshot.monthlyIncome.count, by: max(1, months)) {
      for month in 0..<months where snapshot.hasBusiness(at: row + month) {
        totals[month].clients += 1
        totals[month].income += Double(snapshot.monthlyIncome[row + month]) / 100
        totals[month].operations += Double(snapshot.monthlyOperations[row + month])
      }
    }
    let byMonth = totals.enumerated().map { (snapshot.lastMonth.advanced(by: $0 - months + 1), $1) }
    self.init(Dictionary(byMonth) { first, _ in first }, last: snapshot.lastMonth)
  }

  var lastMonth: Int64 { clients(in: last) }

  /// Of the last three months that are over, oldest first: what a later night can tell by whether they are all still there.
  var latest: [(month: Month, clients: Int64)] {
    (-2...0).map { last.advanced(by: $0) }.map { ($0, clients(in: $0)) }
  }

  /// In the fullest of the three months before the last, and of the last three that were published.
  func before(published: Month?) -> Int64 { max(fullest(before: last), published.map { fullest(upTo: $0) } ?? 0) }

  /// Months in which far fewer clients had business than in the fullest of the three before and of the three after, ascending; none
  /// where that is the bank's rhythm, as where it charges by the quarter.
  /// - Parameter share: of clients that suffices.
  func gaps(thinBelow share: Double) -> [Month] {
    guard let first = totals.keys.min(), first < last else { return [] }
    let between = (1..<max(1, last.months(since: first))).map { first.advanced(by: $0) }
    let gaps = between.filter { month in
      let around = min(fullest(before: month), fullest(upTo: min(last, month.advanced(by: 3)), since: month))
      return around >= Self.fewest && Double(clients(in: month)) < Double(around) * share
    }
    return gaps.count * 4 <= between.count ? gaps : []
  }

  /// The last month where its income is ten times that of each of the three before, or a tenth of each: none where too few clients
  /// had business to tell.
  var unlikeIncome: [Month] {
    guard let (now, before) = comparable else { return [] }
    let incomes = before.map { abs($0.income) }
    let (least, most) = (incomes.min() ?? 0, incomes.max() ?? 0)
    return most > 0 && (abs(now.income) >= 10 * most || abs(now.income) * 10 <= least) ? [last] : []
  }

  /// The last month where as many clients as before have business, and brought and did less by more than the share allows than in any of the
  /// year's months before: what is loaded of each is perhaps a part. Where the year is not known, which may hide a season, by
  /// that again; half a year is the least that shows what is low.
  func low(thinBelow share: Double) -> [Month] {
    let before = (1...12).compactMap { totals[last.advanced(by: -$0)] }
    let fullest = fullest(before: last)
    guard let now = totals[last], before.count >= 5, fullest >= Self.fewest,
      Double(now.clients) >= Double(fullest) * share
    else { return [] }
    let least = Totals(
      income: before.map(\.income).min() ?? 0, operations: before.map(\.operations).min() ?? 0)
    let measures = [(now.income, least.income), (now.operations, least.operations)].filter { $0 > 0 && $1 > 0 }
    let bound = before.count == 12 ? share : share * share
    return !measures.isEmpty && measures.allSatisfy { $0 < $1 * bound } ? [last] : []
  }

  /// The last month where it has no operations and each of the three before has.
  var withoutOperations: [Month] {
    guard let (now, before) = comparable else { return [] }
    return now.operations == 0 && before.allSatisfy { $0.operations > 0 } ? [last] : []
  }

  /// The last month and the three before, where as many clients had business in it as in half of the fullest of them.
  private var comparable: (now: Totals, before: [Totals])? {
    let before = (1...3).compactMap { totals[last.advanced(by: -$0)] }
    let fullest = before.map(\.clients).max() ?? 0
    guard let now = totals[last], before.count == 3, fullest >= Self.fewest else { return nil }
    return now.clients * 2 >= fullest ? (now, before) : nil
  }

  private func clients(in month: Month) -> Int64 { totals[month]?.clients ?? 0 }

  private func fullest(before month: Month) -> Int64 { fullest(upTo: month.advanced(by: -1)) }

  /// Of three months, or of those after a month.
  private func fullest(upTo final: Month, since month: Month? = nil) -> Int64 {
    let first = month?.advanced(by: 1) ?? final.advanced(by: -2)
    return (0...max(0, final.months(since: first))).map { clients(in: first.advanced(by: $0)) }.max() ?? 0
  }
}
