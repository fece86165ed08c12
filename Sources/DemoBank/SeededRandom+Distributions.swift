import Banking
import Glibc

extension SeededRandom {
  mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

  mutating func within(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// Standard normal by Box and Muller; the second value is thrown away so that a draw depends on the stream alone.
  mutating func normal() -> Double { sqrt(-2 * log(1 - uniform())) * cos(2 * .pi * uniform()) }

  /// A factor with median 1.
  mutating func logNormal(spread: Double) -> Double { exp(spread * normal()) }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// A position drawn in proportion to the weights.
  mutating func pick(weights: [Double]) -> Int {
    var rest = uniform() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }

  /// A whole number whose mean is `mean`.
  mutating func rounded(_ mean: Double) -> Int32 { Int32(min(max(0, mean + uniform()), 1e9)) }
}
