import Banking
import Features

/// Short names from what sets each profile apart from the bank: size and tenure in words, then the products with the
/// highest lift, e.g. "large, long-standing · Payroll + Acquiring". Unique within a model, and a function of it alone.
struct ProfileNaming {
  let names: [String]
  private let model: MixtureModel
  private let catalogue: Catalogue
  /// By product: share of all clients.
  private let rates: [Double]

  private static let plain = ProfileTrait.average.rawValue
  /// Standard deviations of the bank, and of the profile, that its mean lies off the bank's to deserve a word: the latter, so that it
  /// is true of two thirds of the profile's clients, and a few who are leaving do not call all of it shrinking.
  private static let (remarkable, telling) = (0.5, 0.43)
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
    self.model = model
    self.catalogue = catalogue
    self.rates = rates
  }

  /// Whether what an earlier fit called the profile still says nothing false of it: clients grow old, and products spread. A
  /// word stays while it is half as true as it took to be given, so that names do not flicker.
  func stillHolds(_ name: String, of component: Int) -> Bool {
    // What looks like the number behind it may be a product's own.
    if holds(name[...], of: component) { return true }
    return Self.withoutNumber(name).map { holds($0, of: component) } ?? false
  }

  private func holds(_ name: Substring, of component: Int) -> Bool {
    let standings = Self.standings(model, component)
    var rest = name
    if rest == Self.plain { return standings.allSatisfy { $0.standing < 2 * Self.remarkable } }
    while let (standing, after) = Self.trait(at: rest, standings) {
      guard standing >= Self.remarkable / 2 else { return false }
      rest = after
    }
    while let (product, after) = product(at: rest) {
      let rate = model.probability(component, product)
      guard rate > rates[product], rate >= Self.minimumRate / 2 else { return false }
      rest = after
    }
    // What is left is no word of this program, or a product that has another name today.
    return rest.isEmpty
  }

  /// By how much what the text's first word says stands out, and the text after it.
  private static func trait(
    at text: Substring, _ standings: [(word: String, standing: Double)]
  ) -> (standing: Double, after: Substring)? {
    standings.lazy.compactMap { trait in
      remainder(of: text, after: trait.word, separators: [ProfileTrait.separator, ProfileTrait.productSeparator]).map {
        (trait.standing, $0)
      }
    }.first
  }

  /// The product whose name comes first in the text, of several the longest, and the text after it.
  private func product(at text: Substring) -> (product: Int, after: Substring)? {
    rates.indices.filter { !catalogue[$0].name.isEmpty }
      .compactMap { product in
        Self.remainder(of: text, after: catalogue[product].name, separators: [" + "]).map { (product, $0) }
      }
      .min { $0.1.count < $1.1.count }
  }

  /// Nil where the text does not begin with the word, alone or before a separator.
  private static func remainder(of text: Substring, after word: String, separators: [String]) -> Substring? {
    guard text.hasPrefix(word) else { return nil }
    let rest = text.dropFirst(word.count)
    return rest.isEmpty ? rest : separators.first { rest.hasPrefix($0) }.map { rest.dropFirst($0.count) }
  }

  /// Without what `unused` puts behind; nil where nothing is.
  private static func withoutNumber(_ name: String) -> Substring? {
    guard name.last == ")", let start = name.lastIndex(of: "("), name[..<start].last == " ",
      Int(name[name.index(after: start)...].dropLast()) != nil
    else { return nil }
    return name[..<start].dropLast()
  }

  /// The name, with a number behind it when it is taken.
  static func unused(_ name: String, taken: Set<String>) -> String {
    guard taken.contains(name) else { return name }
    var number = 2
    while taken.contains("\(name) (\(number))") { number += 1 }
    return "\(name) (\(number))"
  }

  private static func spell(_ traits: [String], _ products: [String]) -> String {
    let parts = [traits.joined(separator: ProfileTrait.separator), products.joined(separator: " + ")].filter {
      !$0.isEmpty
    }
    return parts.isEmpty ? plain : parts.joined(separator: ProfileTrait.productSeparator)
  }

  private static func traits(_ model: MixtureModel, _ component: Int) -> [String] {
    Array(standings(model, component).filter { $0.standing >= remarkable }.map(\.word).prefix(2))
  }

  /// Words for what may stand out, and by how much it does, in units of which `remarkable` is enough.
  private static func standings(_ model: MixtureModel, _ component: Int) -> [(word: String, standing: Double)] {
    func standing(_ feature: ContinuousFeature) -> Double {
      let (bank, own) = (model.standing(component, feature.rawValue), model.ownStanding(component, feature.rawValue))
      return abs(own) * remarkable < abs(bank) * telling ? own * remarkable / telling : bank
    }
    let size = standing(.income) == 0 ? standing(.size) : standing(.income)
    let (tenure, trend) = (standing(.tenure), standing(.trend))
    // Less growth than elsewhere is no loss.
    let isFalling = model.mean(component, ContinuousFeature.trend.rawValue) < 0
    let words: [(ProfileTrait, Double)] = [
      (.large, size), (.small, -size), (.longStanding, tenure), (.new, -tenure), (.growing, isFalling ? 0 : trend),
      (.shrinking, isFalling ? -trend : 0),
    ]
    return words.map { ($0.rawValue, $1) }
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
