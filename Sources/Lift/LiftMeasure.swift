/// What the triggers are to raise.
package enum LiftMeasure: String, CaseIterable, Sendable {
  /// Share of clients that took at least one product.
  case takers
  /// Products taken a client.
  case taken
  /// Income a month, after against before the triggers began, a client: what a client brought before is no merit of them.
  case income
}
