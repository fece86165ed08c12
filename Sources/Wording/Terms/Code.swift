/// A code as the public views carry it. A code the program has no words for (a newer database, a rule added later) is
/// still shown, in its own spelling.
package struct Code<Term: RawRepresentable<String> & Sendable>: Sendable, ExpressibleByStringLiteral {
  package let rawValue: String

  package init(_ rawValue: String) { self.rawValue = rawValue }
  package init(_ term: Term) { rawValue = term.rawValue }
  package init(stringLiteral value: String) { rawValue = value }

  /// Nil for a code without words.
  package var term: Term? { Term(rawValue: rawValue) }

  /// What is shown when there are no words: `cooling_down` → `cooling down`.
  package var spelled: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}

extension Code: Hashable {
  package static func == (a: Self, b: Self) -> Bool { a.rawValue == b.rawValue }
  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
