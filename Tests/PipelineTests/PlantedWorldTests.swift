import Banking
import Features
import Gaps
import IdealProfiles
import Nightly
import Policy
import Potential
import TestBank
import Testing
import Triggers

@Suite("A planted world, worked out by hand")
struct PlantedWorldTests {
  @Test("Shops and offices are found as profiles")
  func profiles() async throws {
    let night = try await PlantedWorld.night(PlantedWorld.bank())
    let acquiring = 1
    let shops = Set((0..<60).map { night.ideals.scoring.profile(of: $0, without: acquiring) })
    let offices = Set((60..<120).map { night.ideals.scoring.profile(of: $0, without: acquiring) })
    #expect(shops.count == 1)
    #expect(offices.count == 1)
    #expect(shops.isDisjoint(with: offices))
  }

  @Test("The missing product is found because it is left out: 40 of 59 other shops hold it")
  func missing() async throws {
    let night = try await PlantedWorld.night(PlantedWorld.bank())
    for id in PlantedWorld.withoutAcquiring {
      let first = try #require(night.recommender.recommendations(of: id - 1).first)
      #expect(night.snapshot.catalogue[first.product].code == ProductCode("ACQUIRING"))
      #expect(first.isGap)
      #expect(first.penetration.referenceMembers == 59)
      #expect(first.penetration.holders == 40)
    }
  }

  @Test("With its own product in view the same shop would be told that nothing is missing")
  func trap() async throws {
    let night = try await PlantedWorld.night(PlantedWorld.bank()) {
      $0.profiles.profileCounts = 3...3
      $0.profiles.minimumMembers = 10
    }
    let own = Set((40..<60).map { night.profiles.scoring.profile[$0] })
    let holders = Set((0..<40).map { night.profiles.scoring.profile[$0] })
    try #require(own.isDisjoint(with: holders), "the mixture was to split the shops by acquiring")
    let acquiring = try #require(night.recommender.recommendations(of: 59).first)
    #expect(acquiring.penetration.holders == 40)
    #expect(acquiring.penetration.referenceMembers == 59)
  }

  @Test("Potential is what it is on paper: 100, from 60 to 140")
  func potential() async throws {
    let night = try await PlantedWorld.night(PlantedWorld.bank())
    let acquiring = try #require(night.recommender.recommendations(of: 59).first)
    let estimate = try #require(acquiring.estimate)
    #expect(estimate.low == Money(minorUnits: 6000))
    #expect(estimate.typical == Money(minorUnits: 10000))
    #expect(estimate.high == Money(minorUnits: 14000))
  }

  @Test("No office is offered acquiring, no shop payroll, and nothing that is held is recommended")
  func nothingElse() async throws {
    let night = try await PlantedWorld.night(PlantedWorld.bank())
    for client in 0..<120 {
      for recommendation in night.recommender.recommendations(of: client) {
        #expect(!night.table.holds(client, recommendation.product))
        let code = night.snapshot.catalogue[recommendation.product].code
        if recommendation.isGap {
          #expect(
            client >= 40 && client < 60 && code == ProductCode("ACQUIRING"),
            "\(client) \(code) \(recommendation.penetration)")
        }
      }
    }
  }

  @Test("On a product that costs the bank money nobody is called; where no income is known at all it is no argument")
  func loss() async throws {
    for (worth, raised) in [(Int64(-100), 0), (0, 10)] {
      var bank = PlantedWorld.bank()
      for client in bank.clients.indices {
        for holding in bank.clients[client].holdings.indices
        where worth == 0 || bank.clients[client].holdings[holding].product == 1 {
          bank.clients[client].holdings[holding].income3 = worth * 300
          bank.clients[client].holdings[holding].income12 = worth * 1200
        }
        if worth == 0 { bank.clients[client].income = bank.clients[client].income.map { _ in 0 } }
      }
      let night = try await PlantedWorld.night(bank)
      #expect(night.decisions.raise.count == raised)
    }
  }

  @Test("Ten of the twenty shops become triggers of their manager this night: her capacity")
  func triggers() async throws {
    let night = try await PlantedWorld.night(PlantedWorld.bank())
    #expect(night.decisions.raise.count == 10)
    #expect(night.decisions.raise.allSatisfy { $0.kind == .offer && $0.desk.manager == ManagerID(1) })
    #expect(night.decisions.raise.map(\.client.rawValue) == Array(41...50))
    #expect(night.decisions.statuses(of: 59).first == .capacity)
  }

  @Test("One thread or two, the same night")
  func threads() async throws {
    let one = try await PlantedWorld.night(PlantedWorld.bank(), threads: 1)
    let two = try await PlantedWorld.night(PlantedWorld.bank(), threads: 2)
    #expect(one.profiles.model == two.profiles.model)
    #expect(one.decisions.raise == two.decisions.raise)
    for client in 0..<120 {
      let a = one.recommender.recommendations(of: client)
      let b = two.recommender.recommendations(of: client)
      #expect(a.map(\.probability) == b.map(\.probability))
      #expect(a.map(\.estimate) == b.map(\.estimate))
    }
  }
}
