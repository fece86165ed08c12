import ArgumentParser
import Triggers

/// `yes`, `no` or `unknown`, and a note after a colon.
struct ItemAnswer: ExpressibleByArgument {
  let answer: QualificationAnswer
  let note: String?

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let answer = parts.first.flatMap({ QualificationAnswer(rawValue: $0.lowercased()) }) else { return nil }
    self.answer = answer
    let words = parts.dropFirst().first.map { String($0.drop { $0.isWhitespace }) } ?? ""
    note = words.isEmpty ? nil : words
  }
}
