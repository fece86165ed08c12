import Banking
import Cohorts
import Gaps
import IdealProfiles
import Nightly
import Store
import Triggers
import Wording

/// A night as the operator sees it.
struct NightView {
  private let facts: [(label: String, key: String, value: JSONValue)]

  init(skipped bank: BankID, asOf: BusinessDate, run: String) {
    facts = [
      ("Bank", "bank", .string(bank.rawValue)), ("As of", "as_of", .string(asOf.description)),
      ("Outcome", "outcome", .string("published already")), ("Run", "run_id", .string(run)),
    ]
  }

  /// A bank that had no night.
  init(failed bank: BankID, asOf: BusinessDate, _ failure: Failure) {
    facts = [
      ("Bank", "bank", .string(bank.rawValue)), ("As of", "as_of", .string(asOf.description)),
      ("Outcome", "outcome", .string("failed")), ("Run", "run_id", .null),
      ("Exit code", "exit", .integer(Int64(failure.status.rawValue))),
      ("Failure", "failure", .string(failure.sentence)),
      ("Rules", "rules", .array(failure.rules.map { .string($0) })),
    ]
  }

  init(_ report: NightReport, elapsed: Duration) {
    var facts: [(String, String, JSONValue)] = [
      ("Bank", "bank", .string(report.bank.id.rawValue)), ("As of", "as_of", .string(report.asOf.description)),
      ("Outcome", "outcome", .string(Self.outcome(report))), ("Run", "run_id", .string(report.run)),
      ("Clients", "clients", .integer(report.clients)),
      ("Data warnings", "data_warnings", .integer(report.check.warnings.count)),
      ("… by rule", "warnings", .object(report.check.warnings.map { ($0.rule, .integer($0.count)) })),
    ]
    if let night = report.night { facts += Self.facts(night) + (report.mayRaise ? Self.triggers(night.decisions) : []) }
    facts += [
      ("Seconds", "seconds", .number(Self.seconds(elapsed))),
      (
        "… by step", "seconds_by_step",
        .object(report.laps.map { ($0.step.rawValue, .number($0.seconds.rounded(toPlaces: 2))) })
      ),
    ]
    self.facts = facts
  }

  private static func outcome(_ report: NightReport) -> String {
    switch report.outcome {
    case .published where !report.mayRaise: "published; triggers of a later date were left alone"
    case .published: "published"
    case .unchanged: "nothing new: this result is published already"
    case .dryRun: "dry run: nothing was written"
    }
  }

  private static func facts(_ night: Night) -> [(String, String, JSONValue)] {
    [
      ("Cohorts", "cohorts", .integer(night.cohorts.all.count)),
      ("Profiles", "profiles", .integer(night.ideals.scoring.profileCount)),
      ("Profiles fitted", "profiles_fit", .string(night.profiles.reason.rawValue)),
    ] + stability(night) + [
      ("Learned", "learned", .string(night.keepsLessons ? "earlier this month" : "tonight")),
      ("Ranked by", "basis", .string(night.adoption.model.basis.rawValue)),
    ]
  }

  private static func triggers(_ decisions: TriggerDecisions) -> [(String, String, JSONValue)] {
    let raised = TriggerKind.allCases.compactMap { kind -> (key: String, value: JSONValue)? in
      let count = decisions.raise.count { $0.kind == kind }
      return count > 0 ? (kind.rawValue, .integer(count)) : nil
    }
    return [
      ("Triggers raised", "raised", .object(raised)),
      ("… won", "won", .integer(decisions.win.count)),
      ("… withdrawn", "withdrawn", .integer(decisions.withdraw.count)),
      ("… expired", "expired", .integer(decisions.expire.count)),
    ]
  }

  /// Of a fit: how alike the profiles come out in bootstrap resamples.
  private static func stability(_ night: Night) -> [(String, String, JSONValue)] {
    let jaccard = night.profiles.learning?.selection.stability ?? []
    guard let least = jaccard.min() else { return [] }
    let mean = jaccard.reduce(0, +) / Double(jaccard.count)
    return [
      (
        "… alike in resamples", "profile_jaccard",
        .object([("mean", .number(mean.rounded(toPlaces: 2))), ("least", .number(least.rounded(toPlaces: 2)))])
      )
    ]
  }

  private static func seconds(_ elapsed: Duration) -> Double {
    let (seconds, attoseconds) = elapsed.components
    return (Double(seconds) + Double(attoseconds) / 1e18).rounded(toPlaces: 2)
  }

  var json: JSONValue { .object(facts.map { ($0.key, $0.value) }) }

  var text: String {
    let width = facts.map(\.label.count).max() ?? 0
    let numbers = English().numbers
    return facts.map { fact in
      "\(fact.label)\(String(repeating: " ", count: width - fact.label.count))  \(Self.plain(fact.value, numbers))\n"
    }.joined()
  }

  private static func plain(_ value: JSONValue, _ numbers: NumberFormat) -> String {
    switch value {
    case .string(let text): text
    case .integer(let count): numbers.integer(count)
    case .number(let number): "\(number)"
    case .object(let members):
      members.isEmpty ? "0" : members.map { "\(plain($0.value, numbers)) \($0.key)" }.joined(separator: ", ")
    case .array, .money, .boolean, .document, .null: ""
    }
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    return (self * factor).rounded() / factor
  }
}
