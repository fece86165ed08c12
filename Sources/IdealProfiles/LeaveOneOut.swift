import Banking
import Features

/// Scores one chunk of clients. With t_k = log p(k, x, b) the profile is argmax_k t_k, its membership
/// exp(t_k − log Σ_l exp t_l). Leaving product j out drops one term, which is exact because products are independent
/// inside a component:
///
///     t_k^(−j) = t_k − [b_j log p_kj + (1 − b_j) log(1 − p_kj)]
///
/// and, where the client has income or operations on j, replaces the Gaussian terms by those of its features without
/// them. Only the held products of that kind cost more than K subtractions.
struct LeaveOneOut {
  let table: FeatureTable
  let kernel: MixtureKernel
  let units: Standardisation

  struct Scores: Sendable {
    var profile: [UInt8] = []
    var membership: [Double] = []
    var leaveOneOut: [UInt8] = []
  }

  func scores(of clients: Range<Int>) -> Scores {
    let (k, p) = (kernel.components, kernel.products)
    var scores = Scores(
      profile: [UInt8](repeating: 0, count: clients.count), membership: [Double](repeating: 0, count: clients.count),
      leaveOneOut: [UInt8](repeating: 0, count: clients.count * p))
    kernel.table.withUnsafeBufferPointer { parameters in
      table.held.withUnsafeBufferPointer { held in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: kernel.features + 2 * k) { scratch in
          let loop = Loop(parameters: parameters.baseAddress!, terms: scratch.baseAddress!, kernel: kernel)
          for (row, client) in clients.enumerated() {
            let bits = held.baseAddress! + client * table.words
            scores.leaveOneOut.withUnsafeMutableBufferPointer { out in
              leaveOut(client, bits, loop, into: out, at: row * p)
            }
            (scores.profile[row], scores.membership[row]) = assign(client, bits, loop)
          }
        }
      }
    }
    return scores
  }

  /// The scratch memory of one chunk: K terms, K terms of another variant, the standardised features.
  private struct Loop {
    let parameters: UnsafePointer<Double>
    let terms: UnsafeMutablePointer<Double>
    let kernel: MixtureKernel
    var variant: UnsafeMutablePointer<Double> { terms + kernel.components }
    var features: UnsafeMutablePointer<Double> { terms + 2 * kernel.components }
  }

  private func assign(_ client: Int, _ bits: UnsafePointer<UInt64>, _ loop: Loop) -> (UInt8, Double) {
    let best = MixtureKernel.largest(loop.terms, kernel.components)
    _ = MixtureKernel.normalise(loop.terms, kernel.components)
    return (UInt8(best), loop.terms[best])
  }

  private func leaveOut(
    _ client: Int, _ bits: UnsafePointer<UInt64>, _ loop: Loop, into out: UnsafeMutableBufferPointer<UInt8>,
    at place: Int
  ) {
    standardise(loop) { table.continuous[client * kernel.features + $0] }
    kernel.logTerms(loop.parameters, loop.features, bits, into: loop.terms)
    for product in 0..<kernel.products {
      out[place + product] = without(product, loop.terms, bits, loop)
    }
    for holding in table.snapshot.holdings(of: client) where holding.income12 != 0 || holding.operations12 != 0 {
      let features = table.features(of: client, without: holding)
      standardise(loop) { features[$0] }
      kernel.logTerms(loop.parameters, loop.features, bits, into: loop.variant)
      out[place + Int(holding.product)] = without(Int(holding.product), loop.variant, bits, loop)
    }
  }

  @inline(__always)
  private func standardise(_ loop: Loop, _ value: (Int) -> Double) {
    for f in 0..<kernel.features {
      loop.features[f] = Standardisation.apply(value(f), offset: units.offsets[f], scale: units.scales[f])
    }
  }

  /// argmax_k of the terms less the product's own.
  @inline(__always)
  private func without(
    _ product: Int, _ terms: UnsafePointer<Double>, _ bits: UnsafePointer<UInt64>, _ loop: Loop
  ) -> UInt8 {
    let k = kernel.components
    let logit = loop.parameters + kernel.productPlace(product)
    let absent = logit + kernel.products * k
    let isHeld = bits[product / 64] >> UInt64(product % 64) & 1 == 1
    var best = 0
    var top = -Double.infinity
    for c in 0..<k {
      let rest = terms[c] - absent[c] - (isHeld ? logit[c] : 0)
      if rest > top {
        top = rest
        best = c
      }
    }
    return UInt8(best)
  }
}
