/// Why a product is worth a conversation. Raw values are the storage codes of `xsell.kind_name`.
package enum GapKind: Int16, Sendable, CaseIterable {
  /// No open account.
  case missing = 0
  /// Open, but unused for months.
  case dormant = 1
  /// Used far less than the profile's typical holder does.
  case underUsed = 2
}
