import Banking
import Cohorts
import Features

extension CohortProfile {
  /// All cohorts' profiles, cohort-major; parents are finished before their children.
  static func all(
    _ table: FeatureTable, _ cohorts: Cohorts, _ scoring: ProfileScoring, _ settings: ProfileSettings
  ) -> [CohortProfile] {
    let profiles = scoring.profileCount
    var members: [(cell: Int, value: Int64)] = []
    for client in 0..<table.clientCount where table.isPeer(client) {
      let income = table.monthlyIncome(of: client) ?? 0
      for cohort in cohorts.chain(from: Int(cohorts.ofClient[client])) {
        members.append((cohort * profiles + Int(scoring.profile[client]), income))
      }
    }
    var incomes = Buckets(cells: cohorts.all.count * profiles, members)
    var result: [CohortProfile] = []
    result.reserveCapacity(cohorts.all.count * profiles)
    for (place, cohort) in cohorts.all.enumerated() {
      for profile in 0..<profiles {
        let cell = place * profiles + profile
        let parent = cohort.parent.map { result[$0 * profiles + profile] }
        let strength = settings.mixingPriorStrength
        let expected = parent?.share ?? 1 / Double(profiles)
        let share = (Double(incomes.count(cell)) + strength * expected) / (Double(cohort.memberCount) + strength)
        let lends = incomes.count(cell) < settings.minimumHolders ? parent : nil
        let known = table.snapshot.hasIncome
        result.append(
          CohortProfile(
            memberCount: incomes.count(cell), share: share,
            typicalIncome: lends?.typicalIncome
              ?? (known ? incomes.quantile(cell, 0.5).map(Money.init(minorUnits:)) : nil),
            idealIncome: lends?.idealIncome
              ?? (known ? incomes.quantile(cell, 0.8).map(Money.init(minorUnits:)) : nil)))
      }
    }
    return result
  }
}
