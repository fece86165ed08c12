import Banking
import Glibc
import IdealProfiles

/// Clients of six kinds: eight continuous features, a twentieth of them unknown, and fifteen products.
struct PlantedClients {
  let data: MixtureData

  private static let (kinds, features, products) = (6, 8, 15)
  private static let unknown = 0.05

  init(count: Int, random: SeededRandom) {
    var random = random
    let centres = (0..<Self.kinds * Self.features).map { _ in 1.5 * Self.normal(&random) }
    let spreads = centres.map { _ in 0.4 + random.uniform() }
    let rates = (0..<Self.kinds * Self.products).map { _ in 0.05 + 0.9 * random.uniform() }
    var continuous: [Double] = []
    var held: [UInt64] = []
    for _ in 0..<count {
      let kind = random.below(Self.kinds)
      for feature in kind * Self.features..<(kind + 1) * Self.features {
        let value = centres[feature] + spreads[feature] * Self.normal(&random)
        continuous.append(random.uniform() < Self.unknown ? .nan : value)
      }
      var bits: UInt64 = 0
      for product in 0..<Self.products where random.uniform() < rates[kind * Self.products + product] {
        bits |= 1 << product
      }
      held.append(bits)
    }
    data = MixtureData(
      count: count, featureCount: Self.features, productCount: Self.products, continuous: continuous, held: held)
  }

  /// Box & Muller 1958.
  private static func normal(_ random: inout SeededRandom) -> Double {
    (-2 * log(1 - random.uniform())).squareRoot() * cos(2 * .pi * random.uniform())
  }

  /// One line a client: features (empty where unknown), then products as 0 and 1.
  func write(to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    for row in 0..<data.count {
      let values = data.continuous[row * Self.features..<(row + 1) * Self.features].map { $0.isNaN ? "" : "\($0)" }
      let bits = (0..<Self.products).map { data.held[row] >> $0 & 1 == 1 ? "1" : "0" }
      fputs((values + bits).joined(separator: ",") + "\n", file)
    }
    return fclose(file) == 0
  }
}
