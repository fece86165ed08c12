import Banking
package import Triggers

/// What a manager is asked to do, why, and what to say.
extension Russian {
  package func action(_ kind: TriggerKind, product: String?) -> String {
    switch kind {
    case .retain: product.map { "Удержать клиента: «\($0)»" } ?? "Удержать клиента"
    case .winBack: product.map { "Вернуть клиента: «\($0)»" } ?? "Вернуть клиента"
    case .returned: product.map { "Поговорить с вернувшимся: «\($0)»" } ?? "Поговорить с вернувшимся клиентом"
    case .welcome: product.map { "Познакомиться с клиентом: «\($0)»" } ?? "Познакомиться с новым клиентом"
    case .renew: "Продлить «\(product ?? "договор")»"
    case .offer: "Предложить «\(product ?? "продукт")»"
    case .activate: "Активировать «\(product ?? "продукт")»"
    case .deepen: "Расширить «\(product ?? "продукт")»"
    }
  }

  package func with(_ products: [String]) -> String { quoted(products) }

  private func quoted(_ products: [String]) -> String { "«\(products.joined(separator: "», «"))»" }

  package func worth(_ facts: TriggerFacts) -> String? {
    switch facts.kind.term {
    case .winBack: facts.former.map { "приносил банку \(money($0, facts))" }
    case .retain: facts.typical.map { "под угрозой \(money($0, facts))" }
    case .returned, .renew: facts.typical.map { "приносит банку \(money($0, facts))" }
    case .offer, .activate, .deepen, .welcome, nil:
      facts.typical.map { "около \(money($0, facts))" } ?? facts.expected.map { "ожидаемо \(money($0, facts))" }
    }
  }

  private func money(_ amount: Money, _ facts: TriggerFacts) -> String {
    monthly(numbers.amount(amount, facts.currency))
  }

  package func why(_ facts: TriggerFacts) -> String {
    switch facts.kind.term {
    case .offer where facts.hasTellingPeers:
      "у \(share(facts.referenceHolders, of: facts.referenceMembers)) из "
        + "\(numbers.integer(facts.referenceMembers))"
    case .offer: facts.decidingShare.map { "примерно у \(numbers.percent($0))" } ?? ""
    case .activate: "не используется"
    case .deepen: "мало используется"
    case .retain: fall(facts) ?? facts.stage.map { "этап: \(name($0))" } ?? ""
    case .winBack: facts.since.map { "ушёл с \($0)" } ?? ""
    case .returned: facts.since.map { "вернулся с \($0)" } ?? ""
    case .welcome: facts.since.map { "клиент с \($0)" } ?? ""
    case .renew: facts.since.map { "срок истекает \($0)" } ?? ""
    case nil: ""
    }
  }

  private func fall(_ facts: TriggerFacts) -> String? {
    guard let share = facts.fallenShare else { return nil }
    let what = facts.measure?.term.map { name($0) } ?? name(FallenMeasure.income)
    return "\(what) −\(numbers.percent(share))" + (facts.since.map { ", ниже обычного с \($0)" } ?? "")
  }

  /// What most of a fall comes from.
  private func source(_ facts: TriggerFacts) -> String? {
    facts.fallen.map { product in
      facts.endedOn.map { "«\(product)» закрыт \($0)" } ?? "Больше всего снизился «\(product)»"
    }
  }

  package func talkingPoints(_ facts: TriggerFacts) -> [String] {
    let points: [String?]
    switch facts.kind.term {
    case .offer: points = [peers(facts), range(facts)]
    case .activate: points = ["Открыт, но давно без движения", peers(facts), range(facts)]
    case .deepen: points = ["Используется намного реже, чем у похожих клиентов", peers(facts), range(facts)]
    case .retain: points = [fall(facts).map { "Снижение: \($0)" }, source(facts), before(facts)]
    case .winBack: points = [facts.since.map { "Без операций с \($0)" }, before(facts)]
    case .returned: points = [facts.since.map { "Снова активен с \($0)" }, now(facts)]
    case .welcome:
      points = [
        facts.products.isEmpty ? nil : "Похожие клиенты начинают с продуктов \(quoted(facts.products))", range(facts),
      ]
    case .renew: points = [maturity(facts), now(facts)]
    case nil: points = []
    }
    return points.compactMap { $0 }
  }

  /// The day, and how much of the product it is about where that is not all.
  private func maturity(_ facts: TriggerFacts) -> String? {
    guard let since = facts.since else { return nil }
    guard let part = facts.maturing, part.accounts < part.open else { return "Срок истекает \(since)" }
    let accounts = genitive(part.open, "счёта", "счетов")
    return "Срок истекает \(since): \(numbers.integer(part.accounts)) из \(numbers.integer(part.open)) \(accounts)"
  }

  private func peers(_ facts: TriggerFacts) -> String? {
    guard facts.hasTellingPeers else {
      return facts.decidingShare.map { "Есть примерно у \(numbers.percent($0)) клиентов такого рода" }
    }
    let like = facts.profileName.map { " (профиль «\(profile($0))»)" } ?? ""
    let share = share(facts.referenceHolders, of: facts.referenceMembers)
    let clients = genitive(facts.referenceMembers, "похожего клиента", "похожих клиентов")
    return "Есть у \(share) из \(numbers.integer(facts.referenceMembers)) \(clients)\(like)"
  }

  private func range(_ facts: TriggerFacts) -> String? {
    guard let typical = facts.typical else { return nil }
    guard let low = facts.low, let high = facts.high else { return "Около \(money(typical, facts))" }
    return "Около \(money(typical, facts)) (\(numbers.amount(low))–\(numbers.amount(high)))"
  }

  private func before(_ facts: TriggerFacts) -> String? {
    guard let former = facts.former else {
      return facts.typical.map { "В среднем приносил \(money($0, facts))" }
    }
    let today = facts.left.map { ", сейчас \(numbers.amount($0, facts.currency))" } ?? ""
    let season = facts.isWithoutSeason ? ", с поправкой на сезонность банка" : ""
    return "Раньше приносил \(money(former, facts))\(facts.kind.term == .retain ? today + season : "")"
  }

  private func now(_ facts: TriggerFacts) -> String? { facts.typical.map { "Приносит \(money($0, facts))" } }

  package func lastTime(_ answer: LastAnswerFacts) -> String {
    let what = answer.kind.term.map { action($0, product: answer.productName) } ?? answer.kind.spelled
    return "\(answer.on) · \(what): \(name(answer.state))"
      + (answer.note.map { " (\(words(ofNote: $0, to: answer.state, byNight: false)))" } ?? "")
  }
}
