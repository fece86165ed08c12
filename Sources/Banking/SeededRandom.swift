/// A small, fast, seeded source of random numbers: SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
/// Generators", OOPSLA 2014). The same seed gives the same stream on every machine and every version.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform in [0, 1), 53 bits.
  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// An integer in 0..<bound by multiply-shift; independent of the standard library's own algorithm, which may change.
  package mutating func below(_ bound: Int) -> Int { Int((next().multipliedFullWidth(by: UInt64(bound))).high) }

  /// An independent stream for the part of the work that `label` names.
  package func stream(_ label: UInt64) -> SeededRandom {
    var mixed = SeededRandom(seed: state ^ (label &* 0xD6E8_FEB8_6659_FD93))
    return SeededRandom(seed: mixed.next())
  }
}
