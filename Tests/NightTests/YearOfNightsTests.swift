import Banking
import Foundation
import Gaps
import Nightly
import Policy
import PostgresKit
import Store
import Testing
import Triggers

/// A year of the demo bank with managers of every temper: some call and write down what came of it, some ignore the list,
/// some refuse everything, some put everything off. `XSELL_SLOW_TESTS=1` runs a night a week instead of one a fortnight.
@Suite("A year of nights")
struct YearOfNightsTests {
  private static let step = ProcessInfo.processInfo.environment["XSELL_SLOW_TESTS"] == nil ? 14 : 7
  private static let seed: UInt64 = 20_260_630

  @Test("No promise of the policy is broken, every trigger ends in one final state, and the history tells it all")
  func year() async throws {
    let connection = try await LoadedBank.connect()
    var managers = SimulatedManagers(seed: Self.seed)
    var asOf = LoadedBank.june.advanced(byDays: -364)
    while asOf <= LoadedBank.june {
      try await managers.pass(connection, on: asOf)
      try await night(connection, asOf)
      let broken = try await YearLedger.brokenLimits(connection, on: asOf, policy: Self.policy)
      #expect(broken == [], "as of \(asOf), seed \(Self.seed)")
      if asOf == LoadedBank.june {
        let inconsistent = try await Invariants.broken(connection)
        #expect(inconsistent == [])
      }
      try await managers.act(connection, on: asOf)
      asOf = asOf.advanced(byDays: Self.step)
    }
    let live: Int64 = try await connection.value("select count(*) from xsell.trigger_record where closed_on is null")
    #expect(live > 0)
    try await connection.script("update source.client set contact_allowed = false")
    try await night(connection, asOf)
    let ledger = try await YearLedger(connection)
    #expect(ledger.brokenHistories == [])
    #expect(ledger.brokenCoolDowns(Self.policy) == [])
    let kinds = Set(ledger.triggers.map(\.kind))
    #expect(kinds.isSuperset(of: [.retain, .offer, .activate, .deepen, .welcome, .renew]), "\(kinds)")
    let ends = Set(ledger.triggers.map(\.state))
    #expect(ends == [.won, .declined, .lost, .expired, .withdrawn], "\(ends)")
  }

  private static let policy = {
    var policy = TriggerPolicy()
    policy.maximumRaisedPerManager = 4
    policy.maximumRaisedPerManagerWeek = 4
    policy.maximumLivePerManager = 12
    return policy
  }()

  private func night(_ connection: PostgresConnection, _ asOf: BusinessDate) async throws {
    let report = try await LoadedBank.night(connection, asOf) { order in
      order.settings.triggers = Self.policy
      // What is asked here is not how good the model is.
      order.settings.night.refitEveryDays = 400
      order.settings.adoption.transitionTrees.rounds = 1
    }
    #expect(report.outcome == .published)
  }
}
