package import Banking

/// Why there is nothing to score. Descriptions are for the analyst and never show client data.
package enum BacktestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No account has an opening date.
  case noOpeningDates(BankID)
  /// The first opening known is too late for even one origin.
  case historyTooShort(BankID, first: BusinessDate, horizonMonths: Int)
  /// Nobody opened anything after any origin.
  case nothingOpened(BankID, from: BusinessDate, until: BusinessDate)
  /// No client holds two products, so none can be hidden.
  case nothingToHide(BankID)

  package var description: String {
    let instead =
      "xsell backtest --hide-one asks another question, whether a hidden product can be named, and needs no history"
    switch self {
    case .noOpeningDates(let bank):
      return "bank \(bank) has no history: no account has an opening date, so nobody can be seen opening; \(instead)"
    case .historyTooShort(let bank, let first, let horizon):
      return
        "bank \(bank) has too little history: its first opening is of \(first), and an origin needs a month before "
        + "it and the horizon of \(horizon) months behind it; choose a shorter --horizon or a later --as-of, or: \(instead)"
    case .nothingOpened(let bank, let from, let until):
      return
        "no client of bank \(bank) opened anything from \(from) to \(until); choose another --as-of, or: \(instead)"
    case .nothingToHide(let bank):
      return "no client of bank \(bank) holds two products, so none can be hidden; choose another --as-of"
    }
  }
}
