import Banking
import LifeCycle
import Store
import Triggers
import Wording

extension TriggerRow {
  var json: [(key: String, value: JSONValue)] {
    [
      ("trigger_id", .string(id.description)), ("manager_id", .integer(manager.map { Int($0.rawValue) })),
      ("kind", .string(kind)), ("product_code", .string(product?.rawValue)), ("product_name", .string(productName)),
      ("state", .string(state)), ("priority", .number(priority)), ("expected_income", .money(expectedIncome)),
      ("headline", .string(headline)), ("reason", .document(reason)), ("raised_on", .string(raisedOn.description)),
      ("valid_until", .string(validUntil.description)), ("snoozed_until", .string(snoozedUntil?.description)),
      ("refusal", .string(refusal)), ("cycle", .integer(cycle)),
    ]
  }
}

extension ListedTrigger {
  /// - Parameter language: of the sentence; the headline is in the bank's.
  func json(_ language: any Language) -> [(key: String, value: JSONValue)] {
    let facts = TriggerFacts(self)
    return [
      ("bank_id", .string(bank.rawValue)), ("client_id", .integer(client.rawValue)),
      ("client_no", .string(clientNumber)), ("client_name", .string(clientName)),
    ] + trigger.json + [
      ("conversation_id", .string(details.conversation)), ("branch", .string(details.branch)),
      ("ask_on", .string(details.askOn?.description)),
      ("sentence", .string(language.headline(facts))),
      ("talking_points", .array(language.talkingPoints(facts).map { .string($0) })),
      ("last_time", .string(facts.lastAnswer.map { language.lastTime($0) })),
    ]
  }

  static let csvHeader = [
    "trigger_id", "bank_id", "manager_id", "client_id", "client_no", "client_name", "kind", "product_code",
    "product_name", "state", "priority", "expected_income", "headline", "reason", "raised_on", "valid_until",
    "snoozed_until", "refusal", "cycle",
  ]

  var csv: [String?] {
    [
      trigger.id.description, bank.rawValue, trigger.manager?.description, client.description, clientNumber,
      clientName, trigger.kind, trigger.product?.rawValue, trigger.productName, trigger.state,
      String(trigger.priority), trigger.expectedIncome?.description, trigger.headline, trigger.reason,
      trigger.raisedOn.description, trigger.validUntil.description, trigger.snoozedUntil?.description,
      trigger.refusal, String(trigger.cycle),
    ]
  }
}

extension TriggerFacts {
  init(_ listed: ListedTrigger) {
    // Of a client that the source no longer has only the key is left.
    self.init(
      listed.trigger, clientName: listed.clientName ?? listed.client.description,
      clientNumber: listed.clientNumber ?? Page.none, currency: listed.currency)
    let details = listed.details
    conversation = details.conversation
    askOn = details.askOn
    profileName = details.profileName
    penetration = details.penetration
    low = details.low
    high = details.high
    since = details.since
    fellBy = details.fellBy
    measure = details.measure.map { Code($0) }
    isWithoutSeason = details.comparedWith == LevelChange.Basis.bankMovement.rawValue
    fallen = details.fallen
    endedOn = details.endedOn
    if let accounts = details.maturingAccounts, let open = details.openAccounts { maturing = (accounts, open) }
    lastAnswer = details.lastAnswer.map {
      LastAnswerFacts(
        on: String($0.at.prefix(10)), kind: Code($0.kind), productName: $0.productName, state: Code($0.state),
        note: $0.note)
    }
    let known = zip(PriorityTerm.allCases, details.factors).compactMap { term, value in value.map { (term, $0) } }
    factors = known.isEmpty ? nil : PriorityFacts(factors: known)
  }

  init(_ row: TriggerRow, _ page: ClientPage) {
    self.init(row, clientName: page.name, clientNumber: page.number, currency: page.bank.currency)
  }

  private init(_ row: TriggerRow, clientName: String, clientNumber: String, currency: String) {
    self.init(
      identifier: row.id.description, kind: Code(row.kind), state: Code(row.state), clientName: clientName,
      clientNumber: clientNumber, productName: row.productName ?? row.product?.rawValue, priority: row.priority,
      currency: currency, raisedOn: row.raisedOn, validUntil: row.validUntil)
    typical = row.typicalIncome
    former = row.former
    products = row.products
    expected = row.expectedIncome
    snoozedUntil = row.snoozedUntil
    refusal = row.refusal.map { Code($0) }
    stage = row.stage.map { Code($0) }
    referenceMembers = row.referenceMembers ?? 0
    referenceHolders = row.referenceHolders ?? 0
  }
}
