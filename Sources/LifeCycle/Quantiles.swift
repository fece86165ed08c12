/// The middle value of those that are there, or the mean of the two middle ones; nil of none.
func median(_ indices: Range<Int>, _ value: (Int) -> Double?) -> Double? {
  withUnsafeTemporaryAllocation(of: Double.self, capacity: indices.count) { buffer -> Double? in
    var count = 0
    for index in indices {
      guard let next = value(index) else { continue }
      // A few dozen values at most: insertion beats a general sort.
      var place = count
      while place > 0, buffer[place - 1] > next {
        buffer[place] = buffer[place - 1]
        place -= 1
      }
      buffer[place] = next
      count += 1
    }
    guard count > 0 else { return nil }
    return count % 2 == 1 ? buffer[count / 2] : (buffer[count / 2 - 1] + buffer[count / 2]) / 2
  }
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
