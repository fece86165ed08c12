import Banking
package import Features

/// Which clients the pinned profiles apply to.
package struct PinnedAssignment: Sendable {
  /// The overriding profiles in the policy's order; each becomes a profile behind the learnt ones.
  package let overrides: [PinnedProfile]
  /// By client: position in `overrides`; -1 = none. The first that applies wins.
  package let overrideOfClient: [Int32]
  /// By override: its products' positions.
  private let overrideProducts: [Set<Int>]
  /// Client-major words: products joined to the learnt profile.
  private let joined: [UInt64]
  private let words: Int

  /// Learnt and pinned profiles together are counted in one byte; overrides past this number are not looked at.
  package static let maximumOverrides = 190

  /// Products, industries and regions that this bank does not have select nothing.
  package init(_ profiles: [PinnedProfile], _ table: FeatureTable) {
    let snapshot = table.snapshot
    let overrides = Array(profiles.filter { $0.mode == .override }.prefix(Self.maximumOverrides))
    let tests = overrides.map { Applicability($0, snapshot) }
    overrideOfClient = snapshot.clients.map { client in
      Int32(tests.firstIndex { $0.holds(client) } ?? -1)
    }
    self.overrides = overrides
    overrideProducts = overrides.map { Set($0.products.compactMap(snapshot.catalogue.index)) }
    words = table.words
    var joined: [UInt64] = []
    let joins = profiles.filter { $0.mode == .join }
    if !joins.isEmpty {
      joined = [UInt64](repeating: 0, count: table.clientCount * table.words)
      for profile in joins {
        let test = Applicability(profile, snapshot)
        let products = profile.products.compactMap(snapshot.catalogue.index)
        for (client, facts) in snapshot.clients.enumerated() where test.holds(facts) {
          for product in products { joined[client * table.words + product / 64] |= 1 << UInt64(product % 64) }
        }
      }
    }
    self.joined = joined
  }

  /// Whether a pinned profile says that the product belongs, nil = none says anything.
  func isCharacteristic(_ client: Int, _ product: Int) -> Bool? {
    let position = Int(overrideOfClient[client])
    if position >= 0 { return overrideProducts[position].contains(product) }
    guard !joined.isEmpty else { return nil }
    return joined[client * words + product / 64] >> UInt64(product % 64) & 1 == 1 ? true : nil
  }

  /// The ids of pinned profiles follow the policy's order and begin where no learnt profile's id will ever be.
  package func identities(after learnt: [ProfileIdentity]) -> [ProfileIdentity] {
    learnt
      + overrides.enumerated().map { ProfileIdentity(id: 1_000_001 + $0, name: $1.name, isPinned: true) }
  }

  /// The scoring with the overridden clients moved to their pinned profiles, with certainty and for every product.
  package func applied(to scoring: ProfileScoring) -> ProfileScoring {
    guard !overrides.isEmpty else { return scoring }
    var profile = scoring.profile
    var membership = scoring.membership
    var leaveOneOut = scoring.leaveOneOut
    for (client, position) in overrideOfClient.enumerated() where position >= 0 {
      let pinned = UInt8(scoring.profileCount + Int(position))
      profile[client] = pinned
      membership[client] = 1
      for product in 0..<scoring.productCount { leaveOneOut[client * scoring.productCount + product] = pinned }
    }
    return ProfileScoring(
      clientCount: scoring.clientCount, productCount: scoring.productCount,
      profileCount: scoring.profileCount + overrides.count, profile: profile, membership: membership,
      leaveOneOut: leaveOneOut)
  }
}

/// A pinned profile's condition in the snapshot's positions.
private struct Applicability {
  let industries: Set<Int32>?
  let regions: Set<Int32>?

  init(_ profile: PinnedProfile, _ snapshot: Snapshot) {
    industries = profile.industries.map { Self.positions($0, snapshot.industries) }
    regions = profile.regions.map { Self.positions($0, snapshot.regions) }
  }

  func holds(_ client: ClientFacts) -> Bool {
    industries?.contains(client.industry) ?? true && regions?.contains(client.region) ?? true
  }

  private static func positions(_ names: [String], _ all: [String]) -> Set<Int32> {
    Set(names.compactMap { name in all.firstIndex(of: name).map(Int32.init) })
  }
}
