import Banking
import Features

/// Short names from what sets each profile apart from the bank: size and tenure in words, then the products with the
/// highest lift, e.g. "large, long-standing · Payroll + Acquiring". Unique within a model, and a function of it alone.
struct ProfileNaming {
  let names: [String]

  /// Standard deviations from the bank's mean that deserve a word.
  private static let remarkable = 0.5
  /// Lift over the bank's rate, and own rate, from which a product names a profile.
  private static let minimumLift = 1.25
  private static let minimumRate = 0.25

  init(_ model: MixtureModel, _ catalogue: Catalogue) {
    let rates = (0..<model.productCount).map { product in
      (0..<model.componentCount).reduce(0.0) { $0 + model.weights[$1] * model.probability($1, product) }
    }
    var names: [String] = []
    for component in 0..<model.componentCount {
      let lifted = Self.lifted(model, component, rates)
      let traits = Self.traits(model, component)
      // More products tell similar profiles apart; a number is the last resort.
      let spellings = (min(2, lifted.count)...max(2, lifted.count)).map { count in
        Self.spell(traits, lifted.prefix(count).map { catalogue[$0].name })
      }
      let free = spellings.first { !names.contains($0) }
      names.append(free ?? Self.unused(spellings[0], taken: Set(names)))
    }
    self.names = names
  }

  /// The name, with a number behind it when it is taken.
  static func unused(_ name: String, taken: Set<String>) -> String {
    guard taken.contains(name) else { return name }
    var number = 2
    while taken.contains("\(name) (\(number))") { number += 1 }
    return "\(name) (\(number))"
  }

  private static func spell(_ traits: [String], _ products: [String]) -> String {
    let parts = [traits.joined(separator: ", "), products.joined(separator: " + ")].filter { !$0.isEmpty }
    return parts.isEmpty ? "average" : parts.joined(separator: " · ")
  }

  private static func traits(_ model: MixtureModel, _ component: Int) -> [String] {
    func standing(_ feature: ContinuousFeature) -> Double { model.standing(component, feature.rawValue) }
    var traits: [String] = []
    let size = standing(.income) == 0 ? standing(.size) : standing(.income)
    if size >= remarkable { traits.append("large") }
    if size <= -remarkable { traits.append("small") }
    if standing(.tenure) >= remarkable { traits.append("long-standing") }
    if standing(.tenure) <= -remarkable { traits.append("new") }
    if standing(.trend) >= remarkable { traits.append("growing") }
    if standing(.trend) <= -remarkable { traits.append("shrinking") }
    return Array(traits.prefix(2))
  }

  /// Up to three products, highest lift first.
  private static func lifted(_ model: MixtureModel, _ component: Int, _ rates: [Double]) -> [Int] {
    let lifts = rates.indices.map { model.probability(component, $0) / rates[$0] }
    return rates.indices
      .filter { lifts[$0] >= minimumLift && model.probability(component, $0) >= minimumRate }
      .sorted { (lifts[$1], $0) < (lifts[$0], $1) }
      .prefix(3).map { $0 }
  }
}
