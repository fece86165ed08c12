import Banking
import Wording

/// A client's card: who it is, what it is worth, what to offer and why.
enum CardView {
  /// How many recommendations are explained in sentences.
  static let explained = 3

  /// - Parameters:
  ///   - recommendations: in the order they are to be shown.
  ///   - width: of the terminal; nil = nothing is cut.
  static func render(
    _ card: CardFacts, _ recommendations: [RecommendationFacts], language: any Language, style: Style, width: Int?
  ) -> String {
    var page = Page(language, style, width: width)
    identity(card, &page)
    page.blank()
    standing(card, &page)
    triggers(card, &page)
    timeline(card, &page)
    products(card, recommendations, &page)
    reasons(recommendations, &page)
    notes(card, recommendations, &page)
    return page.text
  }

  private static func identity(_ card: CardFacts, _ page: inout Page) {
    page.title("\(card.clientName) · \(card.clientNumber)", remark: "\(card.bankName) · \(card.asOf)")
    let manager = "\(page.label(.manager)): \(card.managerName ?? page.language.unknown)"
    page.paragraph([card.industry, card.region, manager].compactMap { $0 }.joined(separator: " · "), .muted)
  }

  private static func standing(_ card: CardFacts, _ page: inout Page) {
    let language = page.language
    let cohort = card.cohortLevel.term == .bank ? nil : card.cohortName
    let compared = [cohort, language.name(card.cohortLevel)].compactMap { $0 }.joined(separator: " · ")
    let place: [FactGrid.Fact] = [
      .init(page.label(.profile), page.profile(card.profileName, isPinned: card.isPinned), .strong),
      .init(page.label(.cohort), compared),
    ]
    let life = left(card, page)
    let history = history(card, page)
    let labels = FactGrid(left: place + life + history).widestLabel
    page.facts(FactGrid(left: place, labelWidth: labels))
    page.facts(FactGrid(left: life, right: right(card, page), labelWidth: labels))
    page.facts(FactGrid(left: history, labelWidth: labels))
  }

  private static func history(_ card: CardFacts, _ page: Page) -> [FactGrid.Fact] {
    guard card.incomeHistory.count > 1 else { return [] }
    let bars = Bars.sparkline(card.incomeHistory.map(\.minorUnits), page.style)
    let span = "\(page.amount(card.incomeHistory.first)) → \(page.amount(card.incomeHistory.last, card.currency))"
    let months = page.language.lastMonths(card.incomeHistory.count)
    return [.init(page.label(.incomeHistory), "\(bars)  \(span), \(months)")]
  }

  private static func left(_ card: CardFacts, _ page: Page) -> [FactGrid.Fact] {
    let language = page.language
    let life = card.life
    // How long clients like it stay on average is no news of one that is on its way out.
    let stays = life.stage?.term == .leaving ? [] : [FactGrid.Fact(page.label(.expectedStay), stay(life, language))]
    return [
      .init(page.label(.membership), card.membership.map { language.numbers.percent($0) } ?? language.unknown),
      .init(page.label(.stage), stage(life, language), tone(life.stage)),
      .init(page.label(.segment), life.segment.map { language.name($0) } ?? language.unknown),
      .init(page.label(.tenure), life.tenureMonths.map { language.tenure(months: $0) } ?? language.unknown),
    ] + stays
  }

  private static func stay(_ life: StageFacts, _ language: any Language) -> String {
    guard let months = life.expectedMonths.map({ Int($0.rounded()) }) else { return language.unknown }
    return life.staysBeyond ? language.over(years: months / 12) : language.tenure(months: months)
  }

  private static func stage(_ life: StageFacts, _ language: any Language) -> String {
    guard let stage = life.stage else { return language.unknown }
    return life.since.map { language.since($0, language.name(stage)) } ?? language.name(stage)
  }

