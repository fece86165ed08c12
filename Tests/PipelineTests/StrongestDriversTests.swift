import Gaps
import Testing
import Wording

@testable import Nightly

@Suite("What moved a chance, in managers' words")
struct StrongestDriversTests {
  private func drivers(_ reasons: [(AdoptionInput, Double)]) -> [String] {
    StrongestDrivers.of(reasons.map { AdoptionReason(input: $0.0, contribution: $0.1) }).map {
      ($0.raises ? "+" : "-") + $0.driver.rawValue
    }
  }

  @Test("Inputs that say one thing count together, and against each other")
  func together() {
    #expect(
      drivers([(.coOwnership, -0.22), (.holdingsLeadTo, 0.2), (.coOwnershipAgainstBank, 0.15)]) == ["+companions"])
    let many: [(AdoptionInput, Double)] = [
      (.tenure, -0.15), (.recentOpeningsLeadTo, 0.1), (.openedLastMonth, 0.1), (.openedLastQuarter, 0.1),
    ]
    #expect(drivers(many) == ["+recent_openings", "-tenure"])
  }

  @Test("Three are named, the strongest first; what comes to nothing is not")
  func three() {
    #expect(
      drivers([(.tenure, 0.1), (.income, -0.3), (.trend, 0.2), (.activity, 0.05)]) == ["-income", "+trend", "+tenure"])
    #expect(drivers([(.holds(1), 0.1), (.holds(2), 0.2), (.coOwnership, -0.3)]).isEmpty)
  }
}
