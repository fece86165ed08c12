import Banking
import Features

/// Scores one chunk of clients. With t_k = log p(k, x, b) the profile is argmax_k t_k, its membership
/// exp(t_k − log Σ_l exp t_l). Leaving product j out drops its Bernoulli, which is exact because products are
/// independent inside a component, and judges the client's income, trend and activity without j by how the component's
/// clients are spread without j (`LeaveOneOutMoments`):
///
///     t_k^(−j) = log w_k + log N(x^(−j); μ_kj, σ²_kj) + Σ_{l≠j} [b_l log p_kl + (1 − b_l) log(1 − p_kl)]
///
/// Tenure and size stay as they are. Every product costs some 3 K fused steps; only holdings with income or operations
/// cost new features.
struct LeaveOneOut {
  let table: FeatureTable
  let units: Standardisation
  let kernel: MixtureKernel
  let left: LeaveOneOutKernel

  struct Scores: Sendable {
    var profile: [UInt8] = []
    var membership: [Double] = []
    var leaveOneOut: [UInt8] = []
  }

  init(_ table: FeatureTable, _ mixture: MixtureModel, _ moments: LeaveOneOutMoments) {
    self.table = table
    units = mixture.units
    kernel = MixtureKernel(mixture)
    left = LeaveOneOutKernel(moments, components: mixture.componentCount)
  }

  func scores(of clients: Range<Int>) -> Scores {
    let (k, p) = (kernel.components, kernel.products)
    let activity = ActivityFeatures(table, units)
    var scores = Scores(
      profile: [UInt8](repeating: 0, count: clients.count), membership: [Double](repeating: 0, count: clients.count),
      leaveOneOut: [UInt8](repeating: 0, count: clients.count * p))
    withLoop { loop in
      table.held.withUnsafeBufferPointer { held in
        for (row, client) in clients.enumerated() {
          let bits = held.baseAddress! + client * table.words
          standardise(client, loop)
          kernel.logTerms(loop.parameters, loop.features, bits, into: loop.terms)
          let best = MixtureKernel.largest(loop.terms, k)
          _ = MixtureKernel.normalise(loop.terms, k)
          (scores.profile[row], scores.membership[row]) = (UInt8(best), loop.terms[best])
          scores.leaveOneOut.withUnsafeMutableBufferPointer { out in
            leaveOut(client, bits, activity, loop, into: out, at: row * p)
          }
        }
      }
    }
    return scores
  }

  /// The parameters, and the scratch memory of one chunk: K terms of the client, K terms without its activity, K terms
  /// without one product, the standardised features.
  private struct Loop {
    let parameters: UnsafePointer<Double>
    let left: UnsafePointer<Double>
    let terms: UnsafeMutablePointer<Double>
    let components: Int
    var quiet: UnsafeMutablePointer<Double> { terms + components }
    var variant: UnsafeMutablePointer<Double> { terms + 2 * components }
    var features: UnsafeMutablePointer<Double> { terms + 3 * components }
  }

  private func withLoop(_ body: (Loop) -> Void) {
    let k = kernel.components
    // One element more, so that there is a pointer even where there are no products.
    (left.table + [0]).withUnsafeBufferPointer { left in
      kernel.table.withUnsafeBufferPointer { parameters in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * k + kernel.features) { scratch in
          body(
            Loop(
              parameters: parameters.baseAddress!, left: left.baseAddress!, terms: scratch.baseAddress!,
              components: k))
        }
      }
    }
  }

  @inline(__always)
  private func standardise(_ client: Int, _ loop: Loop) {
    let values = table.features(of: client)
    for f in 0..<kernel.features {
      loop.features[f] = Standardisation.apply(values[f], offset: units.offsets[f], scale: units.scales[f])
    }
  }

  private func leaveOut(
    _ client: Int, _ bits: UnsafePointer<UInt64>, _ activity: ActivityFeatures, _ loop: Loop,
    into out: UnsafeMutableBufferPointer<UInt8>, at place: Int
  ) {
    // Unknown is marginalised: what is left are the terms that no product's activity moves.
    for feature in ContinuousFeature.ofActivity { loop.features[feature.rawValue] = .nan }
    kernel.logTerms(loop.parameters, loop.features, bits, into: loop.quiet)
    let whole = activity.of(client)
    for product in 0..<kernel.products {
      out[place + product] = without(product, whole, bits, loop)
    }
    for holding in table.snapshot.holdings(of: client) where ActivityFeatures.areMoved(by: holding) {
      let product = Int(holding.product)
      out[place + product] = without(product, activity.of(client, without: holding), bits, loop)
    }
  }

  /// argmax_k of the terms without the product, for activity features without it.
  @inline(__always)
  private func without(
    _ product: Int, _ x: ActivityFeatures.Values, _ bits: UnsafePointer<UInt64>, _ loop: Loop
  ) -> UInt8 {
    let k = kernel.components
    let logit = loop.parameters + kernel.productPlace(product)
    let absent = logit + kernel.products * k
    let isHeld = bits[product / 64] >> UInt64(product % 64) & 1 == 1
    for c in 0..<k { loop.variant[c] = loop.quiet[c] - absent[c] - (isHeld ? logit[c] : 0) }
    left.add(loop.left, product, x, to: loop.variant)
    return UInt8(MixtureKernel.largest(loop.variant, k))
  }
}
