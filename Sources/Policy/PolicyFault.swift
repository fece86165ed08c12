/// One thing that is wrong in a policy file, and where.
package struct PolicyFault: Sendable, Equatable, CustomStringConvertible {
  package let file: String
  /// Counted from 1; nil where the fault is of the whole file.
  package let line: Int?
  /// Dotted, e.g. `triggers.contact_window_days`; empty at the top of the file.
  package let key: String
  package let problem: Problem

  package enum Problem: Sendable, Equatable {
    case unexpected(expected: String, found: String)
    /// `suggestion` is the nearest known key; without one, `known` are the keys of the section.
    case unknownKey(suggestion: String?, known: [String])
    case duplicateKey(otherLine: Int?)
    /// Two settings contradict each other, e.g. a low quantile above the high one.
    case contradiction(String)
    /// Not YAML; the parser's own words.
    case syntax(String)
  }

  package var description: String {
    let place = line.map { "\(file):\($0): " } ?? "\(file): "
    return place + (key.isEmpty ? "" : "\(key): ") + problem.sentence
  }
}

extension PolicyFault.Problem {
  fileprivate var sentence: String {
    switch self {
    case .unexpected(let expected, let found): "expected \(expected), found \(found)"
    case .unknownKey(let suggestion?, _): "unknown key; did you mean \(suggestion)?"
    case .unknownKey(nil, let known): "unknown key; expected one of \(known.joined(separator: ", "))"
    case .duplicateKey(let line?): "stands again on line \(line); keep one of the two"
    case .duplicateKey(nil): "stands more than once; keep one"
    case .contradiction(let text): text
    case .syntax(let text): "expected YAML, found a syntax error: \(text)"
    }
  }
}
