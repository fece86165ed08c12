package import Banking

/// A profile that a product owner pins by hand.
package struct PinnedProfile: Hashable, Sendable {
  package enum Mode: String, Sendable, CaseIterable {
    /// The clients it applies to belong to this profile whatever was learnt, and exactly its products are
    /// characteristic of it.
    case override
    /// Its products are characteristic in addition to those of the learnt profile.
    case join
  }

  package let name: String
  /// Names as in the source; nil = every industry, every region.
  package let industries: [String]?
  package let regions: [String]?
  package let products: [ProductCode]
  package let mode: Mode

  package init(
    name: String, industries: [String]? = nil, regions: [String]? = nil, products: [ProductCode], mode: Mode
  ) {
    self.name = name
    self.industries = industries
    self.regions = regions
    self.products = products
    self.mode = mode
  }
}
