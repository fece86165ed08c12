/// Why a product is worth a conversation. Raw values as in `xsell.recommendation.kind`.
package enum Gap: String, Sendable, CaseIterable {
  case missing, dormant
  case underUsed = "under_used"
}
