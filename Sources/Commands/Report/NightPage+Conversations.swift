import Banking
import Store
import Triggers
import Wording

extension NightPage {
  mutating func opportunities() {
    page.heading("Top opportunities")
    guard !digest.opportunities.isEmpty else { return page.paragraph("No offer with an expected income is open.") }
    page.table(
      Table(
        [
          .left("Client"), .left("Number"), .left("What"), .left("Product"), .left("Manager"), .right("Expected"),
          .left("Raised"),
        ],
        rows: digest.opportunities.map {
          [
            .init($0.clientName ?? Page.none), .init($0.clientNumber ?? Page.none), .init(spelled($0.kind)),
            .init($0.productName ?? Page.none), .init($0.managerName ?? Page.none), .init(amount($0.expectedIncome)),
            .init("\($0.raisedOn)"),
          ]
        }))
  }

  private func spelled(_ kind: String) -> String { Code<TriggerKind>(kind).spelled }

  mutating func triggers() {
    page.heading("Triggers of the last \(NightDigest.outcomeDays) days")
    page.figure(
      BarChart(
        title: "Triggers raised and won, by kind",
        rows: digest.outcomes.map { outcome in
          .init(
            label: spelled(outcome.kind),
            bars: [
              .init(value: Double(outcome.raised), style: "own", hint: "raised: \(count(outcome.raised))"),
              .init(value: Double(outcome.won), style: "ideal", hint: "won: \(count(outcome.won))"),
              .init(value: Double(outcome.withdrawn), style: "other", hint: "withdrawn: \(count(outcome.withdrawn))"),
            ])
        }
      ).markup)
    page.key([("own", "raised"), ("ideal", "won"), ("other", "withdrawn")])
    page.table(
      Table(
        [
          .left("Kind"), .right("Raised"), .right("Won"), .right("Lost"), .right("Declined"), .right("Expired"),
          .right("Withdrawn"), .right("Open now"),
        ],
        rows: digest.outcomes.map {
          [.init(spelled($0.kind))]
            + [$0.raised, $0.won, $0.lost, $0.declined, $0.expired, $0.withdrawn, $0.live].map { .init(count($0)) }
        }))
  }

  mutating func desks() {
    page.heading("Whose calls are answered")
    guard let all = digest.desks.first?.desks else {
      return page.paragraph("No conversation stood on a list in the last \(NightDigest.outcomeDays) days.")
    }
    page.paragraph(
      "Conversations that stood on a list in the last \(NightDigest.outcomeDays) days. Unheard: run out without any answer."
        + (all > digest.desks.count ? " The \(digest.desks.count) of \(count(all)) lists with most of them." : ""))
    page.table(
      Table(
        [
          .left("List"), .right("Raised"), .right("Answered"), .right("Won"), .right("Unheard"), .right("Open now"),
          .right("No answer yet"), .left("Longest since"),
        ],
        rows: digest.desks.map { desk in
          [.init(name(of: desk))]
            + [desk.raised, desk.answered, desk.won, desk.unheard, desk.live, desk.waiting].map { .init(count($0)) }
            + [.init(desk.waitingSince.map { "\($0)" } ?? Page.none)]
        }))
  }

  private func name(of desk: DeskAnswers) -> String {
    if let manager = desk.manager { return desk.managerName ?? manager.description }
    return desk.branch.flatMap { $0.isEmpty ? nil : "Queue of \($0)" } ?? "Queue of the bank"
  }

  mutating func conversion() {
    page.heading("Conversion by product")
    guard !digest.conversions.isEmpty else {
      return page.paragraph("No trigger has been answered or has run out within a year.")
    }
    page.paragraph("Of the triggers that ended within a year and were not withdrawn, those won.")
    page.table(
      Table(
        [.left("Product"), .right("Ended"), .right("Won"), .right("Share")],
        rows: digest.conversions.map {
          [
            .init($0.productName ?? "the client itself"), .init(count($0.ended)), .init(count($0.won)),
            .init(words.numbers.percent(Double($0.won) / Double($0.ended))),
          ]
        }))
  }

  mutating func writeLift() {
    page.heading("Lift")
    guard let lift else {
      return page.paragraph(
        "Not known: no control group is kept (triggers.control_share of the policy), or no day has passed since the first trigger."
      )
    }
    let view = LiftView(lift)
    page.table(view.table)
    for sentence in view.sentences { page.paragraph(sentence) }
  }
}
