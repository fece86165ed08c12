import Glibc

/// The season of the bank's income by month of its history: 1 = as in an average month of the last year.
struct Season: Sendable {
  /// Oldest first; nil = the bank has no data for the month.
  let factors: [Double?]

  /// The bank's movement without its trend, which is told from the season where two years are known: a client's growth
  /// with the bank is growth.
  init(_ movement: BankMovement) {
    let months = movement.income
    let (year, before) = (Self.mean(months.suffix(12)), Self.mean(months.dropLast(12).suffix(12)))
    let trend = months.count >= 24 && before > 0 && year > 0 ? log(year / before) / 12 : 0
    let level = months.enumerated().map { place, value in
      value.map { $0 * exp(-trend * Double(place - months.count + 1)) }
    }
    let average = Self.mean(level.suffix(12))
    factors = level.map { $0.map { average > 0 ? $0 / average : 1 } }
  }

  private static func mean(_ months: some Collection<Double?>) -> Double {
    let known = months.compactMap(\.self)
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }
}