  private static func right(_ card: CardFacts, _ page: Page) -> [FactGrid.Fact] {
    let range = page.range(card.potentialLow, card.potentialHigh).map { " (\($0))" } ?? ""
    let lifeRange = page.range(card.life.lifeLow, card.life.lifeHigh).map { " (\($0))" } ?? ""
    return [
      .init(page.label(.monthlyIncome), page.amount(card.monthlyIncome, card.currency)),
      .init(page.label(.typicalIncome), page.amount(card.typicalIncome, card.currency)),
      .init(page.label(.idealIncome), page.amount(card.idealIncome, card.currency)),
      .init(page.label(.potentialIncome), page.amount(card.potential, card.currency) + range, .good),
      .init(page.label(.expectedIncome), page.amount(card.expected, card.currency)),
      .init(page.label(.lifeValue), page.amount(card.life.lifeValue, card.currency) + lifeRange),
    ]
  }

  private static func tone(_ stage: Code<Stage>?) -> Style.Tone {
    switch stage?.term {
    case .growth, .plateau, .returned: .good
    case .decline: .warning
    case .leaving, .left: .bad
    case .onboarding, nil: .plain
    }
  }

  private static func triggers(_ card: CardFacts, _ page: inout Page) {
    guard !card.openTriggers.isEmpty else { return }
    page.heading(.openTriggers)
    for trigger in card.openTriggers {
      // Its figures are of the day it was raised on, the card's are today's.
      let raised = trigger.raisedOn < card.asOf ? [(Label.raisedOn, trigger.raisedOn)] : []
      let until = trigger.answeredBy.map { (Label.validUntil, $0) }
      let dates = (raised + [until].compactMap(\.self)).map { "\(page.label($0).lowercased()) \($1)" }
      let state = ([page.language.name(trigger.state)] + dates).joined(separator: ", ")
      page.paragraph("\(Page.brief(identifier: trigger.identifier))  \(page.language.headline(trigger)) · \(state)")
    }
  }

  private static func products(_ card: CardFacts, _ facts: [RecommendationFacts], _ page: inout Page) {
    let horizon = card.basis.term == .transitions ? facts.first?.horizonMonths : nil
    let chance = horizon.map { page.language.chance(withinMonths: $0) }
    let remark = [page.language.monthly(card.currency), chance].compactMap { $0 }.joined(separator: " · ")
    page.heading(.recommendations, remark: remark)
    if facts.isEmpty {
      page.paragraph(page.language.note(.noRecommendations))
    } else {
      page.table(RecommendationTable.table(facts, page))
    }
    guard !card.productsInUse.isEmpty else { return }
    page.blank()
    page.paragraph("\(page.label(.productsInUse)): \(card.productsInUse.joined(separator: ", "))", .muted)
  }

  /// The best of what is offered; where nothing is, the best there is, each with what stands against it.
  private static func reasons(_ facts: [RecommendationFacts], _ page: inout Page) {
    let offered = facts.filter { $0.status.term == .offered || $0.status.term == .alreadyOpen }
    let chosen = (offered.isEmpty ? facts : offered).prefix(explained)
    guard !chosen.isEmpty else { return }
    page.heading(.reasons)
    for fact in chosen {
      page.paragraph(fact.productName, .strong)
      if fact.status.term != .offered { page.paragraph(page.language.statusSentence(fact), indent: 2) }
      page.paragraph(page.language.reason(fact), indent: 2)
      if let drivers = page.language.drivers(fact) { page.paragraph(drivers, indent: 2, .muted) }
    }
  }

  private static func notes(_ card: CardFacts, _ facts: [RecommendationFacts], _ page: inout Page) {
    let isIncomeUnknown = card.monthlyIncome == nil && facts.allSatisfy { $0.typical == nil }
    let notes = [
      isIncomeUnknown ? page.language.note(.incomeUnknown) : nil,
      page.language.note(on: card.basis),
    ].compactMap { $0 }
    if !notes.isEmpty { page.blank() }
    for note in notes { page.paragraph(note, .warning) }
  }
}
