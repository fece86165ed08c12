import Banking
import Cohorts
import Features
import Foundation
import Testing

@testable import LifeCycle

struct RFMCohortTests {
  @Test("income is high by the measure of the client's own cohort; a small cohort takes the bank's")
  func cohorts() {
    var bank = PlantedBank()
    // Active in one month of two, so that money decides: promising above the cohort's middle, wandering below.
    func seldom(_ income: Int) -> [Int] { (0..<12).map { $0 % 2 == 1 && $0 > 6 ? income : 0 } }
    for place in 0..<60 { bank.add(operations: flat(0, 12), industry: 0, place < 25 ? seldom(100) : flat(100, 12)) }
    for place in 0..<60 { bank.add(operations: flat(0, 12), industry: 1, place < 25 ? seldom(9000) : flat(9000, 12)) }
    let cheap = bank.add(operations: flat(0, 12), industry: 0, seldom(700))
    let dear = bank.add(operations: flat(0, 12), industry: 1, seldom(700))
    let alone = bank.add(operations: flat(0, 12), industry: 2, seldom(700))
    let segments = bank.segments
    #expect(segments[cheap] == .promising && segments[dear] == .wandering)
    #expect(segments[alone] == segments[cheap] || segments[alone] == segments[dear])
    #expect(bank.cohorts.all.count == 3)
  }

  struct Customer: Decodable {
    let sales: [[Int]]
    let activeMonths, recency, age: Int
    let monthlyValue: Double
  }

  @Test("recency, frequency and money of the CDNOW customers are lifetimes', by month of 1997")
  func lifetimes() throws {
    let url = try #require(Bundle.module.url(forResource: "cdnow", withExtension: "json"))
    let customers = try JSONDecoder().decode([Customer].self, from: Data(contentsOf: url))
    var bank = PlantedBank()
    for customer in customers {
      var cents = flat(0, 12)
      for sale in customer.sales { cents[sale[0]] += sale[1] }
      // In hundredths: the planted bank's whole units are these cents.
      bank.add(opened: nil, operations: cents.map { $0 > 0 ? 1 : 0 }, cents)
    }
    #expect(customers.count == 60)
    for (client, customer) in customers.enumerated() {
      let score = try #require(RFMScore(bank.table, client: client))
      #expect(score.monthsSinceLast == customer.age - customer.recency)
      #expect(score.activeShare * 12 == Double(customer.activeMonths))
      #expect(abs(score.income * 12 / 10_000 - customer.monthlyValue * Double(customer.activeMonths)) < 0.01)
    }
  }
}
