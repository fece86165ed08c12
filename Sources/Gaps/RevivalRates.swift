/// How often held products that had gone quiet came to life again by themselves within the horizon: the chance that
/// stands beside a dormant or under-used product, counted on the bank's own past.
package struct RevivalRates: Codable, Sendable {
  /// What is believed before anything is counted, and how many cases it weighs.
  private let prior: Double
  private let strength: Double
  /// By kind, then by product.
  private var cases = [[Int: Cases]](repeating: [:], count: GapKind.allCases.count)

  private struct Cases: Codable {
    var revived = 0
    var all = 0
  }

  package init(settings: GapSettings) {
    prior = settings.revivalPrior
    strength = settings.revivalStrength
  }

  /// One product that was quiet then, and whether it is in use now.
  package mutating func count(_ kind: GapKind, product: Int, revived: Bool) {
    var known = cases[Int(kind.rawValue)][product] ?? Cases()
    known.all += 1
    if revived { known.revived += 1 }
    cases[Int(kind.rawValue)][product] = known
  }

  /// The product's own share, leaning on that of all products of the kind, which leans on the prior (beta-binomial).
  package func rate(_ kind: GapKind, product: Int) -> Float {
    let products = cases[Int(kind.rawValue)]
    let revived = products.values.reduce(0) { $0 + $1.revived }
    let all = products.values.reduce(0) { $0 + $1.all }
    let general = (Double(revived) + strength * prior) / (Double(all) + strength)
    let own = products[product] ?? Cases()
    return Float((Double(own.revived) + strength * general) / (Double(own.all) + strength))
  }
}
