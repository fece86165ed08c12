/// One arm of the comparison.
package struct LiftArm: Hashable, Sendable {
  package let clients: Int
  /// Clients for whom a trigger was raised: none of the control group's, unless the group has grown since.
  package let called: Int
  /// Clients that took at least one product.
  package let takers: Int

  init(_ clients: some Sequence<LiftClient>) {
    var (all, called, takers) = (0, 0, 0)
    for client in clients {
      all += 1
      if client.wasCalled { called += 1 }
      if client.taken > 0 { takers += 1 }
    }
    self.clients = all
    self.called = called
    self.takers = takers
  }

  /// Share of takers and its 95 % interval (Wilson 1927; Brown, Cai & DasGupta, "Interval Estimation for a Binomial
  /// Proportion", 2001, (4)); nil without clients.
  package var takerShare: (value: Double, low: Double, high: Double)? {
    guard clients > 0 else { return nil }
    let (n, z) = (Double(clients), 1.959_964)
    let share = Double(takers) / n
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return (share, max(0, centre - half), min(1, centre + half))
  }
}
