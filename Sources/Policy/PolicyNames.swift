import Banking
import IdealProfiles
import Triggers

/// What a policy calls by a name that only the bank's data know: a slip of the pen there makes a rule that does nothing.
package struct PolicyNames: Sendable {
  package var products: [String] = []
  package var regions: [String] = []
  package var industries: [String] = []

  package init() {}
}

extension PolicySettings {
  /// Ascending, each once.
  package var names: PolicyNames {
    var names = PolicyNames()
    let pinned = pinnedProfiles.flatMap(\.products)
    names.products = Set((Array(triggers.products.keys) + pinned).map(\.rawValue)).sorted()
    names.regions = Set(pinnedProfiles.flatMap { $0.regions ?? [] }).sorted()
    names.industries = Set(pinnedProfiles.flatMap { $0.industries ?? [] }).sorted()
    return names
  }
}
