import Banking
import Wording

@testable import Commands

extension Sample {
  var events: [TriggerEventFacts] {
    [
      TriggerEventFacts(at: "2026-06-30 02:14", actor: "xsell", from: nil, to: "open", note: nil),
      TriggerEventFacts(
        at: "2026-07-01 09:05", actor: "apetrova", from: "open", to: "accepted",
        note: say("call on Friday", "звонок в пятницу")),
    ]
  }

  private func product(_ name: String, isCharacteristic: Bool, holders: Int, worth: Int64?) -> ProfileProductFacts {
    ProfileProductFacts(
      productName: name, isCharacteristic: isCharacteristic, referenceMembers: 412, referenceHolders: holders,
      penetration: Double(holders) / 412, typicalIncome: worth.map(Self.money),
      idealIncome: worth.map { Self.money($0 * 2) },
      typicalOperations: worth.map { Int($0 / 10) })
  }

  var profiles: [ProfileFacts] {
    let products = [
      product(say("Settlement account", "Расчётный счёт"), isCharacteristic: true, holders: 412, worth: 620),
      product(say("Acquiring", "Эквайринг"), isCharacteristic: true, holders: 251, worth: 1_940),
      product(say("Leasing", "Лизинг"), isCharacteristic: false, holders: 12, worth: nil),
    ]
    let level = Code(CohortLevel.industry)
    var profiles = [
      ProfileFacts(
        cohortName: card.cohortName, cohortLevel: level, number: 1, name: card.profileName, isPinned: false,
        members: 1_238,
        typicalIncome: Self.money(5_900), idealIncome: Self.money(9_300), currency: "EUR", products: products),
      ProfileFacts(
        cohortName: card.cohortName, cohortLevel: level, number: 2, name: say("retail traders", "розница"),
        isPinned: true,
        members: 90, typicalIncome: nil, idealIncome: nil, currency: "EUR", products: Array(products.prefix(2))),
    ]
    profiles[0].lifeValue = Self.money(201_000)
    profiles[0].acquisitionCost = Self.money(66_330)
    return profiles
  }

  var run: RunFacts {
    var run = RunFacts(
      identifier: "5c1d0f7e-1111-4000-8000-000000000002", bankName: card.bankName, asOf: Self.asOf, kind: "nightly",
      state: "published", startedAt: "2026-07-01 02:13", seconds: 62.4)
    run.stages = [
      ("check", [.init("clients", "20,000"), .init("findings", "3")]), ("profiles", [.init("fitted", "7")]),
    ]
    run.manifest = [.init("seed", "1"), .init("version", "0.1.0")]
    return run
  }
}
