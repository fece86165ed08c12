import Banking
import Triggers

extension Language {
  /// What a call with several subjects is about: "Offer A, B; renew C".
  package func actions(_ bundle: [TriggerFacts]) -> String {
    let actions = grouped(bundle).map { action($0) }
    let rest = actions.dropFirst().map { $0.prefix(1).lowercased() + $0.dropFirst() }
    return (actions.prefix(1) + rest).joined(separator: "; ")
  }

  /// A line of history in words: the night's own, or a manager's that begins with the reason of a refusal, or a day.
  package func words(ofNote note: String) -> String {
    if let night = NightNote.allCases.first(where: { $0.stored == note }) { return name(night) }
    let head = note.prefix { $0 != ":" && $0 != " " }
    let refusal = RefusalReason(rawValue: String(head))
    var words = refusal.map { name($0) } ?? ""
    var rest = refusal == nil ? note[...] : note.dropFirst(head.count)
    let day = rest.drop { $0 == " " }
    if day.hasPrefix("until "), let date = BusinessDate(iso: String(day.dropFirst(6).prefix(10))) {
      words += (words.isEmpty ? "" : " ") + until(date.description)
      rest = day.dropFirst(16)
    }
    return words + rest
  }

  /// The subjects of one kind next to each other taken together.
  private func grouped(_ bundle: [TriggerFacts]) -> [TriggerFacts] {
    bundle.reduce(into: []) { groups, facts in
      guard let last = groups.last, last.kind == facts.kind, let product = facts.productName,
        let before = last.productName
      else { return groups.append(facts) }
      groups[groups.count - 1].productName = before + productSeparator + product
    }
  }
}

extension TriggerKind {
  /// Whether its money is what a success would bring; else what the client brings now.
  var isOfIncomeToCome: Bool {
    switch self {
    case .offer, .activate, .deepen, .welcome: true
    case .retain, .winBack, .returned, .renew: false
    }
  }
}
