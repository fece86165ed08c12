/// What a ranking rests on. Said on every output: the three answer different questions.
package enum AdoptionBasis: String, Hashable, Sendable, CaseIterable {
  /// What clients opened after past dates: the chance to open the product within the horizon.
  case transitions
  /// One snapshot without usable history: the chance that a client like this one holds the product.
  case holding
  /// Too few clients for anything but counting: the share of clients that hold the product.
  case penetration
}
