import Banking
import NightFixture
import PostgresKit
import Store
import Triggers

/// Managers who answer their lists, each in a temper of its own, and what happens around them.
struct SimulatedManagers {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Before the night: somebody goes on holiday, somebody comes back, clients change hands, one wants no calls.
  mutating func pass(_ connection: PostgresConnection, on asOf: BusinessDate) async throws {
    let managers = try await managers(connection)
    let absent = managers[random.below(managers.count)]
    let deputy = managers[random.below(managers.count)]
    try await AbsenceBook(connection).add(
      absent, of: SmallNight.bank, from: asOf, until: asOf.advanced(byDays: 10 + random.below(20)),
      deputy: deputy == absent || random.below(2) == 0 ? nil : deputy, actor: "simulation")
    _ = try await AbsenceBook(connection).end(
      managers[random.below(managers.count)], of: SmallNight.bank, backOn: asOf)
    let (mover, quiet) = (random.below(200), random.below(200))
    try await connection.script(
      """
      update source.client set manager_id = \(managers[random.below(managers.count)])
        where client_id = (select client_id from source.client order by client_id offset \(mover) limit 1);
      update source.client set contact_allowed = not contact_allowed
        where client_id = (select client_id from source.client order by client_id offset \(quiet) limit 1);
      """)
  }

  private func managers(_ connection: PostgresConnection) async throws -> [ManagerID] {
    try await connection.many(
      Statement<ManagerID>("managers", "select manager_id from source.manager where active order by manager_id") {
        ManagerID(try $0.decode(0))
      }, limit: 1000)
  }

  /// After the night. A manager's number says its temper; a queue is worked by whoever comes along.
  mutating func act(_ connection: PostgresConnection, on asOf: BusinessDate) async throws {
    let live = try await connection.many(
      Statement<(id: String, state: String, manager: Int64?)>(
        "live",
        """
        select trigger_id::text as id, state, manager_id from xsell.trigger_record where closed_on is null
        order by client_id, kind, product_code
        """
      ) { (try $0.decode("id"), try $0.decode("state"), try $0.decode("manager_id")) }, limit: 10_000)
    let desk = TriggerDesk(connection)
    for trigger in live {
      guard let id = TriggerID(trigger.id), let state = TriggerState(rawValue: trigger.state),
        let action = action(Int(trigger.manager ?? 4) % 5, state, asOf)
      else { continue }
      do {
        try await desk.answer(id, action, on: asOf, actor: "simulation", note: nil)
      } catch TriggerDeskError.snoozedBeyondMaturity(_, let day) {
        // Whoever is told so puts it off to the day itself, if that is to come.
        guard day > asOf else { continue }
        try await desk.answer(id, .snooze(until: day), on: asOf, actor: "simulation", note: nil)
      }
      if random.below(4) == 0, action.verb == .accept {
        let item = QualificationItem.allCases[random.below(6)]
        let answer = QualificationAnswer.allCases[random.below(3)]
        try await desk.qualify(id, [.init(item: item, answer: answer, note: nil)], actor: "simulation")
      }
    }
  }

  private mutating func action(_ temper: Int, _ state: TriggerState, _ asOf: BusinessDate) -> TriggerAction? {
    switch temper {
    case 0: state == .accepted ? [.win, .lose, nil][random.below(3)] : .accept
    case 1: nil
    case 2: refusal(asOf)
    case 3: random.below(2) == 0 ? .snooze(until: asOf.advanced(byDays: 1 + random.below(40))) : nil
    default: random.below(3) == 0 ? refusal(asOf) : state == .open && random.below(2) == 0 ? .accept : nil
    }
  }

  private mutating func refusal(_ asOf: BusinessDate) -> TriggerAction {
    let reason = RefusalReason.allCases[random.below(RefusalReason.allCases.count)]
    let isDated = reason == .notNow && random.below(2) == 0
    return .decline(reason, askOn: isDated ? asOf.advanced(byDays: 1 + random.below(90)) : nil)
  }
}
