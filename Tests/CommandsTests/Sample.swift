import Banking
import Triggers
import Wording

@testable import Commands

/// One client with something of everything.
struct Sample {
  let isRussian: Bool

  func say(_ english: String, _ russian: String) -> String { isRussian ? russian : english }
  static func money(_ units: Int64) -> Money { Money(minorUnits: units * 100) }

  static let asOf = BusinessDate(iso: "2026-06-30") ?? BusinessDate(dayNumber: 0)

  var language: any Language { isRussian ? Russian() as any Language : English() }

  var card: CardFacts {
    var card = CardFacts(
      bankName: say("Harbour Bank", "Банк «Гавань»"), clientName: say("Chamomile Ltd", "ООО «Ромашка»"),
      clientNumber: "7701234567", asOf: Self.asOf, currency: "EUR",
      cohortName: say("Retail trade", "Розничная торговля"),
      cohortLevel: "bank × industry", profileName: say("mature traders with payroll", "зрелые торговцы с зарплатой"),
      basis: "transitions")
    card.managerName = say("Anna Petrova", "Анна Петрова")
    card.industry = say("Retail trade", "Розничная торговля")
    card.region = say("Riga", "Рига")
    card.membership = 0.87
    card.life = StageFacts(stage: "plateau", segment: "loyal", tenureMonths: 38)
    card.life.expectedMonths = 31.4
    card.life.lifeValue = Self.money(98_400)
    card.life.lifeLow = Self.money(12_000)
    card.life.lifeHigh = Self.money(171_000)
    card.monthlyIncome = Self.money(4_210)
    card.typicalIncome = Self.money(5_900)
    card.idealIncome = Self.money(9_300)
    card.potential = Self.money(2_690)
    card.potentialLow = Self.money(1_110)
    card.potentialHigh = Self.money(4_650)
    card.expected = Self.money(443)
    card.incomeHistory = [1800, 2100, 2600, 2500, 3100, 3900, 3700, 4100, 4600, 4400, 4300, 4210].map(Self.money)
    return card
  }

  private func recommendation(
    _ name: String, _ rank: Int?, _ gap: Code<Gap>, _ status: Code<OfferStatus>, chance: Double?, worth: Int64?,
    holders: Int
  ) -> RecommendationFacts {
    var facts = RecommendationFacts(
      productName: name, rank: rank, gap: gap, status: status, horizonMonths: 3, basis: "transitions", currency: "EUR",
      referenceMembers: 412, referenceHolders: holders, cohortLevel: "bank × industry")
    facts.profileName = card.profileName
    facts.probability = chance
    if let worth {
      facts.typical = Self.money(worth)
      facts.low = Self.money(worth * 2 / 5)
      facts.high = Self.money(worth * 8 / 5)
      facts.medianIncome = facts.typical
      facts.expected = chance.map { Money(minorUnits: Int64((Double(worth) * $0 * 100).rounded())) }
    }
    return facts
  }

  var recommendations: [RecommendationFacts] {
    var acquiring = recommendation(
      say("Acquiring", "Эквайринг"), 1, "missing", "offered", chance: 0.21, worth: 1_940, holders: 251)
    acquiring.drivers = [
      .init("companions", raises: true), .init("opening_rate", raises: true), .init("tenure", raises: false),
    ]
    var cash = recommendation(
      say("Cash collection", "Инкассация"), 2, "missing", "ineligible", chance: 0.084, worth: 310,
      holders: 170)
    cash.statusFact = "prerequisite_missing"
    cash.statusProduct = acquiring.productName
    let card = recommendation(
      say("Corporate card", "Корпоративная карта"), 3, "missing", "below_threshold", chance: 0.031, worth: 8,
      holders: 99)
    let payroll = recommendation(
      say("Payroll", "Зарплатный проект"), nil, "dormant", "offered", chance: nil, worth: 440, holders: 388)
    return [acquiring, cash, card, payroll]
  }

  func trigger(
    _ place: Int, _ kind: Code<TriggerKind>, _ product: String?, client: String, number: String, expected: Int64?
  ) -> TriggerFacts {
    var facts = TriggerFacts(
      identifier: "0b9e2c1\(place)-0000-4000-8000-000000000001", kind: kind, state: "open", clientName: client,
      clientNumber: number, productName: product, priority: 1, currency: "EUR", raisedOn: Self.asOf,
      validUntil: Self.asOf.advanced(byDays: 30))
    facts.expected = expected.map(Self.money)
    facts.typical = expected.map { Self.money($0 * 4) }
    facts.stage = "decline"
    facts.referenceMembers = 412
    facts.referenceHolders = 251
    return facts
  }

  /// As on a list: one call a client.
  var calls: [[TriggerFacts]] {
    var retain = worklist[1]
    retain.fellBy = 0.62
    retain.since = "2026-03"
    retain.former = Self.money(3_400)
    var offer = worklist[0]
    offer.profileName = say("traders", "торговцы")
    offer.low = Self.money(776)
    offer.high = Self.money(3_104)
    offer.lastAnswer = LastAnswerFacts(
      on: "2026-02-11", kind: "offer", productName: say("Leasing", "Лизинг"), state: "declined", note: "price")
    var renew = trigger(
      5, "renew", say("Deposit", "Депозит"), client: "Lux", number: "7701", expected: 20)
    renew.since = "2026-07-12"
    return [[retain], [offer, worklist[2]], [worklist[3]], [renew]]
  }

  var worklist: [TriggerFacts] {
    let chamomile = say("Chamomile Ltd", "ООО «Ромашка»")
    let acquiring = say("Acquiring", "Эквайринг")
    return [
      trigger(1, "offer", acquiring, client: chamomile, number: "7701234567", expected: 407),
      trigger(2, "retain", nil, client: "上海贸易有限公司", number: "7709876543", expected: 320),
      trigger(
        3, "activate", say("Payroll", "Зарплатный проект"), client: chamomile, number: "7701234567", expected: 130),
      trigger(
        4, "deepen", acquiring, client: say("Northern Timber and Building Supplies", "Северная строительная компания"),
        number: "7705550101", expected: 1_204),
    ]
  }
}
