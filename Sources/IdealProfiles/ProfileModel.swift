package import Banking
package import Features

/// The learnt profiles of one bank as they are kept overnight: the mixture, which product each of its Bernoullis stands
/// for, who its components are, and how the clients were spread over them when it was fitted.
package struct ProfileModel: Hashable, Sendable {
  package let mixture: MixtureModel
  /// By position in the mixture.
  package let products: [ProductCode]
  /// By component.
  package let identities: [ProfileIdentity]
  /// Clients by component at the time of the fit: what drift is measured against.
  package let baseline: [Int]
  /// The first id that no profile of this bank has had.
  package let nextID: Int

  /// Nil when the parts do not fit together or the mixture was made for other features than this program's.
  package init?(
    mixture: MixtureModel, products: [ProductCode], identities: [ProfileIdentity], baseline: [Int], nextID: Int
  ) {
    guard mixture.featureCount == ContinuousFeature.count, mixture.productCount == products.count,
      identities.count == mixture.componentCount, baseline.count == mixture.componentCount,
      identities.allSatisfy({ $0.id < nextID })
    else { return nil }
    self.init(
      trusted: mixture, products: products, identities: identities, baseline: baseline, nextID: nextID)
  }

  init(
    trusted mixture: MixtureModel, products: [ProductCode], identities: [ProfileIdentity], baseline: [Int],
    nextID: Int
  ) {
    self.mixture = mixture
    self.products = products
    self.identities = identities
    self.baseline = baseline
    self.nextID = nextID
  }

  /// Every client's profile tonight, leave-one-out profiles included. A product that is new since the fit says nothing
  /// about the profile until the next refit.
  package func score(_ table: FeatureTable, threads: Int) async -> ProfileScoring {
    await mixture(over: table.snapshot.catalogue).score(table, threads: threads)
  }

  func mixture(over catalogue: Catalogue) -> MixtureModel {
    let codes = catalogue.products.map(\.code)
    guard codes != products else { return mixture }
    return mixture.withProducts(codes.map { products.firstIndex(of: $0) })
  }
}
