import Banking
import IdealProfiles

/// A pinned profile while it is being read.
struct PinnedProfileDraft: Sendable {
  var name = ""
  var industries: [String]?
  var regions: [String]?
  var products: [ProductCode] = []
  /// Join is the milder of the two: it takes nothing away from what was learnt.
  var mode = PinnedProfile.Mode.join

  init() {}

  init(_ profile: PinnedProfile) {
    name = profile.name
    industries = profile.industries
    regions = profile.regions
    products = profile.products
    mode = profile.mode
  }

  /// nil without a name or without products: it would say nothing.
  var profile: PinnedProfile? {
    guard !name.isEmpty, !products.isEmpty else { return nil }
    return PinnedProfile(name: name, industries: industries, regions: regions, products: products, mode: mode)
  }
}
