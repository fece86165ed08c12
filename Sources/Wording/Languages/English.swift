package import Banking
package import Triggers

/// English.
package struct English: Language {
  package let code = "en"
  package let numbers = NumberFormat(groupSeparator: ",", decimalSeparator: ".")
  package let unknown = "unknown"
  package let pinned = "pinned"
  package let productSeparator = ", "

  package init() {}

  // MARK: Labels

  package var labels: [Label: String] { Self.labels }
  private static let labels: [Label: String] = [
    .profile: "Profile", .membership: "Fit to profile", .cohort: "Compared with", .stage: "Stage", .segment: "Segment",
    .tenure: "With the bank", .manager: "Manager", .monthlyIncome: "Income a month",
    .typicalIncome: "Typical for it", .idealIncome: "Ideal client", .potentialIncome: "Potential",
    .expectedIncome: "Expected", .incomeHistory: "Income by month", .client: "Client", .state: "State",
    .chance: "Chance", .raisedOn: "Raised on", .validUntil: "Valid until",
    .snoozedUntil: "Snoozed until",
    .refusal: "Refusal", .worth: "Worth", .bank: "Bank", .asOf: "As of", .runKind: "Kind",
    .startedAt: "Started", .duration: "Took", .failure: "Failure", .members: "Members", .productsInUse: "In use",
    .expectedStay: "Likely to stay", .lifeValue: "Lifetime value", .acquisitionCost: "To win, up to",
    .lastTime: "Last time", .askOn: "Ask on",
  ]

  package var titles: [ColumnTitle: String] { Self.titles }
  private static let titles: [ColumnTitle: String] = [
    .rank: "#", .product: "Product", .gap: "Gap", .chance: "Chance", .worth: "Worth", .range: "Low–high",
    .expected: "Expected", .status: "Offer", .trigger: "ID", .client: "Client", .clientNumber: "Number",
    .action: "What to do", .reason: "Why", .validUntil: "Until", .cohort: "Compared with",
    .profile: "Profile", .members: "Members", .typicalIncome: "Typical", .idealIncome: "Ideal",
    .products: "Characteristic products", .penetration: "Hold it", .operations: "Operations", .at: "When",
    .actor: "Who", .change: "Change", .note: "Note", .run: "Run", .bank: "Bank", .asOf: "As of",
    .state: "State", .startedAt: "Started", .duration: "Took", .stage: "Stage", .figure: "Figure",
    .value: "Value", .item: "Item", .answer: "Answer",
  ]

  package func heading(_ heading: Heading) -> String {
    switch heading {
    case .recommendations: "Products, best first"
    case .reasons: "Why"
    case .openTriggers: "Open conversations"
    case .history: "History"
    case .idealClient: "The ideal client"
    case .stageCounts: "Stages"
    case .manifest: "Manifest"
    case .keep: "Keep"
    case .renew: "Maturing, soonest first"
    case .sell: "Sell"
    case .others: "Others"
    case .priorityFactors: "What the priority is made of"
    case .qualification: "What is known of the sale"
    case .talkingPoints: "What to say"
    case .timeline: "Timeline"
    }
  }

  package func note(_ note: Note) -> String {
    switch note {
    case .worthUnknown: "What the product would be worth is not known."
    case .incomeUnknown: "The bank supplies no income: what a product is worth is unknown."
    case .holdingNotOpening: "One snapshot is all there is: a chance says who usually holds it, not who opens it next."
    case .shareNotForecast: "Too little data for a forecast: a chance is the share of comparable clients that hold it."
    case .noRecommendations: "Nothing is missing: the client holds every product there is to compare."
    case .emptyWorklist: "No open conversations."
    case .noProfiles: "No profiles have been published yet."
    case .noRuns: "No runs yet."
    }
  }

  // MARK: Names

  package func name(_ gap: Gap) -> String {
    switch gap {
    case .missing: "missing"
    case .dormant: "dormant"
    case .underUsed: "under-used"
    }
  }

  package func name(_ stage: Stage) -> String { stage.rawValue }
  package func name(_ segment: Segment) -> String { segment == .atRisk ? "at risk" : segment.rawValue }
  package func name(_ state: TriggerState) -> String { state.rawValue }
  package func name(_ state: RunState) -> String { state.rawValue }
  package func name(_ kind: RunKind) -> String { kind.rawValue }

  package func name(_ refusal: RefusalReason) -> String {
    switch refusal {
    case .noNeed: "no need"
    case .hasItElsewhere: "has it elsewhere"
    case .price: "price"
    case .notNow: "not now"
    case .wrongData: "wrong data"
    case .other: "other"
    }
  }

  package func name(_ item: QualificationItem) -> String {
    switch item {
    case .metrics: "metrics"
    case .economicBuyer: "economic buyer"
    case .decisionCriteria: "decision criteria"
    case .decisionProcess: "decision process"
    case .identifiedPain: "identified pain"
    case .champion: "champion"
    }
  }

  package func name(_ answer: QualificationAnswer) -> String { answer.rawValue }
  package func name(_ measure: FallenMeasure) -> String { measure.rawValue }
  package func name(_ term: PriorityTerm) -> String { term == .context ? "stage" : term.rawValue }

  package func name(_ level: CohortLevel) -> String { level == .bank ? "whole bank" : level.rawValue }

  package var traits: [ProfileTrait: String] {
    Dictionary(uniqueKeysWithValues: ProfileTrait.allCases.map { ($0, $0.rawValue) })
  }

  package var drivers: [Driver: String] { Self.drivers }
  private static let drivers: [Driver: String] = [
    .penetration: "how many comparable clients hold it",
    .openingRate: "how often comparable clients opened it lately",
    .companions: "the products it already holds", .pace: "the product's recent sales",
    .heldBefore: "having held it before", .recentOpenings: "what it opened lately",
    .productsHeld: "the number of products it holds", .stage: "its stage", .tenure: "its time with the bank",
    .income: "its income", .trend: "the trend of its income", .activity: "its activity",
    .turnover: "its turnover", .region: "its region", .industry: "its industry", .legalForm: "its legal form",
    .attributes: "what else the bank knows of it",
  ]

  // MARK: Reasons

  package func reason(_ facts: RecommendationFacts) -> String {
    var clauses = [holders(facts)]
    if let median = facts.medianIncome, facts.referenceHolders > 0 {
      clauses.append("they earn the bank a median \(monthly(numbers.amount(median, facts.currency))) on it")
    }
    switch facts.gap.term {
    case .missing, nil: clauses.append("this client: none")
    case .dormant: clauses.append("this client has it but no longer uses it")
    case .underUsed where facts.referenceHolders == 0: clauses.append("this client barely uses it")
    case .underUsed: clauses.append("this client uses it far less than they do")
    }
    return clauses.joined(separator: "; ") + "."
  }

  private func holders(_ facts: RecommendationFacts) -> String {
    let profile = facts.profileName.map { "profile \($0)\(facts.isPinned ? " (\(pinned))" : "")" }
    let peers = [profile, name(facts.cohortLevel)].compactMap { $0 }.joined(separator: ", ")
    guard facts.referenceMembers > 0 else { return "No comparable clients (\(peers)) to judge \(facts.productName) by" }
    let share = share(facts.referenceHolders, of: facts.referenceMembers)
    let members = count(facts.referenceMembers, "comparable client")
    let verb = share == "1" ? "holds" : "hold"
    return "\(share) of \(members) (\(peers)) \(verb) \(facts.productName)"
  }

  package func drivers(_ facts: RecommendationFacts) -> String? {
    let raising = facts.drivers.filter(\.raises).map { name($0.driver) }
    let lowering = facts.drivers.filter { !$0.raises }.map { name($0.driver) }
    let parts = [("raised by ", raising), ("lowered by ", lowering)].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return nil }
    return "Its chance is " + parts.map { $0.0 + $0.1.joined(separator: ", ") }.joined(separator: "; ") + "."
  }

  // MARK: Quantities

  package func tenure(months: Int) -> String {
    let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
    let parts = [years > 0 ? count(years, "year") : nil, rest > 0 || years == 0 ? count(rest, "month") : nil]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  package func over(years: Int) -> String { "over \(count(years, "year"))" }
  package func since(_ month: Month, _ state: String) -> String { "\(state) since \(month)" }
  package func monthly(_ amount: String) -> String { "\(amount) a month" }
  package func conversations(_ count: Int) -> String { self.count(count, "conversation") }
  package func queue(branch: String) -> String { branch.isEmpty ? "Queue of the bank" : "Queue of \(branch)" }
  package func snoozed(_ count: Int) -> String { "\(conversations(count)) snoozed until a later date" }
  package func notShown(_ count: Int) -> String { "\(self.count(count, "more conversation")) not shown" }
  package func lastMonths(_ count: Int) -> String { "last \(self.count(count, "month"))" }
  package func chance(withinMonths months: Int) -> String { "chance of opening within \(count(months, "month"))" }

  package func total(conversations: Int, subjects: Int, expected: String?, kept: String?) -> String {
    let money =
      (expected.map { ", expected " + monthly($0) } ?? "") + (kept.map { ", to keep or win back " + monthly($0) } ?? "")
    return "\(self.conversations(conversations)), \(count(subjects, "subject"))\(money)"
  }

  func count(_ count: Int, _ noun: String) -> String {
    "\(numbers.integer(count)) \(noun)\(count == 1 ? "" : "s")"
  }
}
