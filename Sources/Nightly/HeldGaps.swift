import Banking
import Cohorts
import Features
import Gaps
import IdealProfiles
import Triggers

/// Which held products are dormant or under-used, on one date.
struct HeldGaps: Sendable {
  private let ideals: IdealClients
  private let use: HeldUse
  private let calls: WaitingUseCalls

  /// - Parameters:
  ///   - isActiveByNature: by product, as learned before; nil = as tonight's clients say.
  ///   - calls: of which the gap stays a little longer.
  init(
    _ ideals: IdealClients, isActiveByNature: [Bool]? = nil, calls: WaitingUseCalls = WaitingUseCalls(),
    settings: GapSettings
  ) {
    self.ideals = ideals
    self.calls = calls
    use =
      isActiveByNature.map { HeldUse(isActiveByNature: $0, settings: settings) }
      ?? HeldUse(ideals.table, settings: settings)
  }

  var isActiveByNature: [Bool] { use.isActiveByNature }

  func kind(of holding: Holding, client: Int) -> GapKind? {
    guard holding.isHeld else { return nil }
    let profile = ideals.scoring.profile(of: client, without: Int(holding.product))
    let usage = ideals.usage(
      cohort: Int(ideals.cohorts.ofClient[client]), profile: profile, product: Int(holding.product))?.usage
    return use.gap(
      ideals.table, client: client, holding: holding, typicalOperations: usage?.typicalOperations,
      typicalIncome: usage?.typicalIncome.minorUnits,
      isCalledAbout: calls.contains(ideals.table.snapshot, client, Int(holding.product)))
  }
}

/// The calls about a product that is barely used that wait for their managers. One that is accepted waits for the client.
struct WaitingUseCalls: Sendable {
  private let subjects: Set<Subject>

  private struct Subject: Hashable {
    var client: ClientID
    var product: ProductCode
  }

  init(_ triggers: [ExistingTrigger] = []) {
    subjects = Set(
      triggers.lazy.filter { $0.kind == .deepen && ($0.state == .open || $0.state == .snoozed && !$0.wasAccepted) }
        .compactMap { trigger in trigger.product.map { Subject(client: trigger.client, product: $0) } })
  }

  func contains(_ snapshot: Snapshot, _ client: Int, _ product: Int) -> Bool {
    subjects.contains(Subject(client: snapshot.clients[client].id, product: snapshot.catalogue[product].code))
  }
}
