import Banking
import Testing

@testable import Store

@Suite("How a product is charged")
struct BillingCycleTests {
  /// One product; by client, the months that it has income in, counted from any month on.
  private func cycle(_ clients: [[Int32]], income: Int64 = 100) -> Int {
    var intervals = ChargeIntervals(productCount: 1)
    for (place, months) in clients.enumerated() {
      for month in months {
        intervals.append(
          SampleMonth(
            place: Int32(place), product: 0, row: ProductMonth(month: 24_000 + month, income: income, operations: 1)))
      }
    }
    return intervals.billing[0]
  }

  @Test("is told by the interval of most of its charges, wherever each client begins", arguments: [1, 2, 3, 4, 6, 12])
  func regular(months: Int32) {
    #expect(cycle((0..<40).map { client in (0..<4).map { client % months + $0 * months } }) == Int(months))
  }

  @Test("is monthly where most charges do not keep to one interval")
  func irregular() {
    var random = SeededRandom(seed: 5)
    #expect(cycle((0..<100).map { _ in (0..<24).filter { _ in random.below(4) == 0 } }) == 1)
    // Every fifth month is no cycle of a year.
    #expect(cycle((0..<40).map { _ in [0, 5, 10, 15] }) == 1)
    let (quarterly, monthly) = ([Int32](arrayLiteral: 0, 3, 6), [Int32](arrayLiteral: 0, 1, 2))
    #expect(cycle((0..<99).map { $0 % 3 == 0 ? monthly : quarterly }) == 3)
    #expect(cycle((0..<99).map { $0 % 3 == 0 ? quarterly : monthly }) == 1)
  }

  @Test("is monthly where too few charges are known, and months without income are none")
  func few() {
    #expect(cycle((0..<29).map { _ in [0, 12] }) == 1)
    #expect(cycle((0..<30).map { _ in [0, 12] }) == 12)
    #expect(cycle((0..<40).map { _ in [0, 3, 6] }, income: 0) == 1)
  }
}
