import Banking
import Triggers
import Wording

/// The facts of DESIGN's own example sentence.
enum Sample {
  static func recommendation(
    _ product: String, profile: String, gap: Code<Gap> = "missing", status: Code<OfferStatus> = "offered",
    members: Int = 412, holders: Int = 251
  ) -> RecommendationFacts {
    var facts = RecommendationFacts(
      productName: product, rank: 1, gap: gap, status: status, horizonMonths: 3, basis: "transitions",
      currency: "EUR", referenceMembers: members, referenceHolders: holders, cohortLevel: "bank × industry")
    facts.profileName = profile
    facts.medianIncome = Money(minorUnits: 194_000)
    return facts
  }

  static func trigger(_ kind: Code<TriggerKind>, product: String?) -> TriggerFacts {
    var facts = TriggerFacts(
      identifier: "0b9e2c1f-0000-4000-8000-000000000001", kind: kind, state: "open", clientName: "Ромашка",
      clientNumber: "7701", productName: product, priority: 1, currency: "EUR",
      raisedOn: BusinessDate(dayNumber: 9677), validUntil: BusinessDate(dayNumber: 9707))
    facts.typical = Money(minorUnits: 194_000)
    facts.expected = Money(minorUnits: 41_000)
    facts.referenceMembers = 412
    facts.referenceHolders = 251
    return facts
  }

  /// So that expectations can be written with plain blanks.
  static func plain(_ text: String) -> String { String(text.map { $0 == "\u{00A0}" ? " " : $0 }) }
}
