/// Where every client belongs, and where it would belong if one product were unknown.
package struct ProfileScoring: Sendable {
  package let clientCount: Int
  package let productCount: Int
  /// Learnt profiles (positions 0..<) and, after them, profiles pinned by hand.
  package let profileCount: Int
  /// By client: the most probable profile.
  package let profile: [UInt8]
  /// By client: that profile's posterior probability.
  package let membership: [Double]
  /// Client-major, `clientCount × productCount`: the most probable profile judged without the product's ownership, and
  /// without its income and operations.
  package let leaveOneOut: [UInt8]

  package init(
    clientCount: Int, productCount: Int, profileCount: Int, profile: [UInt8], membership: [Double],
    leaveOneOut: [UInt8]
  ) {
    self.clientCount = clientCount
    self.productCount = productCount
    self.profileCount = profileCount
    self.profile = profile
    self.membership = membership
    self.leaveOneOut = leaveOneOut
  }

  /// The profile in which to ask whether the client should hold the product.
  package func profile(of client: Int, without product: Int) -> Int {
    Int(leaveOneOut[client * productCount + product])
  }

  /// Clients in each profile.
  package var counts: [Int] {
    var counts = [Int](repeating: 0, count: profileCount)
    for profile in profile { counts[Int(profile)] += 1 }
    return counts
  }
}
