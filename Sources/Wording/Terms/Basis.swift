/// What the adoption probability was learnt from. Raw values as in `reason.basis` of `xsell.recommendation`.
package enum Basis: String, Sendable, CaseIterable {
  /// The client base's own past openings.
  case transitions
  /// One snapshot: who holds it.
  case holding
  /// Too little for a model: the share of reference members that hold it.
  case penetration
}
