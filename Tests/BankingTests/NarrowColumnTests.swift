import Banking
import Testing

@Suite("Narrow columns")
struct NarrowColumnTests {
  /// Values at the edges of 32 bits and beyond, and plain ones; `rare` of a hundred are large.
  private static func value(_ random: inout SeededRandom, rare: Int) -> Int64 {
    guard random.below(100) < rare else { return Int64(random.below(2_000_001)) - 1_000_000 }
    let edges: [Int64] = [
      .min, .max, Int64(Int32.min), Int64(Int32.max), Int64(Int32.max) - 1, Int64(Int32.max) + 1, Int64(Int32.min) - 1,
    ]
    return edges[random.below(edges.count)]
  }

  @Test("Every value comes out as it went in, however many do not fit", arguments: [0, 1, 50, 100], 1...UInt64(5))
  func exact(rare: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var plain: [Int64] = []
    var column = NarrowColumn<Int64, Int32>()
    for _ in 0..<3_000 {
      plain.append(Self.value(&random, rare: rare))
      column.append(plain[plain.count - 1])
    }
    #expect(column.elementsEqual(plain), "seed \(seed)")
    #expect(NarrowColumn<Int64, Int32>(plain) == column)
    for _ in 0..<3_000 {
      let place = random.below(plain.count)
      plain[place] = Self.value(&random, rare: rare)
      column[place] = plain[place]
    }
    #expect(column.count == plain.count && column.elementsEqual(plain), "seed \(seed)")
  }

  @Test("Sums that leave the narrow range and come back stay exact")
  func sums() {
    var column = NarrowColumn<Int64, Int32>(zeros: 3)
    for amount in [Int64(Int32.max), 5, -10, Int64(Int32.min), Int64(Int32.min), 7] { column[1] += amount }
    #expect(Array(column) == [0, Int64(Int32.max) + 5 - 10 + 2 * Int64(Int32.min) + 7, 0])
  }

  @Test("Counts too large for two bytes are kept")
  func counts() {
    let counts: [Int32] = [0, 65_534, 65_535, 65_536, .max, -1, .min]
    #expect(Array(NarrowColumn<Int32, UInt16>(counts)) == counts)
  }
}
