import Banking
import Store
import Triggers
import Wording

/// What is to be called about, as calls: one a client, best first.
struct Worklist {
  /// Each in the order of worth.
  let conversations: [[ListedTrigger]]
  /// Those for which there is no room.
  let notShown: Int
  /// Calls that wait for a later date.
  let snoozed: Int

  /// - Parameter live: those that keep a client first, then by falling priority.
  init(_ live: [ListedTrigger], limit: Int?) {
    let due = live.filter { $0.trigger.state != TriggerState.snoozed.rawValue }
    var calls: [ClientID: [ListedTrigger]] = [:]
    for trigger in due { calls[trigger.client, default: []].append(trigger) }
    let sorted = calls.values.sorted { a, b in
      let (one, other) = (Self.isKeeping(a[0]), Self.isKeeping(b[0]))
      if one != other { return one }
      let (worth, otherWorth) = (Self.worth(a), Self.worth(b))
      return worth != otherWorth ? worth > otherWorth : a[0].client < b[0].client
    }
    conversations = Array(sorted.prefix(limit ?? sorted.count))
    notShown = sorted.count - conversations.count
    let asleep = Set(live.map(\.details.conversation)).subtracting(due.map(\.details.conversation))
    snoozed = asleep.count
  }

  private static func isKeeping(_ trigger: ListedTrigger) -> Bool {
    trigger.trigger.kind == TriggerKind.retain.rawValue
  }
  private static func worth(_ call: [ListedTrigger]) -> Double { call.reduce(0) { $0 + $1.trigger.priority } }

  func json(_ owner: WorklistOwner, _ asOf: BusinessDate) -> JSONValue {
    .object([
      ("bank_id", .string(owner.bank.id.rawValue)),
      ("manager_id", .integer(owner.desk.manager.map { Int($0.rawValue) })),
      ("manager", .string(owner.desk.manager == nil ? nil : owner.name)), ("branch", .string(owner.desk.branch)),
      ("as_of", .string(asOf.description)),
      ("currency", .string(owner.bank.currency)), ("snoozed", .integer(Int64(snoozed))),
      ("not_shown", .integer(Int64(notShown))),
      (
        "conversations",
        .array(
          conversations.map { call in
            .object([
              ("client_id", .integer(call[0].client.rawValue)), ("client_no", .string(call[0].clientNumber)),
              ("headline", .string(owner.language.headline(call.map { TriggerFacts($0) }))),
              ("priority", .number(Self.worth(call))),
              ("triggers", .array(call.map { .string($0.trigger.id.description) })),
            ])
          })
      ),
      ("triggers", .array(conversations.joined().map { .object($0.json(owner.language)) })),
    ])
  }
}
