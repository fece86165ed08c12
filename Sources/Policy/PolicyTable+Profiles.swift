import Banking
import IdealProfiles

extension PolicyTable {
  static let profiles: [Key] = [
    Key("profiles.profile_counts", \.profiles.profileCounts, .interval(.whole(1...32, "profiles"))),
    Key("profiles.sample_limit", \.profiles.sampleLimit, .whole(100...10_000_000, "clients")),
    Key("profiles.minimum_members", \.profiles.minimumMembers, .whole(1...1_000_000, "clients")),
    Key("profiles.minimum_share", \.profiles.minimumShare, .share),
    Key("profiles.minimum_separation", \.profiles.minimumSeparation, .decimal(0...100)),
    Key("profiles.minimum_jaccard", \.profiles.minimumJaccard, .share),
    Key("profiles.bootstrap_resamples", \.profiles.bootstrapResamples, .whole(0...1000, "resamples")),
    Key("profiles.bootstrap_limit", \.profiles.bootstrapLimit, .whole(10...10_000_000, "clients")),
    Key("profiles.incumbent_gain", \.profiles.incumbentGain, .share),
    Key("profiles.incumbent_jaccard", \.profiles.incumbentJaccard, .share),
    Key("profiles.reference_share", \.profiles.referenceShare, .decimal(0.01...1, "share")),
    Key("profiles.prior_strength", \.profiles.priorStrength, .decimal(0.01...1_000_000, "clients")),
    Key(
      "profiles.prior_strength_bounds", \.profiles.priorStrengthBounds,
      .interval(.decimal(0.01...1_000_000, "clients"))),
    Key("profiles.minimum_siblings", \.profiles.minimumSiblings, .whole(2...10_000, "cells")),
    Key("profiles.mixing_prior_strength", \.profiles.mixingPriorStrength, .decimal(0.01...1_000_000, "clients")),
    Key("profiles.minimum_holders", \.profiles.minimumHolders, .whole(1...100_000, "clients")),
    Key("profiles.characteristic_penetration", \.profiles.characteristicPenetration, .share),
    Key("profiles.characteristic_lift", \.profiles.characteristicLift, .decimal(1...1000)),
    Key("profiles.least_characteristic", \.profiles.leastCharacteristic, .share),
    Key("profiles.identity_minimum_overlap", \.profiles.identityMinimumOverlap, .share),
    Key("profiles.drift_warning", \.profiles.driftWarning, .decimal(0...100)),
    Key("profiles.drift_alarm", \.profiles.driftAlarm, .decimal(0...100)),
  ]

  static let mixture: [Key] = [
    Key("profiles.mixture.restarts", \.profiles.mixture.restarts, .whole(1...100, "starts")),
    Key("profiles.mixture.short_iterations", \.profiles.mixture.shortIterations, .whole(1...1000, "iterations")),
    Key("profiles.mixture.maximum_iterations", \.profiles.mixture.maximumIterations, .whole(1...10_000, "iterations")),
    Key("profiles.mixture.tolerance", \.profiles.mixture.tolerance, .decimal(1e-12...0.1, "share")),
    Key("profiles.mixture.variance_floor", \.profiles.mixture.varianceFloor, .decimal(1e-6...1, "share")),
    Key("profiles.mixture.weight_prior", \.profiles.mixture.weightPrior, .decimal(0...1000, "clients")),
    Key("profiles.mixture.product_prior", \.profiles.mixture.productPrior, .decimal(0...1000, "clients")),
  ]

  /// Of one item of `pinned_profiles`.
  static let pinnedProfile: [PolicyKey<PinnedProfileDraft>] = [
    PolicyKey("name", \.name, .text("text", of: "a name")),
    PolicyKey("industries", \.industries, .optional(.list(.text("names", of: "names of industries")))),
    PolicyKey("regions", \.regions, .optional(.list(.text("names", of: "names of regions")))),
    PolicyKey("products", \.products, .list(.code("product code"))),
    PolicyKey("mode", \.mode, .word("mode")),
  ]
}
