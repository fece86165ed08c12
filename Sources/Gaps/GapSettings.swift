/// When a product counts as a gap.
package struct GapSettings: Sendable, Equatable {
  /// Months without income or operations after which an open product is dormant. Default 3.
  package var dormantMonths = 3
  /// A product is under-used below this share of the profile's typical operations and income in the last three months. Default
  /// 0.25.
  package var underUsedShare = 0.25
  /// Below this share it must be over the year too, as a low season is no lack of use; and below it in the last three months a
  /// call about it that waits for its manager keeps its reason, so that figures at the border do not flicker. Default 0.5.
  package var underUsedStay = 0.5
  /// A product may be called dormant or under-used only where at least this share of its holders in the bank was
  /// active within `dormantMonths`: some products are quiet by nature. Default 0.5.
  package var minimumActiveShare = 0.5

  /// Chance that a quiet product comes to life within the horizon, where the bank's past says nothing. Default 0.1.
  package var revivalPrior = 0.1
  /// Cases that the general share weighs against a product's own. Default 20.
  package var revivalStrength = 20.0

  package init() {}
}
