import Banking
import Store
import Wording

extension HistoryRow {
  var json: JSONValue {
    .object([
      ("at", .string(event.at)), ("trigger_id", .string(trigger)), ("kind", .string(kind)),
      ("product_code", .string(product?.rawValue)), ("raised_on", .string(raisedOn.description)),
      ("actor", .string(event.actor)), ("from_state", .string(event.from)), ("to_state", .string(event.to)),
      ("note", .string(event.note)),
    ])
  }
}

extension TimelineFacts {
  init(_ row: HistoryRow) {
    self = .trigger(event: TriggerEventFacts(row.event), kind: Code(row.kind), productName: row.productName)
  }

  init(_ row: StageChangeRow) {
    self = .stage(on: row.asOf, from: row.from.map { Code($0) }, to: row.to.map { Code($0) })
  }
}

extension StageChangeRow {
  var json: JSONValue {
    .object([("as_of", .string(asOf.description)), ("from_stage", .string(from)), ("to_stage", .string(to))])
  }
}
