import PostgresKit
import Store
import Triggers
import Wording

/// A trigger with its facts and its history in the form that was asked for.
struct TriggerAnswer {
  let language: any Language
  let terminal: Terminal
  let reader: ViewReader

  func text(_ id: TriggerID, _ form: OutputOptions.Form) async throws -> String {
    guard let range = IdentifierRange(beginning: id.description) else { throw TriggerDeskError.gone }
    return try await text(TriggerSearch.one(range, reader), form)
  }

  func text(_ listed: ListedTrigger, _ form: OutputOptions.Form) async throws -> String {
    let events = try await reader.events(of: listed.trigger.id)
    let product = try await product(of: listed)
    let known = try await reader.qualification(of: listed.trigger.id)
    switch form {
    case .table:
      var facts = TriggerFacts(listed)
      facts.qualification = known.map {
        QualificationFacts(item: Code($0.item), answer: Code($0.answer), note: $0.note)
      }
      return TriggerView.render(
        facts,
        recommendation: product.flatMap { RecommendationFacts($0, currency: listed.currency) },
        events: events.map { TriggerEventFacts($0) }, language: language, style: terminal.style,
        width: terminal.width)
    case .json:
      return JSONWriter.text(
        .object(
          listed.json(language) + [
            ("recommendation", product?.json(language, currency: listed.currency) ?? .null),
            ("qualification", .array(known.map(\.json))), ("events", .array(events.map(\.json))),
          ]))
    case .csv: return CSVWriter.line(TriggerEventRow.csvHeader) + events.map { CSVWriter.line($0.csv) }.joined()
    }
  }

  /// What the last publication says of the product, while the trigger is still about it: it knows nothing of what has ended, or of
  /// what is to be renewed.
  private func product(of listed: ListedTrigger) async throws -> ClientProduct? {
    let isLive = TriggerState(rawValue: listed.trigger.state).map { !$0.isFinal } ?? false
    guard isLive, TriggerKind(rawValue: listed.trigger.kind)?.traits.isSale == true else { return nil }
    guard let number = listed.clientNumber, let code = listed.trigger.product else { return nil }
    let page = try await reader.clients(number: number, bank: listed.bank).first
    return page?.products.first { $0.code == code && $0.recommendation != nil }
  }
}

extension TriggerEventRow {
  static let csvHeader = ["at", "actor", "from_state", "to_state", "note"]

  var csv: [String?] { [at, actor, from, to, note] }

  var json: JSONValue {
    .object([
      ("at", .string(at)), ("actor", .string(actor)), ("from_state", .string(from)), ("to_state", .string(to)),
      ("note", .string(note)),
    ])
  }
}

extension QualificationRow {
  var json: JSONValue {
    .object([("item", .string(item)), ("answer", .string(answer)), ("note", .string(note))])
  }
}

extension TriggerEventFacts {
  init(_ row: TriggerEventRow) {
    self.init(
      at: Moment.brief(row.at), actor: row.actor, from: row.from.map { Code($0) }, to: Code(row.to), note: row.note)
  }
}
