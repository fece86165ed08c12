/// How often held products that had gone quiet came to life again by themselves within the horizon: the chance that
/// stands beside a dormant or under-used product, counted on the bank's own past.
package struct RevivalRates: Sendable {
  /// What is believed before anything is counted, and how many cases it weighs.
  private let prior: Double
  private let strength: Double
  private var cases: [GapKind: [Int: (revived: Int, all: Int)]] = [:]

  package init(settings: GapSettings) {
    prior = settings.revivalPrior
    strength = settings.revivalStrength
  }

  /// One product that was quiet then, and whether it is in use now.
  package mutating func count(_ kind: GapKind, product: Int, revived: Bool) {
    var known = cases[kind]?[product] ?? (0, 0)
    known.all += 1
    if revived { known.revived += 1 }
    cases[kind, default: [:]][product] = known
  }

  /// The product's own share, leaning on that of all products of the kind, which leans on the prior (beta-binomial).
  package func rate(_ kind: GapKind, product: Int) -> Float {
    let products = cases[kind] ?? [:]
    let revived = products.values.reduce(0) { $0 + $1.revived }
    let all = products.values.reduce(0) { $0 + $1.all }
    let general = (Double(revived) + strength * prior) / (Double(all) + strength)
    let own = products[product] ?? (0, 0)
    return Float((Double(own.revived) + strength * general) / (Double(own.all) + strength))
  }
}
