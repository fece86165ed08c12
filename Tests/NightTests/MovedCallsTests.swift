import Banking
import PostgresKit
import Testing

@Suite("Calls of clients that have got another manager")
struct MovedCallsTests {
  @Test("They stand on his list, whatever his number, and stay there")
  func zero() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await connection.script(
      """
      insert into source.manager
        select m.bank_id, 0, 'Zero', m.branch, null, true from source.manager m order by m.manager_id limit 1;
      create table moved as
        select trigger_id from xsell.trigger_record where state = 'open' and manager_id is not null limit 3;
      update source.client set manager_id = 0
        where client_id in (select t.client_id from xsell.trigger_record t join moved using (trigger_id))
      """)
    for day in 1...2 { try await LoadedBank.night(connection, LoadedBank.may.advanced(byDays: day)) }
    #expect(
      try await connection.texts(
        "select coalesce(t.manager_id::text, 'queue') from xsell.trigger_record t join moved using (trigger_id)")
        == ["0", "0", "0"])
    let history = """
      select coalesce(e.note, '') from xsell.event_record e join moved using (trigger_id) where e.from_state = e.to_state
      """
    #expect(try await connection.texts(history) == Array(repeating: "moved to another manager", count: 3))
  }
}
