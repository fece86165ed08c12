/// Recency–frequency–monetary segment. Raw values as in `xsell.client_card.rfm_segment`.
package enum Segment: String, Sendable, CaseIterable {
  case new, promising, wandering, dormant, loyal
  case atRisk = "at_risk"
  case lost
}
