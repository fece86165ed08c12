/// The value at a share of ascending values, of which there is at least one; linear between order statistics (Hyndman &
/// Fan 1996, type 7: what R, NumPy and `percentile_cont` do).
package func interpolatedQuantile(_ sorted: [Double], _ share: Double) -> Double {
  let position = share * Double(sorted.count - 1)
  let below = Int(position)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
}
