import Banking
import Store
import Wording

/// A client's page in the form that was asked for.
struct ClientAnswer {
  let page: ClientPage
  let card: ClientCardRow
  /// Latest first.
  let history: [HistoryRow]
  /// Latest first.
  let stageChanges: [StageChangeRow]
  let language: any Language
  let terminal: Terminal

  /// How many of the best are shown whether they are offered or not.
  private static let best = 10
  /// Lines of the timeline that a page has room for.
  static let timelineLength = 12

  func text(showsAll: Bool, _ form: OutputOptions.Form) -> String {
    let shown = page.products.filter { product in
      guard let row = product.recommendation else { return false }
      return showsAll || row.rank.map { $0 <= Self.best } ?? false || row.isOffered
    }
    switch form {
    case .table:
      var facts = CardFacts(page, card)
      facts.timeline = timeline
      return CardView.render(
        facts, shown.compactMap { RecommendationFacts($0, currency: page.bank.currency) },
        language: language, style: terminal.style, width: terminal.width)
    case .json: return JSONWriter.text(json(shown))
    case .csv: return csv(shown)
    }
  }

  func text(whyNot product: ClientProduct, _ form: OutputOptions.Form) -> String {
    switch form {
    case .json: return JSONWriter.text(product.json(language, currency: page.bank.currency))
    case .csv: return csv([product])
    case .table: break
    }
    guard let facts = RecommendationFacts(product, currency: page.bank.currency) else {
      return RecommendationView.render(
        product.isCompared ? .held : .notCompared, product: product.title, language: language, style: terminal.style,
        width: terminal.width)
    }
    return RecommendationView.render(facts, language: language, style: terminal.style, width: terminal.width)
  }

  /// Both together; on the same day the change of stage comes first: it is what was raised for.
  private var timeline: [TimelineFacts] {
    let lines = stageChanges.map { TimelineFacts($0) } + history.map { TimelineFacts($0) }
    let order = lines.indices.sorted { (lines[$1].day, $0) < (lines[$0].day, $1) }
    return order.prefix(Self.timelineLength).map { lines[$0] }
  }

  private func csv(_ products: [ClientProduct]) -> String {
    CSVWriter.line(ClientProduct.csvHeader) + products.map { CSVWriter.line($0.csv(page)) }.joined()
  }

  private func json(_ shown: [ClientProduct]) -> JSONValue {
    .object(
      identity + standing + [
        ("recommendations", .array(shown.map { $0.json(language, currency: page.bank.currency) })),
        ("products_in_use", .array(page.productsInUse.compactMap { $0.code.map { .string($0.rawValue) } })),
        ("timeline", .array(history.map(\.json))), ("stage_changes", .array(stageChanges.map(\.json))),
        (
          "triggers",
          .array(
            page.conversations.map { trigger in
              .object(trigger.json + [("sentence", .string(language.headline(TriggerFacts(trigger, page))))])
            })
        ),
      ])
  }

  private var identity: [(key: String, value: JSONValue)] {
    [
      ("bank_id", .string(page.bank.id.rawValue)), ("client_id", .integer(page.id.rawValue)),
      ("client_no", .string(page.number)), ("client_name", .string(page.name)), ("region", .string(page.region)),
      ("industry", .string(page.industry)), ("manager", .string(page.managerName)),
      ("currency", .string(page.bank.currency)),
    ]
  }

  private var standing: [(key: String, value: JSONValue)] {
    [
      ("as_of", .string(card.asOf.description)), ("run_id", .string(card.runID)), ("basis", .string(card.basis)),
      ("cohort", .string(card.cohort)), ("cohort_level", .string(card.cohortLevel)),
      ("profile_id", .integer(card.profileID)), ("profile_name", .string(card.profileName)),
      ("pinned", .boolean(card.isPinned)), ("membership", .number(card.membership)), ("stage", .string(card.stage)),
      ("rfm_segment", .string(card.rfmSegment)), ("tenure_months", .integer(card.tenureMonths)),
      ("monthly_income", .money(card.monthlyIncome)), ("typical_income", .money(card.typicalIncome)),
      ("ideal_income", .money(card.idealIncome)), ("potential_income", .money(card.potentialIncome)),
      ("potential_low", .money(card.potentialLow)), ("potential_high", .money(card.potentialHigh)),
      ("expected_income", .money(card.expectedIncome)), ("in_control_group", .boolean(card.isInControlGroup)),
      ("stage_since", .string(card.stageSince?.description)), ("expected_months", .number(card.expectedMonths)),
      ("life_value", .money(card.lifeValue)), ("life_low", .money(card.lifeLow)), ("life_high", .money(card.lifeHigh)),
      ("income_history", .array(page.incomeHistory.map { .money($0) })),
    ]
  }
}
