import Banking
package import Triggers

/// What a manager is asked to do, why, and what to say.
extension English {
  package func action(_ kind: TriggerKind, product: String?) -> String {
    switch kind {
    case .retain: product.map { "Keep the client, \($0)" } ?? "Keep the client"
    case .winBack: product.map { "Win the client back, \($0)" } ?? "Win the client back"
    case .returned: product.map { "Greet the client that is back, \($0)" } ?? "Greet the client that is back"
    case .welcome: product.map { "Welcome the new client, \($0)" } ?? "Welcome the new client"
    case .renew: "Renew \(product ?? "what matures")"
    case .offer: "Offer \(product ?? "a product")"
    case .activate: "Revive \(product ?? "a product")"
    case .deepen: "Extend \(product ?? "a product")"
    }
  }

  package func with(_ products: [String]) -> String { "with \(products.joined(separator: ", "))" }

  package func worth(_ facts: TriggerFacts) -> String? {
    switch facts.kind.term {
    case .winBack: facts.former.map { "it used to earn the bank \(money($0, facts))" }
    case .retain: facts.typical.map { "\(money($0, facts)) at stake" }
    case .returned, .renew: facts.typical.map { "it earns the bank \(money($0, facts))" }
    case .offer, .activate, .deepen, .welcome, nil:
      facts.typical.map { "worth about \(money($0, facts))" } ?? facts.expected.map { "expected \(money($0, facts))" }
    }
  }

  private func money(_ amount: Money, _ facts: TriggerFacts) -> String {
    monthly(numbers.amount(amount, facts.currency))
  }

  package func why(_ facts: TriggerFacts) -> String {
    switch facts.kind.term {
    case .offer where facts.hasTellingPeers:
      "\(share(facts.referenceHolders, of: facts.referenceMembers)) of "
        + count(facts.referenceMembers, "peer")
    case .offer: facts.decidingShare.map { "about \(numbers.percent($0)) of its kind" } ?? ""
    case .activate: "open but unused"
    case .deepen: "rarely used"
    case .retain: fall(facts) ?? facts.stage.map { "stage: \(name($0))" } ?? ""
    case .winBack: facts.since.map { "gone since \($0)" } ?? ""
    case .returned: facts.since.map { "back since \($0)" } ?? ""
    case .welcome: facts.since.map { "client since \($0)" } ?? ""
    case .renew: facts.since.map { "matures on \($0)" } ?? ""
    case nil: ""
    }
  }

  private func fall(_ facts: TriggerFacts) -> String? {
    guard let share = facts.fallenShare else { return nil }
    let what = facts.measure?.term.map { name($0) } ?? name(FallenMeasure.income)
    return "\(what) −\(numbers.percent(share))" + (facts.since.map { ", low since \($0)" } ?? "")
  }

  /// What most of a fall comes from.
  private func source(_ facts: TriggerFacts) -> String? {
    facts.fallen.map { product in
      facts.endedOn.map { "\(product) ended on \($0)" } ?? "Most of that is \(product)"
    }
  }

  package func talkingPoints(_ facts: TriggerFacts) -> [String] {
    let points: [String?]
    switch facts.kind.term {
    case .offer: points = [peers(facts), range(facts)]
    case .activate: points = ["Open, yet nothing has moved on it lately", peers(facts), range(facts)]
    case .deepen: points = ["Used far less than clients like it use it", peers(facts), range(facts)]
    case .retain: points = [fall(facts).map { "Its \($0)" }, source(facts), before(facts)]
    case .winBack: points = [facts.since.map { "No business since \($0)" }, before(facts)]
    case .returned: points = [facts.since.map { "Active again since \($0)" }, now(facts)]
    case .welcome:
      points = [
        facts.products.isEmpty ? nil : "Clients like it start with \(facts.products.joined(separator: ", "))",
        range(facts),
      ]
    case .renew: points = [maturity(facts), now(facts)]
    case nil: points = []
    }
    return points.compactMap { $0 }
  }

  /// The day, and how much of the product it is about where that is not all.
  private func maturity(_ facts: TriggerFacts) -> String? {
    guard let since = facts.since else { return nil }
    guard let part = facts.maturing, part.accounts < part.open else { return "Matures on \(since)" }
    return "Matures on \(since): \(numbers.integer(part.accounts)) of \(count(part.open, "account"))"
  }

  private func peers(_ facts: TriggerFacts) -> String? {
    guard facts.hasTellingPeers else {
      return facts.decidingShare.map { "About \(numbers.percent($0)) of clients of its kind have it" }
    }
    let share = share(facts.referenceHolders, of: facts.referenceMembers)
    let like = facts.profileName.map { " (\($0))" } ?? ""
    return "\(share) of \(count(facts.referenceMembers, "client")) like it\(like) \(share == "1" ? "has" : "have") it"
  }

  private func range(_ facts: TriggerFacts) -> String? {
    guard let typical = facts.typical else { return nil }
    guard let low = facts.low, let high = facts.high else { return "Worth about \(money(typical, facts))" }
    return "Worth about \(money(typical, facts)) (\(numbers.amount(low))–\(numbers.amount(high)))"
  }

  private func before(_ facts: TriggerFacts) -> String? {
    // Of clients with less than a year behind them too.
    guard let former = facts.former else { return facts.typical.map { "On average it brought \(money($0, facts))" } }
    let today = facts.left.map { ", now \(numbers.amount($0, facts.currency))" } ?? ""
    let season = facts.isWithoutSeason ? ", the bank's season taken out" : ""
    return "It used to bring \(money(former, facts))\(facts.kind.term == .retain ? today + season : "")"
  }

  private func now(_ facts: TriggerFacts) -> String? { facts.typical.map { "It brings \(money($0, facts))" } }

  package func lastTime(_ answer: LastAnswerFacts) -> String {
    let what = answer.kind.term.map { action($0, product: answer.productName) } ?? answer.kind.spelled
    return "\(answer.on) · \(what): \(name(answer.state))"
      + (answer.note.map { " (\(words(ofNote: $0, to: answer.state, byNight: false)))" } ?? "")
  }
}
