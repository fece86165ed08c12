import PostgresKit
import Testing

@Suite("A raised trigger's reason")
struct TriggerReasonTests {
  @Test("The factors in it make up the priority")
  func factors() async throws {
    let connection = try await LoadedBank.connectPublished()
    let wrong = try await connection.texts(
      """
      select kind || ' ' || reason from xsell.trigger
      where abs((reason ->> 'probability')::float8 * (reason ->> 'value')::float8 * (reason ->> 'context')::float8
          * (reason ->> 'lever')::float8 * (reason ->> 'conversion')::float8 - priority) > 1e-9 * priority
        or array(select jsonb_object_keys(reason -> 'conversion_by') order by 1) <> '{kind,manager,product,profile}'
      """)
    #expect(wrong == [])
  }

  @Test("A gap's says of cohort, profile and incomes what the recommendation says")
  func gap() async throws {
    let connection = try await LoadedBank.connectPublished()
    let (same, all) = try await counts(
      connection,
      """
      (t.reason ->> 'penetration')::real = r.penetration and t.reason ? 'median_income'
        and t.reason - '{probability,value,context,lever,conversion,conversion_by,penetration,median_income}'::text[]
          = jsonb_build_object('stage', c.stage, 'cohort_level', r.cohort_level, 'typical_income', r.typical_income,
            'income_low', r.income_low, 'income_high', r.income_high) || (
            select jsonb_object_agg(key, value) from jsonb_each(r.reason)
            where key in ('basis', 'horizon_months', 'profile_id', 'profile', 'pinned', 'reference_members',
              'reference_holders'))
      """,
      """
      join xsell.recommendation r
        on (r.bank_id, r.client_id, r.product_code) = (t.bank_id, t.client_id, t.product_code)
      where t.kind in ('offer', 'activate', 'deepen')
      """)
    #expect(same == all && all > 3)
  }

  @Test("A call's says of the client's stage and income what the card says, and since when")
  func call() async throws {
    let connection = try await LoadedBank.connectPublished()
    let (same, all) = try await counts(
      connection,
      """
      t.reason ->> 'stage' = c.stage and t.reason ? 'since' and t.reason - 'since' @> case t.kind
        when 'retain' then jsonb_build_object('monthly_income', c.monthly_income)
        when 'welcome' then jsonb_build_object('typical_income', (t.reason ->> 'typical_income')::numeric)
        else '{}' end
      """, "where t.kind not in ('offer', 'activate', 'deepen')")
    #expect(same == all && all > 3)
    let keys = try await connection.texts(
      """
      select distinct kind || ' ' || array(select jsonb_object_keys(reason) order by 1)::text from xsell.trigger
      where kind in ('retain', 'welcome') order by 1
      """)
    let every = "context,conversion,conversion_by"
    #expect(
      keys == [
        "retain {compared_with,\(every),ended_on,fell_by,lever,measure,monthly_income,probability,product,silent_months,since,stage,usual_income,value}",
        "welcome {\(every),lever,probability,products,since,stage,typical_income,value}",
      ])
  }

  /// Of the triggers raised by the last night, how many agree, and how many there are.
  private func counts(
    _ connection: PostgresConnection, _ agreement: String, _ selection: String
  ) async throws -> (Int64, Int64) {
    let row = try await connection.one(
      Statement<(Int64, Int64)>(
        "agreement",
        """
        select count(*) filter (where \(agreement)), count(*)
        from xsell.trigger t
        join xsell.client_card c on (c.bank_id, c.client_id, c.as_of) = (t.bank_id, t.client_id, t.raised_on)
        \(selection)
        """
      ) { (try $0.decode(0), try $0.decode(1)) })
    return row
  }
}
