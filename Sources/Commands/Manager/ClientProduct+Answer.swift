import Banking
import Store
import Wording

extension ClientProduct {
  var title: String { name ?? code?.rawValue ?? "" }

  /// Of a product without a recommendation.
  var status: OfferStatus? {
    guard recommendation == nil else { return nil }
    return isCompared ? .held : .notCompared
  }

  static let csvHeader = [
    "bank_id", "client_id", "client_no", "product_code", "product_name", "rank", "kind", "adoption_probability",
    "typical_income", "income_low", "income_high", "expected_income", "penetration", "reference_members",
    "cohort_level", "reason", "status", "counted",
  ]

  func csv(_ page: ClientPage) -> [String?] {
    let row = recommendation
    return [
      page.bank.id.rawValue, String(page.id.rawValue), page.number, code?.rawValue, name, row?.rank.map { String($0) },
      row?.kind, row.map { String($0.adoptionProbability) }, row?.typicalIncome?.description,
      row?.incomeLow?.description, row?.incomeHigh?.description, row?.expectedIncome?.description,
      row.map { String($0.penetration) }, row.map { String($0.referenceMembers) }, row?.cohortLevel, row?.reason,
      row?.status ?? status?.rawValue, row.map { $0.isCounted ? "true" : "false" },
    ]
  }

  /// The columns of the view and the sentences made of them.
  func json(_ language: any Language, currency: String) -> JSONValue {
    let product: [(key: String, value: JSONValue)] = [
      ("product_code", .string(code?.rawValue)), ("product_name", .string(name)),
    ]
    guard let row = recommendation, let facts = RecommendationFacts(self, currency: currency) else {
      let sentence = status.map { language.sentence($0, product: title) }
      return .object(product + [("status", .string(status?.rawValue)), ("status_sentence", .string(sentence))])
    }
    return .object(
      product + row.json + [
        ("status_sentence", .string(language.statusSentence(facts))), ("sentence", .string(language.reason(facts))),
      ])
  }
}
