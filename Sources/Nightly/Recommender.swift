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
  let income: NightIncome?
  private let heldGaps: HeldGaps
  /// By product.
  private let isSellable: [Bool]
  /// By product: those that it excludes or that exclude it.
  private let rivals: [[Int]]

  /// - Parameter isActiveByNature: see `HeldGaps`.
  init(
    ideals: IdealClients, adoption: NightAdoption, income: NightIncome?, isActiveByNature: [Bool]?,
    settings: GapSettings
  ) {
    self.ideals = ideals
    self.adoption = adoption
    self.income = income
    heldGaps = HeldGaps(ideals, isActiveByNature: isActiveByNature, settings: settings)
    let products = ideals.table.snapshot.catalogue.products
    isSellable = products.map(\.sellable)
    rivals = products.map { one in
      products.indices.filter { one.excludes.contains(products[$0].code) || products[$0].excludes.contains(one.code) }
    }
  }

  /// By product: whether its holders are active as a rule.
  var isActiveByNature: [Bool] { heldGaps.isActiveByNature }

  /// First what the client does not hold, by falling probability (equal ones by penetration, then by product code), then
  /// what it holds but barely uses, in order of product code.
  package func recommendations(of client: Int) -> [Recommendation] {
    precondition(!adoption.idle.contains(client), "an idle client is not asked for")
    let products = ideals.table.productCount
    let penetrations = ideals.penetrations(for: client)
    var holdings = [Holding?](repeating: nil, count: products)
    for holding in ideals.table.snapshot.holdings(of: client) { holdings[Int(holding.product)] = holding }
    let missing = (0..<products).filter { !ideals.table.holds(client, $0) }
      .map { (product: $0, probability: adoption.probability(client, $0)) }
      .sorted {
        ($1.probability, penetrations[$1.product].value, $0.product)
          < ($0.probability, penetrations[$0.product].value, $1.product)
      }
    var recommendations: [Recommendation] = []
    recommendations.reserveCapacity(products)
    var chosen: [Int] = []
    let business = income?.business(of: client) ?? []
    for (product, probability) in missing {
      let estimate = income?.missing(product, client, holdings[product], business: business)
      let offer = self.missing(product, client, estimate, probability, penetrations[product], chosen)
      if offer.isGap { chosen.append(product) }
      recommendations.append(offer)
    }
    for case let holding? in holdings where holding.isHeld {
      if let use = held(holding, client, penetrations[Int(holding.product)]) { recommendations.append(use) }
    }
    return recommendations
  }

  private func missing(
    _ product: Int, _ client: Int, _ estimate: IncomeEstimate?, _ probability: Float, _ penetration: Penetration,
    _ chosen: [Int]
  ) -> Recommendation {
    Recommendation(
      product: product, kind: .missing, probability: probability, penetration: penetration,
      profile: ideals.scoring.profile(of: client, without: product), estimate: estimate,
      isGap: isGap(product, client, penetration, but: chosen))
  }

  /// Two products that exclude each other close one gap, not two.
  /// - Parameters:
  ///   - chosen: what closes a gap of its own.
  ///   - share: see `IdealClients.isCharacteristic`.
  private func isGap(
    _ product: Int, _ client: Int, _ penetration: Penetration? = nil, share: Double = 1, but chosen: [Int]
  ) -> Bool {
    ideals.table.isPeer(client) && isSellable[product]
      && ideals.isCharacteristic(client, product, penetration: penetration, share: share)
      && !rivals[product].contains { ideals.table.holds(client, $0) || chosen.contains($0) }
  }

  /// Whether an offer of a missing product still has its reason: it needs only a share of what makes a product characteristic.
  func isStillGap(_ product: Int, client: Int, share: Double) -> Bool {
    let better = rivals[product].filter { isSellable[$0] && ideals.isCharacteristic(client, $0) }
    return isGap(product, client, share: share, but: better)
  }

  /// Whether a call that the product is barely used still has its reason.
  func isStillUnderUsed(_ product: Int, client: Int) -> Bool {
    ideals.table.isPeer(client)
      && ideals.table.snapshot.holdings(of: client).contains {
        Int($0.product) == product && heldGaps.kind(of: $0, client: client, isCalledAbout: true) == .underUsed
      }
  }

  private func held(_ holding: Holding, _ client: Int, _ penetration: Penetration) -> Recommendation? {
    guard let kind = heldGaps.kind(of: holding, client: client) else { return nil }
    let product = Int(holding.product)
    let now = Money(estimate: ideals.table.monthlyIncome(of: holding, client: client)) ?? .zero
    return Recommendation(
      product: product, kind: kind, probability: adoption.revivals.rate(kind, product: product),
      penetration: penetration, profile: ideals.scoring.profile(of: client, without: product),
      estimate: income?.comparable(product, client, holding)?.above(now),
      isGap: ideals.table.isPeer(client))
  }
}
