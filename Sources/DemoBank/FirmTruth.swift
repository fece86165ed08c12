package import Banking

/// What the simulation knows of one client and the pack does not say.
package struct FirmTruth: Sendable {
  package let clientID: ClientID
  package let trade: String
  /// At the as-of date.
  package let regime: GrowthRegime
  /// In the order in which they began, the months after the as-of date included.
  package let needs: [Need]
  package let departures: [Departure]
  /// Income the bank earned on the client in the months of the pack.
  package let income: Money
  /// Income of the months after the as-of date.
  package let futureIncome: Money
}
