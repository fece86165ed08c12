import Triggers
import Wording

/// One trigger with its reason and its whole history.
enum TriggerView {
  /// - Parameter recommendation: the facts of tonight that it is live by, where there are any; else what is to be said says why.
  static func render(
    _ trigger: TriggerFacts, recommendation: RecommendationFacts?, events: [TriggerEventFacts],
    language: any Language, style: Style, width: Int?
  ) -> String {
    var page = Page(language, style, width: width)
    page.title(language.headline(trigger), remark: Page.brief(identifier: trigger.identifier))
    page.blank()
    page.facts(FactGrid(left: left(trigger, page), right: right(trigger, page)))
    let isSaid = recommendation == nil && !language.talkingPoints(trigger).isEmpty
    let why = recommendation.map { language.reason($0) } ?? (isSaid ? "" : language.why(trigger))
    if !why.isEmpty {
      page.heading(.reasons)
      page.paragraph(why)
      if let drivers = recommendation.flatMap({ language.drivers($0) }) { page.paragraph(drivers, .muted) }
    }
    known(trigger, &page)
    if !events.isEmpty {
      page.heading(.history)
      page.table(history(events, page))
    }
    return page.text
  }

  /// What to say, what is known of the sale, and what the priority is made of.
  private static func known(_ trigger: TriggerFacts, _ page: inout Page) {
    let points = page.language.talkingPoints(trigger)
    if !points.isEmpty {
      page.heading(.talkingPoints)
      for point in points { page.paragraph("\(point).") }
    }
    if !trigger.qualification.isEmpty {
      page.heading(.qualification)
      let columns: [Table.Column] = [
        .left(page.title(.item)), .left(page.title(.answer)), .left(page.title(.note), min: 20),
      ]
      page.table(
        Table(
          columns,
          rows: trigger.qualification.map { fact in
            [
              .init(page.language.name(fact.item)), .init(page.language.name(fact.answer)),
              .init(fact.note ?? "", .muted),
            ]
          }))
    }
    guard let factors = trigger.factors?.factors else { return }
    page.heading(.priorityFactors)
    let numbers = page.language.numbers
    let product = factors.map { "\(page.language.name($0.term)) \(numbers.decimal($0.value))" }.joined(separator: " × ")
    page.paragraph("\(product) = \(numbers.decimal(trigger.priority))")
  }

  private static func left(_ trigger: TriggerFacts, _ page: Page) -> [FactGrid.Fact] {
    [
      .init(page.label(.client), "\(trigger.clientName) · \(trigger.clientNumber)", .strong),
      .init(page.label(.state), page.language.name(trigger.state), tone(trigger.state)),
      .init(page.label(.worth), page.amount(trigger.typical, trigger.currency)),
      .init(page.label(.expectedIncome), page.amount(trigger.expected, trigger.currency)),
    ]
  }

  private static func right(_ trigger: TriggerFacts, _ page: Page) -> [FactGrid.Fact] {
    [
      .init(page.label(.raisedOn), "\(trigger.raisedOn)"),
      .init(page.label(.validUntil), "\(trigger.validUntil)"),
      trigger.snoozedUntil.map { .init(page.label(.snoozedUntil), "\($0)") },
      trigger.refusal.map { .init(page.label(.refusal), page.language.name($0)) },
      trigger.askOn.map { .init(page.label(.askOn), "\($0)") },
    ].compactMap { $0 }
  }

  private static func tone(_ state: Code<TriggerState>) -> Style.Tone {
    switch state.term {
    case .open, .accepted: .accent
    case .won: .good
    case .snoozed: .warning
    case .declined, .lost: .bad
    case .expired, .withdrawn, nil: .muted
    }
  }

  private static func history(_ events: [TriggerEventFacts], _ page: Page) -> Table {
    Table(
      [
        .left(page.title(.at)), .left(page.title(.actor), min: 10), .left(page.title(.change)),
        .left(page.title(.note), min: 20),
      ],
      rows: events.map { event in
        let states = [event.from, event.to].compactMap { $0 }.map { page.language.name($0) }
        return [
          .init(event.at, .muted), .init(event.actor), .init(states.joined(separator: " → ")),
          .init(
            event.note.map { page.language.words(ofNote: $0, to: event.to, byNight: event.isNights) } ?? "", .muted),
        ]
      })
  }
}
