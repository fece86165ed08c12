package import Banking

/// How the level of the last three complete months stands against the usual one. Levels are medians, so one month of
/// noise or a missing month does not move them.
package struct LevelChange: Sendable, Hashable {
  package enum Measure: String, Sendable, CaseIterable { case income, operations }

  /// What the level is compared with.
  package enum Basis: String, Sendable, CaseIterable {
    /// The client's own same three months a year before.
    case sameMonthsLastYear = "same_months_last_year"
    /// Its own earlier months, each month divided by the bank's movement.
    case bankMovement = "bank_movement"
    /// Its own earlier months as they are: too few clients to know the bank's movement.
    case ownMonths = "own_months"
  }

  package var measure: Measure
  package var basis: Basis
  /// (now − usual) ÷ usual; −1 = nothing left.
  package var share: Double
  /// A month, in minor units of currency or in operations; with `bankMovement`, in terms of an average month.
  package var usual: Double
  package var now: Double
  /// The same of the last month alone; nil where it is not known.
  package var lastShare: Double?
  /// The middle of the months that `usual` was taken from.
  package var usualMonth: Month
  /// First month of the change that lasts to this day; nil where it is within the staying threshold, or began before what can be
  /// compared.
  package var since: Month?
  /// What the client usually brings a month, rounded to the hundredth; nil where operations were measured or the level is
  /// no amount.
  package var usualIncome: Money? { measure == .income ? Money(estimate: usual / 100) : nil }
}
