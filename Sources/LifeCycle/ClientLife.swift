package import Banking

/// How long a client is expected to stay from tonight on and what it is expected to bring in that time.
package struct ClientLife: Sendable, Hashable {
  /// Mean months, at most as many as the policy looks ahead for a stay.
  package var expectedMonths: Double
  /// Income of the months within the horizon, each weighted by the chance that the client is still there and discounted
  /// to tonight. Nil where no income is known.
  package var value: Money?
  /// If it stays as long as only the shortest-lived fifth (the policy's outer share) of such clients do, and brings what
  /// it did not exceed in a fifth of its last 12 months.
  package var low: Money?
  /// If it stays as long as the longest-lived fifth, and brings what it exceeded in only a fifth of its months.
  package var high: Money?

  /// Of a client that has left.
  static func over(hasIncome: Bool) -> ClientLife {
    let nothing = hasIncome ? Money.zero : nil
    return ClientLife(expectedMonths: 0, value: nothing, low: nothing, high: nothing)
  }
}
