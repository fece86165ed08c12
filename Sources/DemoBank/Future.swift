/// What happens after the as-of date, for checking forecasts: never part of the pack.
package struct Future: Sendable {
  /// Accounts opened after the as-of date.
  package internal(set) var openings: [AccountRow] = []
  /// Accounts of the pack, open at the as-of date, with the day on which they will close.
  package internal(set) var closings: [AccountRow] = []
  package internal(set) var productMonths: [ProductMonthRow] = []
}
