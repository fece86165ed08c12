import Banking
import Store
import Wording

extension RunRow {
  var json: JSONValue {
    .object([
      ("run_id", .string(id)), ("bank_id", .string(bank.rawValue)), ("as_of", .string(asOf.description)),
      ("kind", .string(kind)), ("state", .string(state)), ("started_at", .string(startedAt)),
      ("finished_at", .string(finishedAt)), ("stages", .document(stages)), ("manifest", .document(manifest)),
      ("failure", .string(failure)),
    ])
  }

  static let csvHeader = [
    "run_id", "bank_id", "as_of", "kind", "state", "started_at", "finished_at", "stages", "manifest", "failure",
  ]

  var csv: [String?] {
    [id, bank.rawValue, asOf.description, kind, state, startedAt, finishedAt, stages, manifest, failure]
  }
}

extension RunFacts {
  init(_ row: RunRow) {
    self.init(
      identifier: row.id, bankName: row.bankName ?? row.bank.rawValue, asOf: row.asOf, kind: Code(row.kind),
      state: Code(row.state), startedAt: Moment.brief(row.startedAt), seconds: row.seconds)
    failure = row.failure
    manifest = row.facts.map { Figure($0.name, $0.value) }
    for figure in row.figures {
      if stages.last?.stage != figure.stage { stages.append((figure.stage, [])) }
      stages[stages.count - 1].figures.append(Figure(figure.name, figure.value))
    }
  }
}
