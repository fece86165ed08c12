/// What can be said of a firm's business at the as-of date.
struct FirmFacts {
  let regime: GrowthRegime
  /// Monthly turnover without season, EUR.
  let level: Double
  let employees: Int
  let isAbroad: Bool
}
