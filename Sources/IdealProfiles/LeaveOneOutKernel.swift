import Features
import Glibc

/// The moments without each product in the form the tight loop wants, component-minor.
struct LeaveOneOutKernel {
  let components: Int
  /// Per product, per activity feature: mean, half precision, norm (3K).
  let table: [Double]

  init(_ moments: LeaveOneOutMoments, components: Int) {
    self.components = components
    var table: [Double] = []
    table.reserveCapacity(3 * moments.means.count)
    for first in stride(from: 0, to: moments.means.count, by: components) {
      let cells = first..<first + components
      table += moments.means[cells]
      table += moments.variances[cells].map { 0.5 / $0 }
      table += moments.variances[cells].map { -0.5 * log(2 * .pi * $0) }
    }
    self.table = table
  }

  /// Adds log N(x; μ_kj, σ²_kj) of the known features to every component's term.
  @inline(__always)
  func add(
    _ table: UnsafePointer<Double>, _ product: Int, _ x: ActivityFeatures.Values,
    to terms: UnsafeMutablePointer<Double>
  ) {
    let k = components
    var place = table + product * 3 * k * x.count
    for feature in x.indices {
      let value = x[feature]
      if !value.isNaN {
        let (mean, half, norm) = (place, place + k, place + 2 * k)
        for c in 0..<k {
          let distance = value - mean[c]
          terms[c] += norm[c] - distance * distance * half[c]
        }
      }
      place += 3 * k
    }
  }
}
