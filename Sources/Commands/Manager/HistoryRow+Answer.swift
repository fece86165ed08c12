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
    self.init(event: TriggerEventFacts(row.event), kind: Code(row.kind), productName: row.productName)
  }
}
