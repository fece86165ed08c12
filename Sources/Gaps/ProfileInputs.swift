/// What the ideal profiles say of each client and product, at the same date as the snapshot they go with. Judged with
/// the product left out; plain values, so that any model of profiles can supply them.
package struct ProfileInputs: Sendable {
  /// Client-major, clients × products: shrunk share of reference members that hold the product; NaN = unknown.
  package let penetration: [Float]
  /// Client-major, clients × products: the client's likeliest profile judged without the product.
  package let profile: [UInt8]
  package let productCount: Int
  let profileCount: Int

  /// - Parameter profileCount: above every element of `profile`.
  package init(penetration: [Float], profile: [UInt8], productCount: Int, profileCount: Int) {
    self.penetration = penetration
    self.profile = profile
    self.productCount = productCount
    self.profileCount = profileCount
  }

  func profile(_ client: Int, _ product: Int) -> Int { Int(profile[client * productCount + product]) }

  func penetration(_ client: Int, _ product: Int) -> Double {
    Double(penetration[client * productCount + product])
  }
}
