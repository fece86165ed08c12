import Triggers

extension Language {
  /// What a call with several subjects is about: "Offer A, B; renew C".
  package func actions(_ bundle: [TriggerFacts]) -> String {
    let actions = grouped(bundle).map { action($0) }
    let rest = actions.dropFirst().map { $0.prefix(1).lowercased() + $0.dropFirst() }
    return (actions.prefix(1) + rest).joined(separator: "; ")
  }

  /// A line of history begins with the reason of a refusal where there is one.
  func words(ofNote note: String) -> String {
    let head = note.prefix { $0 != ":" && $0 != " " }
    guard let refusal = RefusalReason(rawValue: String(head)) else { return note }
    return name(refusal) + note.dropFirst(head.count)
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
