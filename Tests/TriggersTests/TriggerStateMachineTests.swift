import Banking
import Testing

@testable import Triggers

struct TriggerStateMachineTests {
  static let today = BusinessDate(dayNumber: 9000)

  /// The whole table, written out: state, action, result (nil = refused).
  static let actions: [TriggerAction] = [
    .accept, .decline(.price), .snooze(until: today.advanced(byDays: 1)), .win, .lose, .raise,
    .wake(wasAccepted: false), .findWon, .expire, .withdraw(.reasonGone),
  ]
  static let table: [(TriggerState?, [TriggerState?])] = [
    (nil, [nil, nil, nil, nil, nil, .open, nil, nil, nil, nil]),
    (.open, [.accepted, .declined, .snoozed, .won, .lost, nil, nil, .won, .expired, .withdrawn]),
    (.accepted, [nil, .declined, .snoozed, .won, .lost, nil, nil, .won, .expired, .withdrawn]),
    (.snoozed, [.accepted, .declined, .snoozed, .won, .lost, nil, .open, .won, nil, .withdrawn]),
    (.declined, [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil]),
    (.won, [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil]),
    (.lost, [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil]),
    (.expired, [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil]),
    (.withdrawn, [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil]),
  ]

  @Test("every action in every state leads where the table says, or is refused", arguments: table)
  func transitions(state: TriggerState?, results: [TriggerState?]) {
    for (action, expected) in zip(Self.actions, results) {
      let reached = try? TriggerStateMachine.apply(action, to: state, on: Self.today)
      #expect(reached == expected, "\(action.verb) in \(String(describing: state))")
    }
  }

  @Test("the table covers every state and every action")
  func coverage() {
    #expect(Set(Self.table.compactMap(\.0)) == Set(TriggerState.allCases))
    #expect(Self.actions.map(\.verb) == TriggerAction.Verb.allCases)
  }

  @Test("a refusal names what the same party may do instead")
  func refusal() {
    #expect(throws: TransitionRefusal.notAllowed(.accept, in: .accepted, allowed: [.decline, .snooze, .win, .lose])) {
      try TriggerStateMachine.apply(.accept, to: .accepted, on: Self.today)
    }
    let ended = TransitionRefusal.notAllowed(.accept, in: .won, allowed: [])
    #expect(ended.description == "The trigger is won, so \"accept\" does not apply; nothing more can be done to it.")
    let live = TransitionRefusal.notAllowed(.accept, in: .accepted, allowed: [.decline, .win])
    #expect(live.description == "The trigger is accepted, so \"accept\" does not apply; it allows: decline, won.")
  }

  @Test("a conversation is put off for a year at most")
  func furthest() throws {
    let (year, more) = (Self.today.advanced(byDays: 366), Self.today.advanced(byDays: 367))
    #expect(try TriggerStateMachine.apply(.snooze(until: year), to: .open, on: Self.today) == .snoozed)
    #expect(try TriggerStateMachine.apply(.decline(.notNow, askOn: year), to: .open, on: Self.today) == .declined)
    #expect(throws: TransitionRefusal.snoozeTooFar(until: more, today: Self.today)) {
      try TriggerStateMachine.apply(.snooze(until: more), to: .open, on: Self.today)
    }
    #expect(throws: TransitionRefusal.askTooFar(on: more, today: Self.today)) {
      try TriggerStateMachine.apply(.decline(.notNow, askOn: more), to: .open, on: Self.today)
    }
  }

  @Test("snoozing needs a date in the future", arguments: [-1, 0])
  func snoozeDate(days: Int) {
    let until = Self.today.advanced(byDays: days)
    #expect(throws: TransitionRefusal.snoozeNotInFuture(until: until, today: Self.today)) {
      try TriggerStateMachine.apply(.snooze(until: until), to: .open, on: Self.today)
    }
  }
}
