import Banking
import Testing

@Suite("Packed holdings")
struct HoldingsTests {
  /// Each figure ordinary, missing, or at or beyond an edge.
  private static func holding(_ random: inout SeededRandom) -> Holding {
    func one<Value>(_ values: [Value], _ random: inout SeededRandom) -> Value { values[random.below(values.count)] }
    let start = one([Int32(0), 17, 3_000_000, Int32.max - 100_000], &random)
    return Holding(
      product: one([0, 14, .max, .min], &random), openAccounts: one([0, 1, 254, 255, .max], &random),
      activeMonths: one([0, 12, .max], &random),
      spells: start..<start + one([Int32(0), 1, 254, 255, 70_000], &random),
      maturesOn: one([nil, date("2027-01-31"), BusinessDate(dayNumber: .max), BusinessDate(dayNumber: .min)], &random),
      maturingAccounts: one([0, 1, 255, 256], &random),
      lastActive: one(
        [nil, Month(year: 2026, month: 6), Month(index: 32_767), Month(index: 32_768), Month(index: -32_768)], &random),
      income3: one([0, -5, 1_234_567, Int64(Int32.max), Int64(Int32.max) + 1, .min], &random),
      income12: one([0, 99_999_999, Int64(Int32.min), Int64(Int32.min) - 1, .max], &random),
      incomeYearAgo: one([0, -7, Int64(Int32.max), Int64(Int32.max) + 1], &random),
      operations3: one([0, 65_535, 65_536, .max, -1], &random), operations12: one([0, 300, 65_536], &random))
  }

  @Test("Every holding comes out as it went in, and as it was changed", arguments: 1...UInt64(10))
  func exact(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var plain = (0..<500).map { _ in Self.holding(&random) }
    var packed = Holdings(plain)
    #expect(packed.elementsEqual(plain), "seed \(seed)")
    for _ in 0..<500 {
      let place = random.below(plain.count)
      plain[place] = Self.holding(&random)
      packed[place] = plain[place]
    }
    #expect(packed.elementsEqual(plain), "seed \(seed)")
  }

  @Test("A time of holding keeps its days, and knows none from any")
  func spells() {
    let days = [nil, date("2020-02-29"), BusinessDate(dayNumber: .max), BusinessDate(dayNumber: .min)]
    for start in days {
      for end in days {
        let spell = Spell(start: start, end: end)
        #expect(spell.start == start && spell.end == end)
      }
    }
  }

  private static func date(_ iso: String) -> BusinessDate { BusinessDate(iso: iso) ?? BusinessDate(dayNumber: 0) }
  private func date(_ iso: String) -> BusinessDate { Self.date(iso) }
}
