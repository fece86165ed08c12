import Banking
package import Triggers

extension Language {
  /// What a call with several subjects is about: "Offer A, B; renew C".
  package func actions(_ bundle: [TriggerFacts]) -> String { joined(grouped(bundle).map { action($0) }) }

  /// The action with its money.
  package func headline(_ facts: TriggerFacts) -> String { headline([facts]) }

  /// Of a call with several subjects, in the order of worth: what is to be sold with the sum of what it would bring, everything else
  /// with its own money.
  package func headline(_ bundle: [TriggerFacts]) -> String {
    joined(
      clauses(of: bundle).map { clause in
        let actions = grouped(clause).map { facts in
          action(facts) + (facts.products.isEmpty ? "" : ", \(with(facts.products))")
        }
        return joined(actions) + (worth(of: clause).map { ": \($0)" } ?? "")
      })
  }

  private func worth(of clause: [TriggerFacts]) -> String? {
    guard var all = clause.first, clause.count > 1 else { return clause.first.flatMap { worth($0) } }
    let known = clause.compactMap(\.typical)
    all.typical = known.isEmpty ? nil : known.reduce(.zero, +)
    all.expected = nil
    return worth(all)
  }

  /// Subjects whose money may be added up, each time at the place of the first.
  private func clauses(of bundle: [TriggerFacts]) -> [[TriggerFacts]] {
    bundle.reduce(into: []) { clauses, facts in
      let place = clauses.firstIndex { $0.first.map { $0.addsUp(with: facts) } ?? false }
      if let place { clauses[place].append(facts) } else { clauses.append([facts]) }
    }
  }

  private func joined(_ actions: [String]) -> String {
    let rest = actions.dropFirst().map { $0.prefix(1).lowercased() + $0.dropFirst() }
    return (actions.prefix(1) + rest).joined(separator: "; ")
  }

  /// A line of history in words: the night's own, or a manager's that begins with the reason of a refusal, or a day. What a manager
  /// wrote stays as it is.
  package func words(ofNote note: String, to state: Code<TriggerState>, byNight: Bool) -> String {
    if byNight { return NightNote.allCases.first { $0.stored == note }.map { name($0) } ?? note }
    guard state.term == .declined || state.term == .snoozed else { return note }
    let head = note.prefix { $0 != ":" && $0 != " " }
    let refusal = state.term == .declined ? RefusalReason(rawValue: String(head)) : nil
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

extension TriggerFacts {
  fileprivate func addsUp(with other: TriggerFacts) -> Bool {
    kind == other.kind || isOfIncomeToCome && other.isOfIncomeToCome
  }

  /// As `TriggerKind.isOfIncomeToCome`; of a kind that this program does not know nothing else is assumed.
  package var isOfIncomeToCome: Bool { kind.term?.isOfIncomeToCome ?? true }
}

extension TriggerKind {
  /// Whether its money is what a success would bring; else what the client brings now.
  fileprivate var isOfIncomeToCome: Bool {
    switch self {
    case .offer, .activate, .deepen, .welcome: true
    case .retain, .winBack, .returned, .renew: false
    }
  }
}
