import Banking
import PostgresKit
import Triggers

/// Every trigger of the database with every line of its history, to be held against the policy and the state machine.
struct YearLedger {
  private struct Event {
    let trigger: String
    let from: String?
    let to: String
  }

  let triggers: [ExistingTrigger]
  private let events: [String: [Event]]

  init(_ connection: PostgresConnection) async throws {
    triggers = try await connection.many(
      Statement<ExistingTrigger>(
        "triggers",
        """
        select trigger_id::text, conversation_id::text, client_id, manager_id, branch, kind, product_code, state, cycle,
          raised_on, valid_until, closed_on, refusal, ask_on
        from xsell.trigger_record order by trigger_id
        """
      ) { try ExistingTrigger($0) }, limit: 100_000)
    let lines = try await connection.many(
      Statement<Event>(
        "events", "select trigger_id::text, from_state, to_state from xsell.trigger_event order by event_id"
      ) { Event(trigger: try $0.decode(0), from: try $0.decode(1), to: try $0.decode(2)) }, limit: 1_000_000)
    events = Dictionary(grouping: lines, by: \.trigger)
  }

  /// Triggers whose history is not one way through the state machine, from nothing to the stored state and no further, or
  /// that have not ended in exactly one final state.
  var brokenHistories: [String] {
    triggers.filter { trigger in
      var state: TriggerState?
      for event in events[trigger.id.description] ?? [] {
        guard event.from == state?.rawValue, let next = TriggerState(rawValue: event.to) else { return true }
        let isNote = event.from == event.to && !next.isFinal
        guard isNote || Self.leads(from: state, to: next) else { return true }
        state = next
      }
      return state != trigger.state || !trigger.state.isFinal
        || (events[trigger.id.description] ?? []).count { TriggerState(rawValue: $0.to)?.isFinal ?? true } != 1
    }.map(\.id.description)
  }

  private static func leads(from state: TriggerState?, to next: TriggerState) -> Bool {
    let day = BusinessDate(dayNumber: 0)
    let actions: [TriggerAction] = [
      .raise, .accept, .decline(.other), .snooze(until: day.advanced(byDays: 1)), .win, .lose,
      .wake(wasAccepted: false), .wake(wasAccepted: true), .findWon, .expire, .withdraw(.reasonGone),
    ]
    return actions.contains { (try? TriggerStateMachine.apply($0, to: state, on: day)) == next }
  }

  /// Triggers raised while an earlier one about the same subject was still cooling down, or lived.
  func brokenCoolDowns(_ policy: TriggerPolicy) -> [String] {
    Dictionary(grouping: triggers, by: \.client).values.flatMap { own in
      own.filter { raised in
        own.contains { earlier in
          guard earlier.id != raised.id, earlier.raisedOn < raised.raisedOn,
            earlier.concerns(raised.product, raised.kind), earlier.state != .won || earlier.kind == raised.kind
          else { return false }
          return policy.coolDownEnd(of: earlier, for: raised.kind, dueOn: raised.dueOn).map { $0 > raised.raisedOn }
            ?? true
        }
      }.map(\.id.description)
    }
  }

  /// Limits that the night of the date has broken, each with how often.
  static func brokenLimits(
    _ connection: PostgresConnection, on asOf: BusinessDate, policy: TriggerPolicy
  ) async throws -> [String] {
    let conversations = """
      (select conversation_id, client_id, coalesce(manager_id::text, branch) as desk, bool_or(closed_on is null) as live,
        raised_on, count(*) as triggers
      from xsell.trigger_record group by conversation_id, client_id, coalesce(manager_id::text, branch), raised_on) c
      """
    func over(_ limit: Int, by owner: String, where condition: String) -> String {
      """
      select count(*) from (
        select \(owner) from \(conversations)
        group by \(owner)
        having count(distinct conversation_id) filter (where \(condition)) > \(limit)
          and bool_or(raised_on = '\(asOf)')) o
      """
    }
    let window = "raised_on > '\(asOf.advanced(byDays: -policy.contactWindowDays))'"
    let queries = [
      ("live per client", over(policy.maximumLivePerClient, by: "client_id", where: "live")),
      ("raised per client", over(policy.maximumRaisedPerClient, by: "client_id", where: window)),
      ("a night", over(policy.maximumRaisedPerManager, by: "desk", where: "raised_on = '\(asOf)'")),
      (
        "a week",
        over(policy.maximumRaisedPerManagerWeek, by: "desk", where: "raised_on > '\(asOf.advanced(byDays: -7))'")
      ),
      ("on a list", over(policy.maximumLivePerManager, by: "desk", where: "live")),
      ("a conversation", "select count(*) from \(conversations) where triggers > \(policy.maximumPerConversation)"),
      (
        "one subject",
        """
        select count(*) from (
          select from xsell.trigger_record where closed_on is null
          group by client_id, product_code having count(*) > 1) t
        """
      ),
    ]
    var broken: [String] = []
    for (name, query) in queries {
      let count: Int64 = try await connection.value(query)
      if count > 0 { broken.append("\(name): \(count)") }
    }
    return broken
  }
}

extension ExistingTrigger {
  fileprivate init(_ row: PostgresRow) throws {
    func day(_ column: String) throws -> BusinessDate? {
      try row.decode(column, as: PostgresDate?.self).map { BusinessDate(dayNumber: $0.dayNumber) }
    }
    let (id, conversation) = (
      TriggerID(try row.decode("trigger_id", as: String.self)),
      ConversationID(try row.decode("conversation_id", as: String.self))
    )
    let kind = TriggerKind(rawValue: try row.decode("kind"))
    let state = TriggerState(rawValue: try row.decode("state"))
    guard let id, let conversation, let kind, let state, let raisedOn = try day("raised_on"),
      let validUntil = try day("valid_until")
    else { throw UnknownWord() }
    self.init(
      id: id, conversation: conversation, client: ClientID(try row.decode("client_id")),
      desk: Desk(
        manager: try row.decode("manager_id", as: Int64?.self).map { ManagerID($0) }, branch: try row.decode("branch")),
      kind: kind, product: try row.decode("product_code", as: String?.self).map { ProductCode($0) }, state: state,
      cycle: Int(try row.decode("cycle", as: Int32.self)), raisedOn: raisedOn, validUntil: validUntil,
      endedOn: try day("closed_on"),
      refusal: try row.decode("refusal", as: String?.self).flatMap { RefusalReason(rawValue: $0) },
      askOn: try day("ask_on"))
  }
}

private struct UnknownWord: Error {}
