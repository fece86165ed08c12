import Banking
import Testing
import Triggers

@testable import Wording

struct EnglishTests {
  private let english = English()

  private func acquiring(
    gap: Code<Gap> = "missing", status: Code<OfferStatus> = "offered", members: Int = 412, holders: Int = 251
  ) -> RecommendationFacts {
    Sample.recommendation(
      "acquiring", profile: "mature traders with payroll", gap: gap, status: status, members: members,
      holders: holders)
  }

  @Test("the sentence behind a recommendation is made of its facts")
  func missing() {
    #expect(
      Sample.plain(english.reason(acquiring()))
        == "61 % of 412 comparable clients (profile mature traders with payroll, bank × industry) hold acquiring; "
        + "they earn the bank a median 1,940 EUR a month on it; this client: none.")
  }

  @Test("income that is not known is not spoken of, and a pinned profile says so")
  func unknownIncome() {
    var facts = acquiring(gap: "dormant")
    facts.medianIncome = nil
    facts.isPinned = true
    #expect(
      Sample.plain(english.reason(facts))
        == "61 % of 412 comparable clients (profile mature traders with payroll (pinned), bank × industry) hold "
        + "acquiring; this client has it but no longer uses it.")
  }

  @Test(
    "a handful of clients is counted, not turned into a percentage",
    arguments: [
      (5, 3, "3 of 5 comparable clients ("), (1, 1, "1 of 1 comparable client ("), (20, 5, "25 % of 20 comparable"),
      (0, 0, "No comparable clients ("),
    ])
  func fewMembers(members: Int, holders: Int, opening: String) {
    #expect(Sample.plain(english.reason(acquiring(members: members, holders: holders))).hasPrefix(opening))
  }

  @Test("what raises and what lowers the chance are kept apart")
  func drivers() {
    var facts = acquiring()
    #expect(english.drivers(facts) == nil)
    facts.drivers = [
      .init("companions", raises: true), .init("tenure", raises: false), .init("phase_of_moon", raises: true),
    ]
    #expect(
      english.drivers(facts)
        == "Its chance is raised by the products it already holds, phase of moon; lowered by its time with the bank.")
  }

  @Test("a status names the product it is about")
  func status() {
    var facts = acquiring(status: "ineligible")
    facts.statusFact = "prerequisite_missing"
    facts.statusProduct = "settlement account"
    #expect(english.statusCell(facts) == "needs settlement account")
    #expect(
      english.statusSentence(facts) == "Not offered: acquiring needs settlement account, which the client lacks.")
  }

  @Test(
    "a headline says what to do and what it is worth",
    arguments: [
      ("offer", "acquiring", "Offer acquiring: worth about 1,940 EUR a month"),
      ("activate", "acquiring", "Revive acquiring: worth about 1,940 EUR a month"),
      ("deepen", "acquiring", "Extend acquiring: worth about 1,940 EUR a month"),
      ("retain", nil, "Keep the client: 1,940 EUR a month at stake"),
    ] as [(Code<TriggerKind>, String?, String)])
  func headlines(kind: Code<TriggerKind>, product: String?, headline: String) {
    #expect(Sample.plain(english.headline(Sample.trigger(kind, product: product))) == headline)
  }

  @Test("a call about several things says of each what its money is, and adds up what would be brought")
  func bundles() {
    let renewals = ["deposit", "loan"].map { Sample.trigger("renew", product: $0) }
    var welcome = Sample.trigger("welcome", product: nil)
    welcome.products = ["payroll", "cards"]
    let offers = ["acquiring", "cards"].map { Sample.trigger("offer", product: $0) }
    for (bundle, headline) in [
      (offers, "Offer acquiring, cards: worth about 3,880 EUR a month"),
      (renewals, "Renew deposit, loan: it earns the bank 3,880 EUR a month"),
      (
        [welcome, renewals[0]],
        "Welcome the new client, with payroll, cards: worth about 1,940 EUR a month; renew deposit: it earns the bank 1,940 EUR a month"
      ),
      (
        [renewals[0], welcome],
        "Renew deposit: it earns the bank 1,940 EUR a month; welcome the new client, with payroll, cards: worth about 1,940 EUR a month"
      ),
      (
        [offers[0], renewals[0], Sample.trigger("deepen", product: "cards")],
        "Offer acquiring; extend cards: worth about 3,880 EUR a month; renew deposit: it earns the bank 1,940 EUR a month"
      ),
    ] {
      #expect(Sample.plain(english.headline(bundle)) == headline)
    }
  }

  @Test("a headline without known income is the action alone")
  func headlineWithoutIncome() {
    var facts = Sample.trigger("offer", product: "acquiring")
    facts.typical = nil
    #expect(Sample.plain(english.headline(facts)) == "Offer acquiring: expected 410 EUR a month")
    facts.expected = nil
    #expect(english.headline(facts) == "Offer acquiring")
    #expect(Sample.plain(english.why(facts)) == "61 % of 412 peers")
  }

  @Test(
    "what nobody like the client has, or few are there to have, is no argument", arguments: [(0, 40), (1, 1), (4, 4)])
  func noArgument(holders: Int, members: Int) {
    for kind in ["offer", "activate", "deepen"] as [Code<TriggerKind>] {
      var facts = Sample.trigger(kind, product: "acquiring")
      #expect(english.talkingPoints(facts).contains { $0.contains("like it have it") })
      (facts.referenceHolders, facts.referenceMembers) = (holders, members)
      #expect(!english.talkingPoints(facts).contains { $0.contains("have it") || $0.contains("has it") })
      #expect(!english.why(facts).contains("peer"))
    }
  }

  @Test("who uses barely what nobody like it has is not said to use it less than they do")
  func underUsed() {
    let facts = Sample.recommendation("FX", profile: "small", gap: "under_used", members: 8, holders: 0)
    #expect(english.reason(facts).hasSuffix("hold FX; this client barely uses it."))
  }

  @Test(
    "time with the bank is told in years and months",
    arguments: [
      (0, "0 months"), (1, "1 month"), (11, "11 months"), (12, "1 year"), (13, "1 year 1 month"),
      (38, "3 years 2 months"),
    ])
  func tenure(months: Int, text: String) {
    #expect(english.tenure(months: months) == text)
  }

  @Test(
    "a fall is told as all only where nothing is left",
    arguments: [(0.624, "62 %"), (0.998, "99 %"), (1, "100 %"), (1.4, "100 %")])
  func falls(share: Double, told: String) {
    var facts = Sample.trigger("retain", product: nil)
    facts.fellBy = share
    #expect(english.talkingPoints(facts).contains { $0.replacing("\u{A0}", with: " ").contains("−\(told)") })
  }
}
