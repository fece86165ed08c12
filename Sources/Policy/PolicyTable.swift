import Banking
import Gaps
import Potential

/// Every key of the policy file, in the order of the file. To add a setting: a property with a default in its room, a
/// line here, a commented line in `profiles/policy.yaml`.
enum PolicyTable {
  typealias Key = PolicyKey<PolicySettings>

  static let keys: [Key] =
    check + night + cohorts + profiles + mixture + gaps + adoption + transitionTrees + holdingTrees
    + potential + stages + rfm + survival + lifeValue + triggers + kinds + coolDown + factors

  static let check: [Key] = [
    Key("check.absurd_amount", \.check.absurdAmount, .amount(1...10_000_000_000_000)),
    Key("check.quarantine_share", \.check.quarantineShare, .share, shapesResult: false),
    Key("check.shrink_error_share", \.check.shrinkErrorShare, .share, shapesResult: false),
    Key("check.shrink_warning_share", \.check.shrinkWarningShare, .share, shapesResult: false),
    Key("check.thin_month_share", \.check.thinMonthShare, .share, shapesResult: false),
    Key("check.thin_month_warning_share", \.check.thinMonthWarningShare, .share, shapesResult: false),
    Key("check.require_load_note", \.check.requireLoadNote, .flag, shapesResult: false),
    Key("check.maximum_days_ahead", \.check.maximumDaysAhead, .whole(0...3660, "days"), shapesResult: false),
  ]

  static let night: [Key] = [
    Key("night.horizon_months", \.night.horizonMonths, .whole(1...24, "months")),
    Key("night.seed", \.night.seed, .seed),
    Key("night.threads", \.night.threads, .whole(0...1024, "threads"), shapesResult: false),
    Key("night.history_months", \.night.historyMonths, .whole(1...120, "months")),
    Key("night.moved_on", \.night.movedOn, .dates),
    Key("night.sample_clients", \.night.sampleClients, .whole(100...10_000_000, "clients")),
    Key("night.refit_every_days", \.night.refitEveryDays, .whole(1...3650, "days")),
    Key("night.relearn_share", \.night.relearnShare, .share),
  ]

  static let cohorts: [Key] = [
    Key("cohorts.minimum_members", \.cohorts.minimumMembers, .whole(1...1_000_000, "clients"))
  ]

  static let gaps: [Key] = [
    Key("gaps.dormant_months", \.gaps.dormantMonths, .whole(1...24, "months")),
    Key("gaps.under_used_share", \.gaps.underUsedShare, .share),
    Key("gaps.under_used_stay", \.gaps.underUsedStay, .share),
    Key("gaps.minimum_active_share", \.gaps.minimumActiveShare, .share),
    Key("gaps.revival_prior", \.gaps.revivalPrior, .share),
    Key("gaps.revival_strength", \.gaps.revivalStrength, .decimal(0.01...100_000, "cases")),
  ]

  static let potential: [Key] = [
    Key("potential.minimum_holders", \.potential.minimumHolders, .whole(1...100_000, "clients")),
    Key("potential.prior_holders", \.potential.priorHolders, .decimal(0...100_000, "clients")),
    // The typical estimate is the median and lies between the two.
    Key("potential.low_quantile", \.potential.lowQuantile, .share(0...0.5)),
    Key("potential.high_quantile", \.potential.highQuantile, .share(0.5...1)),
    Key("potential.minimum_new_holders", \.potential.minimumNewHolders, .whole(30...10_000_000, "clients")),
    Key("potential.prior_new_holders", \.potential.priorNewHolders, .decimal(0.01...100_000, "clients")),
    Key("potential.regression_penalty", \.potential.regressionPenalty, .decimal(0.01...100_000, "clients")),
  ]
}
