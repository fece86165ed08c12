import Banking
import Cohorts
import Features
import Gaps
package import IdealProfiles
import Potential

/// Says of any client which products it lacks or barely uses, best first. Asked client by client, so that the
/// recommendations of a whole bank never stand in memory.
package struct Recommender: Sendable {
  package let ideals: IdealClients
  let adoption: NightAdoption
  let potential: PotentialModel?
  private let heldGaps: HeldGaps

  init(ideals: IdealClients, adoption: NightAdoption, potential: PotentialModel?, settings: GapSettings) {
    self.ideals = ideals
    self.adoption = adoption
    self.potential = potential
    heldGaps = HeldGaps(ideals, settings: settings)
  }

  /// First what the client does not hold, by falling probability (equal ones by product code), then what it holds but
  /// barely uses, in order of product code.
  package func recommendations(of client: Int) -> [Recommendation] {
    let table = ideals.table
    var holdings = [Holding?](repeating: nil, count: table.productCount)
    for holding in table.snapshot.holdings(of: client) { holdings[Int(holding.product)] = holding }
    let missing = (0..<table.productCount).filter { !table.holds(client, $0) }
      .sorted { (adoption.probability(client, $1), $0) < (adoption.probability(client, $0), $1) }
    var chosen: [Int] = []
    let offers = missing.map { product in
      let offer = self.missing(product, client, holdings[product], chosen)
      if offer.isGap { chosen.append(product) }
      return offer
    }
    let held = holdings.compactMap(\.self).filter(\.isHeld).compactMap { self.held($0, client) }
    return offers + held
  }

  private func missing(_ product: Int, _ client: Int, _ holding: Holding?, _ chosen: [Int]) -> Recommendation {
    let table = ideals.table
    let profile = ideals.scoring.profile(of: client, without: product)
    return Recommendation(
      product: product, kind: .missing, probability: adoption.probability(client, product),
      penetration: ideals.penetration(for: client, product: product), profile: profile,
      estimate: potential?.estimate(
        table, client: client, product: product, holding: holding, profile: UInt8(profile)),
      isGap: table.isPeer(client) && table.snapshot.catalogue[product].sellable
        && ideals.isCharacteristic(client, product) && !isRivalled(product, client, chosen))
  }

  /// Two products that exclude each other close one gap, not two.
  private func isRivalled(_ product: Int, _ client: Int, _ chosen: [Int]) -> Bool {
    let catalogue = ideals.table.snapshot.catalogue
    func excludes(_ one: Int, _ other: Int) -> Bool { catalogue[one].excludes.contains(catalogue[other].code) }
    return catalogue.products.indices.contains { rival in
      (excludes(product, rival) || excludes(rival, product))
        && (ideals.table.holds(client, rival) || chosen.contains(rival))
    }
  }

  private func held(_ holding: Holding, _ client: Int) -> Recommendation? {
    guard let kind = heldGaps.kind(of: holding, client: client) else { return nil }
    let table = ideals.table
    let product = Int(holding.product)
    let profile = ideals.scoring.profile(of: client, without: product)
    let income = Money(estimate: table.monthlyIncome(of: holding, client: client)) ?? .zero
    let estimate = potential?.estimate(
      table, client: client, product: product, holding: holding, profile: UInt8(profile))
    return Recommendation(
      product: product, kind: kind, probability: adoption.revivals.rate(kind, product: product),
      penetration: ideals.penetration(for: client, product: product), profile: profile,
      estimate: estimate?.above(income), isGap: table.isPeer(client))
  }
}
