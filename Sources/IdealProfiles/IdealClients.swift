import Banking
package import Cohorts
package import Features

/// The bank's ideal clients: one cell for every cohort, profile and product. Immutable; a class for the same reason as
/// `Snapshot`.
package final class IdealClients: Sendable {
  package let table: FeatureTable
  package let cohorts: Cohorts
  /// Pinned profiles applied.
  package let scoring: ProfileScoring
  package let pinned: PinnedAssignment
  package let settings: ProfileSettings
  /// By product.
  let columns: [IdealColumn]
  /// Cohort-major, `cohorts × profiles`.
  let profiles: [CohortProfile]

  /// - Parameter scoring: tonight's scoring by the learnt model; pinned profiles are applied here.
  package init(
    _ table: FeatureTable, _ cohorts: Cohorts, _ scoring: ProfileScoring, pinned: [PinnedProfile] = [],
    settings: ProfileSettings, threads: Int
  ) async {
    let assignment = PinnedAssignment(pinned, table)
    let scoring = assignment.applied(to: scoring)
    let builder = IdealColumn.Builder(table, cohorts, scoring, settings)
    // The profiles as a whole are one more piece of the work.
    let parts = await inParallel(table.productCount + 1, threads: threads) { piece in
      piece < table.productCount
        ? Part.column(builder.column(piece)) : .profiles(CohortProfile.all(table, cohorts, scoring, settings))
    }
    columns = parts.compactMap(\.column)
    profiles = parts.compactMap(\.profiles).flatMap(\.self)
    self.pinned = assignment
    self.scoring = scoring
    self.table = table
    self.cohorts = cohorts
    self.settings = settings
  }

  private enum Part {
    case column(IdealColumn)
    case profiles([CohortProfile])

    var column: IdealColumn? { if case .column(let column) = self { column } else { nil } }
    var profiles: [CohortProfile]? { if case .profiles(let profiles) = self { profiles } else { nil } }
  }

  /// Ideal clients as they were learned before, with tonight's clients in front of them.
  /// - Parameter lessons: of the same products, cohorts, profiles and pinned profiles.
  package init(
    _ lessons: IdealLessons, _ table: FeatureTable, _ cohorts: Cohorts, _ scoring: ProfileScoring,
    pinned: [PinnedProfile], settings: ProfileSettings
  ) {
    let assignment = PinnedAssignment(pinned, table)
    columns = lessons.columns
    profiles = lessons.profiles
    self.pinned = assignment
    self.scoring = assignment.applied(to: scoring)
    self.table = table
    self.cohorts = cohorts
    self.settings = settings
  }

  package var lessons: IdealLessons { IdealLessons(columns: columns, profiles: profiles) }

  package func cell(cohort: Int, profile: Int, product: Int) -> IdealCell {
    columns[product].cells[cohort * scoring.profileCount + profile]
  }

  /// The cell in which to ask whether the client should hold the product.
  package func cell(for client: Int, product: Int) -> IdealCell {
    cell(
      cohort: Int(cohorts.ofClient[client]), profile: scoring.profile(of: client, without: product), product: product)
  }

  package func profile(cohort: Int, profile: Int) -> CohortProfile {
    profiles[cohort * scoring.profileCount + profile]
  }

  /// Usage by comparable holders: of the cell, or of the narrowest wider cohort with enough holders; last of all of
  /// every profile's reference members in the bank. The answer says which cohort it is from, nil = all profiles.
  package func usage(cohort: Int, profile: Int, product: Int) -> (usage: ProductUsage, cohort: Int?)? {
    for wider in cohorts.chain(from: cohort) {
      if let usage = cell(cohort: wider, profile: profile, product: product).usage,
        usage.holders >= settings.minimumHolders
      {
        return (usage, wider)
      }
    }
    return columns[product].everyone.usage.map { ($0, nil) }
  }

  /// Whether the product belongs to the client's profile: pinned profiles decide where they speak, else penetration.
  /// - Parameters:
  ///   - penetration: of the product in front of the client, where it is at hand.
  ///   - share: of each threshold that suffices.
  package func isCharacteristic(
    _ client: Int, _ product: Int, penetration: Penetration? = nil, share: Double = 1
  ) -> Bool {
    if let verdict = pinned.isCharacteristic(client, product) { return verdict }
    let penetration = penetration ?? self.penetration(for: client, product: product)
    return isCharacteristic(penetration.value, product, share: share)
  }

  /// Whether the bank as a whole has as many reference members as the smallest profile that may stand: with fewer a share says
  /// nothing of anybody else.
  private func hasEvidence(_ product: Int) -> Bool {
    Double(columns[product].everyone.referenceMembers) >= settings.referenceShare * Double(settings.minimumMembers)
  }

  /// Whether a share of holders makes the product characteristic: most have it, or clearly more than in the bank.
  /// - Parameter share: of each threshold that suffices.
  package func isCharacteristic(_ penetration: Double, _ product: Int, share: Double = 1) -> Bool {
    guard hasEvidence(product) else { return false }
    if penetration >= settings.characteristicPenetration * share { return true }
    let everyone = columns[product].everyone
    let bank = IdealColumn.bankShare(holders: everyone.holders, of: everyone.referenceMembers)
    return penetration >= settings.leastCharacteristic * share
      && penetration >= settings.characteristicLift * bank * share
  }
}

/// The ideal clients alone, as learned from all clients on one date; to be kept, and compared with on later nights.
package struct IdealLessons: Sendable {
  /// By product.
  let columns: [IdealColumn]
  /// Cohort-major, `cohorts × profiles`.
  let profiles: [CohortProfile]
}
