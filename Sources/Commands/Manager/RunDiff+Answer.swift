import Store
import Wording

/// Two runs of the ledger, and what they do not have in common.
struct RunDiff {
  let earlier: RunRow
  let later: RunRow
  let differences: [RunDifference]

  /// What the runs were made of.
  var sources: [RunDifference] { differences.filter { $0.source != nil } }
  /// What came of it.
  var figures: [RunDifference] { differences.filter { $0.source == nil } }

  /// Whether the policies differ, and nobody can say in what: one of them was not kept, or it is secret.
  var hasUnknownSettings: Bool {
    sources.contains { $0.source == .manifest && $0.name == "policy" } && !sources.contains { $0.source == .settings }
  }

  var json: JSONValue {
    .object([
      ("earlier", earlier.json), ("later", later.json),
      (
        "differences",
        .array(
          differences.map {
            .object([
              ("part", .string($0.part)), ("name", .string($0.name)),
              ("before", $0.before.map { .document($0.document) } ?? .null),
              ("after", $0.after.map { .document($0.document) } ?? .null),
            ])
          })
      ),
    ])
  }
}

extension RunDifference {
  static let csvHeader = ["part", "name", "before", "after"]

  var csv: [String?] { [part, name, before?.shown, after?.shown] }
}
