import LifeCycle

extension PolicyTable {
  static let stages: [Key] = [
    Key("stages.onboarding_months", \.stages.onboardingMonths, .whole(0...36, "months")),
    Key("stages.baseline_months", \.stages.baselineMonths, .whole(1...24, "months")),
    Key("stages.growth_enter", \.stages.growthEnter, .decimal(0...10, "share")),
    Key("stages.growth_stay", \.stages.growthStay, .decimal(0...10, "share")),
    Key("stages.decline_enter", \.stages.declineEnter, .share),
    Key("stages.decline_stay", \.stages.declineStay, .share),
    Key("stages.leaving_enter", \.stages.leavingEnter, .share),
    Key("stages.leaving_stay", \.stages.leavingStay, .share),
    Key("stages.noise_multiple", \.stages.noiseMultiple, .decimal(0...20)),
    Key("stages.minimum_operations", \.stages.minimumOperations, .decimal(0...1_000_000, "operations")),
    Key("stages.silent_months", \.stages.silentMonths, .whole(1...24, "months")),
    Key("stages.silence_quantile", \.stages.silenceQuantile, .share),
    Key("stages.left_months", \.stages.leftMonths, .whole(1...60, "months")),
    Key("stages.return_after_months", \.stages.returnAfterMonths, .whole(1...60, "months")),
    Key("stages.returned_months", \.stages.returnedMonths, .whole(0...36, "months")),
    Key("stages.year_on_year_months", \.stages.yearOnYearMonths, .whole(15...60, "months")),
    Key("stages.minimum_peers", \.stages.minimumPeers, .whole(1...1_000_000, "clients")),
  ]

  static let rfm: [Key] = [
    Key("rfm.new_months", \.rfm.newMonths, .whole(0...36, "months")),
    Key("rfm.recent_months", \.rfm.recentMonths, .whole(0...36, "months")),
    Key("rfm.lost_months", \.rfm.lostMonths, .whole(1...60, "months")),
    Key("rfm.frequency_quantile", \.rfm.frequencyQuantile, .share),
    Key("rfm.always_frequent", \.rfm.alwaysFrequent, .share),
    Key("rfm.income_quantile", \.rfm.incomeQuantile, .share),
    Key("rfm.minimum_active", \.rfm.minimumActive, .whole(1...1_000_000, "clients")),
  ]

  static let survival: [Key] = [
    Key("survival.prior_clients", \.survival.priorClients, .decimal(0...1_000_000, "clients")),
    Key("survival.minimum_at_risk", \.survival.minimumAtRisk, .decimal(0...1_000_000, "clients")),
    Key("survival.tail_months", \.survival.tailMonths, .whole(1...120, "months")),
    Key("survival.past_months", \.survival.pastMonths, .whole(0...60, "months")),
    Key("survival.prior_departures", \.survival.priorDepartures, .decimal(0.01...100_000, "departures")),
    Key("survival.sample_clients", \.survival.sampleClients, .whole(100...10_000_000, "clients")),
  ]

  static let lifeValue: [Key] = [
    Key("life_value.horizon_months", \.lifeValue.horizonMonths, .whole(1...240, "months")),
    Key("life_value.discount_rate", \.lifeValue.discountRate, .decimal(0...10, "share")),
    Key("life_value.level_months", \.lifeValue.levelMonths, .whole(1...60, "months")),
    Key("life_value.outer_share", \.lifeValue.outerShare, .share(0...0.5)),
    Key("life_value.acquisition_share", \.lifeValue.acquisitionShare, .share),
    Key("life_value.longest_months", \.lifeValue.longestMonths, .whole(1...1200, "months")),
  ]
}
