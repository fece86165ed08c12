/// The middle value, or the mean of the two middle ones; nil of none.
func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// The median of those of three values that are there.
func middle(_ a: Double?, _ b: Double?, _ c: Double?) -> Double? {
  guard let a else { return mean(b, c) }
  guard let b else { return mean(a, c) }
  guard let c else { return mean(a, b) }
  return max(min(a, b), min(max(a, b), c))
}

private func mean(_ a: Double?, _ b: Double?) -> Double? {
  guard let a else { return b }
  return b.map { (a + $0) / 2 } ?? a
}

/// The value at rank ⌈q·n⌉ (the inverse of the empirical distribution function); nil of none.
func quantile(_ values: [Double], _ q: Double) -> Double? {
  guard !values.isEmpty else { return nil }
  let rank = Int((q * Double(values.count)).rounded(.up))
  return values.sorted()[min(values.count, max(1, rank)) - 1]
}
