import Banking
import Features
import Testing

@testable import LifeCycle

struct RFMTests {
  @Test("recency, frequency and money part the clients as the table says")
  func segments() {
    var bank = PlantedBank()
    // Cuts: frequency at 3/4 of the months (five of nine clients reach it), income at 50, the median.
    let expected: [(RFMSegment?, [Int])] = [
      (.loyal, flat(100, 12)),
      (.loyal, flat(10, 12)),
      (.promising, flat(0, 10) + flat(3000, 2)),
      (.wandering, flat(0, 10) + flat(5, 2)),
      (.atRisk, flat(100, 9) + flat(0, 3)),
      (.atRisk, flat(0, 6) + [4000] + flat(0, 5)),
      (.dormant, flat(0, 6) + [5] + flat(0, 5)),
      (.loyal, flat(50, 12)),
      (.loyal, flat(50, 12)),
      (nil, flat(0, 12)),
    ]
    for (_, income) in expected { bank.add(operations: income.map { $0 > 0 ? 1 : 0 }, income) }
    #expect(bank.segments == expected.map(\.0))
  }

  @Test("a young client is new while it is active, a closed or long silent one is lost")
  func edges() {
    var bank = PlantedBank()
    bank.add(opened: BusinessDate(year: 2024, month: 10, day: 5), flat(0, 22) + flat(10, 2))
    bank.add(closed: BusinessDate(year: 2024, month: 12, day: 1), flat(10, 24))
    bank.add(flat(10, 12) + flat(0, 12))
    #expect(bank.segments == [.new, .lost, .lost])
  }

  @Test("a bank without activity has no segments")
  func none() {
    var bank = PlantedBank()
    bank.add([])
    #expect(bank.segments == [nil])
  }

  @Test("quantiles are values that occur, at rank ⌈q·n⌉")
  func quantiles() {
    #expect(quantile([4, 1, 3, 2], 0.5) == 2)
    #expect(quantile([4, 1, 3, 2], 0.8) == 4)
    #expect(quantile([4, 1, 3, 2], 0) == 1)
    #expect(quantile([], 0.5) == nil)
  }
}
