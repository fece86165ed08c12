import Glibc

/// The mixture in the form the tight loops want: one flat table, component-minor, so that a client costs K·D fused steps
/// plus K additions for every product it *holds*:
///
///     log p(k, x, b) = base_k + Σ_{known d} (norm_kd − (x_d − μ_kd)² half_kd) + Σ_{held j} logit_kj
///     base_k = log w_k + Σ_j log(1 − p_kj)
///
/// The norm carries −log scale_d, so that likelihoods are in the features' own units.
struct MixtureKernel {
  let components: Int
  let features: Int
  let products: Int
  let words: Int
  /// base (K) | per feature: mean, half precision, norm (3K) | per product: logit (K) | per product: log(1 − p) (K)
  let table: [Double]

  init(_ model: MixtureModel) {
    components = model.componentCount
    features = model.featureCount
    products = model.productCount
    words = max(1, (products + 63) / 64)
    let (k, d, p) = (components, features, products)
    var table = [Double](repeating: 0, count: k + 3 * k * d + 2 * k * p)
    for c in 0..<k {
      var base = log(model.weights[c])
      for f in 0..<d {
        let variance = model.variances[c * d + f]
        let scale = model.units.scales[f] > 0 ? model.units.scales[f] : 1
        let place = k + 3 * k * f + c
        table[place] = model.means[c * d + f]
        table[place + k] = 0.5 / variance
        table[place + 2 * k] = -0.5 * log(2 * .pi * variance) - log(scale)
      }
      for j in 0..<p {
        let held = model.probability(c, j)
        let absent = log1p(-held)
        base += absent
        table[k + 3 * k * d + j * k + c] = log(held) - absent
        table[k + 3 * k * d + (p + j) * k + c] = absent
      }
      table[c] = base
    }
    self.table = table
  }

  /// Where product j's logits (and, `products · K` further on, its log(1 − p)) begin.
  @inline(__always)
  func productPlace(_ product: Int) -> Int { components * (1 + 3 * features + product) }

  /// Writes log p(k, x, b) for every component k. `x` is standardised, NaN = unknown.
  @inline(__always)
  func logTerms(
    _ table: UnsafePointer<Double>, _ x: UnsafePointer<Double>, _ bits: UnsafePointer<UInt64>,
    into out: UnsafeMutablePointer<Double>
  ) {
    let k = components
    for c in 0..<k { out[c] = table[c] }
    var place = table + k
    for f in 0..<features {
      let value = x[f]
      if !value.isNaN {
        let (mean, half, norm) = (place, place + k, place + 2 * k)
        for c in 0..<k {
          let distance = value - mean[c]
          out[c] += norm[c] - distance * distance * half[c]
        }
      }
      place += 3 * k
    }
    for word in 0..<words {
      var rest = bits[word]
      while rest != 0 {
        let logits = place + (word * 64 + rest.trailingZeroBitCount) * k
        rest &= rest - 1
        for c in 0..<k { out[c] += logits[c] }
      }
    }
  }

  /// Turns log terms into posteriors in place and returns the log of their sum.
  @inline(__always)
  static func normalise(_ terms: UnsafeMutablePointer<Double>, _ k: Int) -> Double {
    var top = terms[0]
    for c in 1..<max(1, k) where terms[c] > top { top = terms[c] }
    var sum = 0.0
    for c in 0..<k {
      // e^−40 is below the last bit of a sum that is at least 1.
      let distance = terms[c] - top
      let share = distance > -40 ? exp(distance) : 0
      terms[c] = share
      sum += share
    }
    for c in 0..<k { terms[c] /= sum }
    return top + log(sum)
  }

  /// Position of the largest term; the first of equals.
  @inline(__always)
  static func largest(_ terms: UnsafePointer<Double>, _ k: Int) -> Int {
    var best = 0
    for c in 1..<max(1, k) where terms[c] > terms[best] { best = c }
    return best
  }
}
