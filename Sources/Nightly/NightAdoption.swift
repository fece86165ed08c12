import Banking
import Cohorts
import Features
package import Gaps
import IdealProfiles
import Policy
import Wording

/// Tonight's chance that each client opens each product, and what moved it.
package struct NightAdoption: Sendable {
  package let model: AdoptionModel
  private let ideals: IdealClients
  /// Of whom no chance is known.
  let idle: IdleClients
  let revivals: RevivalRates

  /// As learned before, for tonight's clients but for the idle ones.
  init(_ lessons: NightLessons, _ ideals: IdealClients, but idle: IdleClients, threads: Int) async {
    self.ideals = ideals
    self.idle = idle
    revivals = lessons.revivals
    model = await AdoptionModel(
      lessons.adoption, tonight: ideals.table,
      profiles: await ProfileInputs(ideals, but: idle, threads: threads),
      of: { !idle.contains($0) }, threads: threads)
  }

  /// Learned from the bank's past.
  init(_ ideals: IdealClients, _ past: [IdealClients], settings: PolicySettings, threads: Int) async {
    self.ideals = ideals
    idle = IdleClients()
    let observed = ideals.table.snapshot.asOf.monthsEarlier(settings.night.horizonMonths)
    var revivals = RevivalRates(settings: settings.gaps)
    if let then = past.first(where: { $0.table.snapshot.asOf == observed }) {
      revivals.count(from: then, to: ideals, settings: settings.gaps)
    }
    self.revivals = revivals
    var origins: [TrainingOrigin] = []
    for then in past {
      origins.append(TrainingOrigin(then.table, profiles: await ProfileInputs(then, threads: threads)))
    }
    model = await AdoptionModel.fit(
      tonight: ideals.table, origins: origins, horizonMonths: settings.night.horizonMonths,
      profiles: await ProfileInputs(ideals, threads: threads), settings: settings.adoption,
      random: SeededRandom(seed: settings.night.seed), threads: threads)
  }

  /// Nothing for a client that has left: it opens nothing.
  func probability(_ client: Int, _ product: Int) -> Float {
    let known = model.scores.probability(client: client, product: product)
    return known.isNaN ? 0 : known
  }

  /// By product asked for: the three kinds of inputs that moved the probability most, each by all of its inputs together.
  func drivers(_ client: Int, _ products: [Int]) -> [[(driver: Driver, raises: Bool)]] {
    guard ideals.table.isPeer(client) else { return products.map { _ in [] } }
    return model.reasons(client: client, products: products).map { StrongestDrivers.of($0) }
  }
}

extension ProfileInputs {
  /// - Parameter idle: clients whose penetrations are left unknown.
  init(_ ideals: IdealClients, but idle: IdleClients = IdleClients(), threads: Int) async {
    let pieces = chunks(of: ideals.table.clientCount)
    let unknown = [Float](repeating: .nan, count: ideals.table.productCount)
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      pieces[piece].flatMap { client in
        idle.contains(client) ? unknown : ideals.penetrations(for: client).map { Float($0.value) }
      }
    }
    self.init(
      penetration: parts.flatMap(\.self), profile: ideals.scoring.leaveOneOut,
      productCount: ideals.table.productCount, profileCount: ideals.scoring.profileCount)
  }
}

extension RevivalRates {
  /// Counts what became of the products that were quiet `then`.
  fileprivate mutating func count(from then: IdealClients, to tonight: IdealClients, settings: GapSettings) {
    let (before, after) = (HeldGaps(then, settings: settings), HeldGaps(tonight, settings: settings))
    let month = then.table.snapshot.asOf.lastCompleteMonth
    for case (let client, let position?) in then.table.snapshot.positions(in: tonight.table.snapshot).enumerated() {
      for holding in then.table.snapshot.holdings(of: client) {
        guard let kind = before.kind(of: holding, client: client),
          let now = tonight.table.snapshot.holdings(of: position).first(where: { $0.product == holding.product })
        else { continue }
        let isUsed = now.isHeld && now.lastActive.map { $0 > month } ?? false
        let revived = isUsed && (kind == .dormant || after.kind(of: now, client: position) == nil)
        count(kind, product: Int(holding.product), revived: revived)
      }
    }
  }
}
