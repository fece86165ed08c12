import Banking
import Cohorts
import Gaps
import IdealProfiles
import LifeCycle
import Policy
import Store
import Triggers
import Wording

/// What the ledger keeps of a night: counts and seconds by stage, and the manifest by which anyone can tell what it was made of.
struct NightLog: Sendable {
  private var counts: [(key: String, value: JSONValue)] = []
  private var facts: [(key: String, value: JSONValue)] = []

  var stages: String { JSONWriter.compact(.object(counts)) }
  var manifest: String { JSONWriter.compact(.object(facts)) }

  /// What the policy says, for the ledger to keep.
  static func settings(_ settings: PolicySettings) -> String {
    JSONWriter.compact(.object(settings.settingsForLedger.map { ($0.path, .string($0.text)) }))
  }

  mutating func note(_ reading: NightReading.Result, seed: UInt64) {
    let snapshot = reading.input.snapshot
    counts += [
      ("check", object(("findings", reading.check.findings.count))),
      ("quality", .object(reading.check.findings.map { ($0.rule, .integer($0.count)) })),
      ("months", .object(reading.latestMonths.map { ("\($0.month)", .integer($0.clients)) })),
      (
        "read",
        .object([
          ("clients", .integer(snapshot.clients.count)), ("holdings", .integer(snapshot.holdings.count)),
          ("months", .integer(snapshot.monthsOfHistory)),
          ("missing_feeds", .array(reading.missingFeeds.map { .string($0.rawValue) })),
        ])
      ),
    ]
    facts += [
      ("version", .string(ProgramVersion.current)), ("policy", .string(reading.terms.policyHash)),
      ("seed", .string(String(seed))),
      (
        "input",
        .object(
          reading.fingerprint.parts.sorted { $0.key < $1.key }.map { part in
            (
              part.key,
              .object([("rows", .integer(part.value.rows)), ("hash", .string(part.value.hash.hexadecimal))])
            )
          })
      ),
    ]
  }

  /// - Parameter raises: false where the triggers are left alone, whatever was decided.
  mutating func note(_ night: Night, raises: Bool) {
    let decisions = raises ? night.decisions : nil
    counts += [
      ("cohorts", object(("cohorts", night.cohorts.all.count))),
      (
        "profiles",
        .object([
          ("profiles", .integer(night.ideals.scoring.profileCount)),
          ("fit", .string(night.profiles.reason.rawValue)),
          ("moved", .integer(night.profiles.learning?.matching?.movedClients)),
          ("jaccard", .array((night.profiles.learning?.selection.stability ?? []).map { .number($0) })),
        ])
      ),
      ("stages", .object(Self.clients(byStage: night.stages).map { ($0.stage.rawValue, .integer(Int64($0.clients))) })),
      (
        "gaps",
        .object([
          ("basis", .string(night.adoption.model.basis.rawValue)), ("learned", .boolean(!night.keepsLessons)),
        ])
      ),
      (
        "triggers",
        object(
          ("raised", decisions?.raise.count ?? 0), ("withdrawn", decisions?.withdraw.count ?? 0),
          ("expired", decisions?.expire.count ?? 0), ("won", decisions?.win.count ?? 0),
          ("woken", decisions?.wake.count ?? 0), ("reassigned", decisions?.reassign.count ?? 0),
          ("conversations", Set((decisions?.raise ?? []).map(\.conversation)).count))
      ),
    ]
  }

  mutating func note(_ laps: [NightWatch.Lap]) {
    counts.append(("seconds", .object(laps.map { ($0.step.rawValue, .number($0.seconds)) })))
  }

  private static func clients(byStage stages: [StageAssessment?]) -> [(stage: Stage, clients: Int)] {
    let clients = stages.reduce(into: [:]) { $0[$1?.stage, default: 0] += 1 }
    return Stage.allCases.compactMap { stage in clients[stage].map { (stage, $0) } }
  }

  private func object(_ members: (String, Int)...) -> JSONValue {
    .object(members.map { ($0.0, .integer(Int64($0.1))) })
  }
}
