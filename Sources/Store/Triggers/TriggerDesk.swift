package import Banking
package import PostgresKit
import Schema
package import Triggers

/// Where managers answer triggers: the state machine decides, and the new state and its line of history are kept
/// together or not at all.
package struct TriggerDesk: Sendable {
  /// How far ahead of the bank's last night an answer may be dated: nights may be a month late or run once a month; years are mistyped.
  private static let mostDaysAhead = 62

  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// Answers a trigger. Of two managers at once the second waits, and then answers what the first has left.
  /// - Parameters:
  ///   - date: the business date it happens on; the bank's as-of date where that is later or none is given.
  ///   - actor: nil = the database's own user.
  /// - Throws: `TransitionRefusal` where the action does not apply, `TriggerDeskError`, or `PostgresError`.
  package func answer(
    _ trigger: TriggerID, _ action: TriggerAction, on date: BusinessDate?, actor: String?, note: String?
  ) async throws {
    try await connection.withTransaction {
      let held = try await connection.optional(
        Statement<HeldTrigger>(.lockTrigger, .uuid(trigger.description)) { try HeldTrigger($0) })
      guard let held else { throw TriggerDeskError.gone }
      guard let state = TriggerState(rawValue: held.state) else { throw TriggerDeskError.unknownState(held.state) }
      if let date { try Self.confirm(date, held) }
      if let until = action.snoozedUntil, let day = held.maturesOn, until > day {
        throw TriggerDeskError.snoozedBeyondMaturity(until: until, maturesOn: day)
      }
      let today = date.map { max($0, held.earliest) } ?? held.earliest
      let next = try TriggerStateMachine.apply(action, to: state, on: today)
      try await connection.execute(
        Statement(
          .answerTrigger, .uuid(trigger.description), .text(state.rawValue), .text(next.rawValue),
          .date(action.snoozedUntil), .text(action.refusal?.rawValue), .date(next.isFinal ? today : nil),
          .text(actor), .text(action.entry(note: note)), .date(action.askOn)))
    }
  }

  /// Refuses slips of the keyboard.
  private static func confirm(_ date: BusinessDate, _ held: HeldTrigger) throws(TriggerDeskError) {
    if date < held.raisedOn { throw .answeredBeforeRaised(raisedOn: held.raisedOn, answeredOn: date) }
    if date > held.earliest.advanced(byDays: mostDaysAhead) {
      throw .answeredTooFarAhead(lastNight: held.earliest, answeredOn: date, mostDays: mostDaysAhead)
    }
  }

  /// Notes what a manager found out about a live trigger; priorities follow with the next night.
  /// - Parameter notes: at least one; of an item the latest counts.
  /// - Throws: `TriggerDeskError`, or `PostgresError`.
  package func qualify(_ trigger: TriggerID, _ notes: [QualificationNote], actor: String?) async throws {
    try await connection.withTransaction {
      let held = try await connection.optional(
        Statement<HeldTrigger>(.lockTrigger, .uuid(trigger.description)) { try HeldTrigger($0) })
      guard let held else { throw TriggerDeskError.gone }
      guard let state = TriggerState(rawValue: held.state) else { throw TriggerDeskError.unknownState(held.state) }
      if state.isFinal { throw TriggerDeskError.ended(state) }
      try await connection.execute(
        Statement(
          .qualifyTrigger, .uuid(trigger.description), .text(held.state), .textArray(notes.map(\.item.rawValue)),
          .textArray(notes.map(\.answer.rawValue)), .textArray(notes.map { $0.note ?? "" }), .text(actor),
          .text(notes.map(\.entry).joined(separator: "; "))))
    }
  }
}

private struct HeldTrigger: Sendable {
  let state: String
  let raisedOn: BusinessDate
  /// First business date on which it can be answered.
  let earliest: BusinessDate
  /// The day on which what the call is about matures; nil = it is about something else.
  let maturesOn: BusinessDate?

  init(_ row: PostgresRow) throws {
    state = try row.decode("state")
    raisedOn = try row.date("raised_on")
    earliest = try row.date("earliest")
    maturesOn = try row.optionalDate("matures_on")
  }
}

extension TriggerAction {
  fileprivate var snoozedUntil: BusinessDate? { if case .snooze(let until) = self { until } else { nil } }
  fileprivate var refusal: RefusalReason? { if case .decline(let reason, _) = self { reason } else { nil } }

  fileprivate var askOn: BusinessDate? { if case .decline(_, let askOn) = self { askOn } else { nil } }

  /// What the history says: the action's own facts, then the manager's words.
  fileprivate func entry(note: String?) -> String? {
    let asked = askOn.map { " until \($0)" } ?? ""
    let fact = refusal.map { $0.rawValue + asked } ?? snoozedUntil.map { "until \($0)" }
    let parts = [fact, note].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
