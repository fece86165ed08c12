import Banking
import Nightly
import PostgresKit
import Store
import Testing
import Triggers

@Suite("Calls that are answered while a night is at work")
struct AnsweredMeanwhileTests {
  private static let june = LoadedBank.may.advanced(byDays: 1)

  /// A night of the day after, in which `answer` comes just before the night is published.
  private func night(_ connection: PostgresConnection, _ answer: @escaping @Sendable (TriggerDesk) async throws -> Void)
    async throws
  {
    let manager = try await PostgresConnection.connect(connection.settings)
    try await LoadedBank.night(connection, Self.june) { _ in
    } report: { step in
      if step == .publish { try await answer(TriggerDesk(manager)) }
    }
  }

  private func calls(_ connection: PostgresConnection, _ condition: String) async throws -> [String] {
    try await connection.texts(
      """
      select trigger_id || ' ' || state || coalesce(' ' || snoozed_until, '') from xsell.trigger_record
      where \(condition) order by trigger_id
      """)
  }

  @Test("What its manager has accepted is not taken back on what was known before; the next night judges it")
  func accepted() async throws {
    let connection = try await LoadedBank.connectPublished()
    let open = try await connection.texts(
      "select distinct on (client_id) trigger_id::text from xsell.trigger_record where state = 'open' order by client_id limit 2"
    )
    let (accepted, other) = (try #require(open.first), try #require(open.last))
    let both = "trigger_id in ('\(accepted)', '\(other)')"
    try await connection.script(
      """
      update source.client set contact_allowed = false
        where client_id in (select client_id from xsell.trigger_record where \(both))
      """)
    try await night(connection) { desk in
      try await desk.answer(try #require(TriggerID(accepted)), .accept, on: nil, actor: "desk", note: nil)
    }
    #expect(try await calls(connection, both) == ["\(accepted) accepted", "\(other) withdrawn"].sorted())
    #expect(
      try await connection.texts("select to_state from xsell.event_record where trigger_id = '\(accepted)'") == [
        "accepted"
      ])
    try await LoadedBank.night(connection, Self.june.advanced(byDays: 1))
    #expect(try await calls(connection, both) == ["\(accepted) withdrawn", "\(other) withdrawn"].sorted())
  }

  @Test("An answer after a look back is dated by the last night, so that a refusal lasts as long as it should")
  func lookedBack() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await LoadedBank.night(connection, Self.june)
    try await LoadedBank.night(connection, LoadedBank.may.advanced(byDays: -60))
    let call = try #require(
      try await connection.texts(
        """
        select trigger_id::text from xsell.trigger_record
        where kind = 'offer' and state = 'open' and raised_on < '\(Self.june)' limit 1
        """
      ).first)
    let id = try #require(TriggerID(call))
    try await TriggerDesk(connection).answer(id, .decline(.noNeed, askOn: nil), on: nil, actor: "desk", note: nil)
    let closed = "select closed_on::text from xsell.trigger_record where trigger_id = '\(call)'"
    #expect(try await connection.texts(closed) == ["\(Self.june)"])
  }

  @Test("What its manager has put off anew does not wake")
  func snoozed() async throws {
    let connection = try await LoadedBank.connectPublished()
    let desk = TriggerDesk(connection)
    let call = try #require(
      try await connection.texts(
        "select trigger_id::text from xsell.trigger_record where kind = 'offer' and state = 'open' limit 1"
      )
      .first)
    let id = try #require(TriggerID(call))
    try await desk.answer(id, .snooze(until: Self.june), on: nil, actor: "desk", note: nil)
    try await night(connection) { desk in
      try await desk.answer(id, .snooze(until: Self.june.advanced(byDays: 9)), on: nil, actor: "desk", note: nil)
    }
    #expect(
      try await calls(connection, "trigger_id = '\(call)'") == ["\(call) snoozed \(Self.june.advanced(byDays: 9))"])
  }
}
