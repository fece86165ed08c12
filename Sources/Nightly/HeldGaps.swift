import Banking
import Cohorts
import Features
import Gaps
import IdealProfiles

/// Which held products are dormant or under-used, on one date.
struct HeldGaps: Sendable {
  private let ideals: IdealClients
  private let use: HeldUse

  /// - Parameter isActiveByNature: by product, as learned before; nil = as tonight's clients say.
  init(_ ideals: IdealClients, isActiveByNature: [Bool]? = nil, settings: GapSettings) {
    self.ideals = ideals
    use =
      isActiveByNature.map { HeldUse(isActiveByNature: $0, settings: settings) }
      ?? HeldUse(ideals.table, settings: settings)
  }

  var isActiveByNature: [Bool] { use.isActiveByNature }

  /// - Parameter isCalledAbout: whether a call about its use waits for its manager.
  func kind(of holding: Holding, client: Int, isCalledAbout: Bool = false) -> GapKind? {
    guard holding.isHeld else { return nil }
    let profile = ideals.scoring.profile(of: client, without: Int(holding.product))
    let usage = ideals.usage(
      cohort: Int(ideals.cohorts.ofClient[client]), profile: profile, product: Int(holding.product))?.usage
    return use.gap(
      ideals.table, client: client, holding: holding, typicalOperations: usage?.typicalOperations,
      typicalIncome: usage?.typicalIncome.minorUnits, isCalledAbout: isCalledAbout)
  }
}
