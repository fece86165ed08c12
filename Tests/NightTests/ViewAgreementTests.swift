import PostgresKit
import Testing

@Suite("The views agree with each other")
struct ViewAgreementTests {
  @Test("Cards, recommendations, profiles, triggers and their history tell one story")
  func agree() async throws {
    let connection = try await LoadedBank.connectPublished()
    let broken = try await Invariants.broken(connection)
    #expect(broken == [])
  }

  @Test("What a recommendation says of its profile is what the profile says, less the client itself")
  func penetration() async throws {
    let connection = try await LoadedBank.connectPublished()
    let agrees: Bool = try await connection.value(
      """
      select count(*) > 0 and bool_and(abs(r.reference_members - p.reference_members) <= 1)
      from xsell.recommendation r
      join xsell.client_card c using (bank_id, client_id)
      join xsell.profile_product p
        on (p.bank_id, p.cohort, p.profile_id, p.product_code)
          = (r.bank_id, c.cohort, (r.reason ->> 'profile_id')::int, r.product_code)
      """)
    #expect(agrees)
  }

  @Test("What comparable holders bring is the same in a recommendation and in the trigger that it became")
  func median() async throws {
    let connection = try await LoadedBank.connectPublished()
    let disagreements: [String] = try await connection.texts(
      """
      select concat_ws(' ', client_id, product_code, r.reason ->> 'median_income', t.reason ->> 'median_income')
      from xsell.trigger t
      join xsell.recommendation r using (bank_id, client_id, product_code)
      join xsell.publication p using (bank_id)
      where t.raised_on = p.as_of and t.reason ->> 'profile_id' = r.reason ->> 'profile_id'
        and t.reason ->> 'median_income' is distinct from r.reason ->> 'median_income'
      order by 1
      """)
    #expect(disagreements == [])
  }

  @Test("A conversation's priority is the same to the bit wherever its triggers stand")
  func conversationSum() async throws {
    let connection = try await LoadedBank.connectPublished()
    let three = "select trigger_id from xsell.trigger_record where closed_on is null order by trigger_id limit 3"
    try await connection.script(
      """
      update xsell.trigger_record set priority = 1 where trigger_id in (\(three));
      update xsell.trigger_record
      set conversation_id = (select max(conversation_id::text)::uuid from xsell.conversation_record)
      where trigger_id in (\(three));
      update xsell.trigger_record set priority = 1e16
      where trigger_id = (select min(trigger_id::text)::uuid from (\(three)) o);
      """)
    let sums =
      "select string_agg(priority::text, ' ' order by conversation_id) from xsell.conversation where triggers > 2"
    let before: String = try await connection.value(sums)
    try await connection.script("update xsell.trigger_record set headline = headline where priority = 1")
    #expect(try await connection.value(sums) == before)
  }

  @Test("A conversation stands on the list of its live calls, whoever had those that ended")
  func conversationDesk() async throws {
    let connection = try await LoadedBank.connectPublished()
    let two = "select trigger_id from xsell.trigger_record where manager_id is not null order by trigger_id limit 2"
    try await connection.script(
      """
      update xsell.trigger_record
      set conversation_id = (select max(conversation_id::text)::uuid from xsell.conversation_record), manager_id = 900,
        state = 'declined', closed_on = raised_on
      where trigger_id in (\(two));
      update xsell.trigger_record set manager_id = null, branch = 'Harbour', state = 'open', closed_on = null
      where trigger_id = (select max(trigger_id::text)::uuid from (\(two)) o);
      """)
    let desk: String = try await connection.value(
      """
      select coalesce(manager_id::text, 'none') || ' ' || branch from xsell.conversation
      where conversation_id in (select conversation_id from xsell.trigger_record where branch = 'Harbour')
      """)
    #expect(desk == "none Harbour")
  }
}
