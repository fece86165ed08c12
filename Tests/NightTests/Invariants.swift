import PostgresKit

/// What must hold between the views, whatever the bank: each query counts the rows that break it.
enum Invariants {
  static let all: [(name: String, query: String)] = [
    (
      "potential and expected income are the sums over counted recommendations",
      """
      select count(*) from xsell.client_card c
      left join (
        select bank_id, client_id, sum(typical_income) as typical, sum(income_low) as low, sum(income_high) as high,
          sum(expected_income) as expected
        from xsell.recommendation where counted group by bank_id, client_id) r using (bank_id, client_id)
      where c.potential_income <> coalesce(r.typical, 0) or c.potential_low <> coalesce(r.low, 0)
        or c.potential_high <> coalesce(r.high, 0) or c.expected_income <> coalesce(r.expected, 0)
        or (c.potential_income is null and r.typical is not null)
      """
    ),
    (
      "nothing is hoped for of who has left",
      "select count(*) from xsell.client_card where stage = 'left' and (potential_income <> 0 or expected_income <> 0)"
    ),
    (
      "missing products rank from 1 without ties or gaps, others have no rank",
      """
      select count(*) from (
        select rank, row_number() over (partition by bank_id, client_id order by rank) as place, kind
        from xsell.recommendation where kind = 'missing') r
      where rank is distinct from place
      """
    ),
    (
      "only missing products have a rank",
      "select count(*) from xsell.recommendation where kind <> 'missing' and rank is not null"
    ),
    (
      "every product stands once a client",
      """
      select count(*) from (
        select from xsell.recommendation group by bank_id, client_id, product_code having count(*) > 1) r
      """
    ),
    (
      "no product that the client holds is ranked",
      """
      select count(*) from xsell.recommendation r join xsell.client_card c using (bank_id, client_id)
      where r.rank is not null and exists (
        select from source.account a
        where (a.bank_id, a.client_id, a.product_code) = (r.bank_id, r.client_id, r.product_code)
          and (a.opened_on is null or a.opened_on <= c.as_of) and (a.closed_on is null or a.closed_on > c.as_of))
      """
    ),
    (
      "every product that the client does not hold is ranked",
      """
      select count(*) from xsell.client_card c join source.product p using (bank_id)
      where not exists (
          select from xsell.recommendation r
          where (r.bank_id, r.client_id, r.product_code) = (c.bank_id, c.client_id, p.product_code))
        and not exists (
          select from source.account a
          where (a.bank_id, a.client_id, a.product_code) = (c.bank_id, c.client_id, p.product_code)
            and (a.opened_on is null or a.opened_on <= c.as_of) and (a.closed_on is null or a.closed_on > c.as_of))
      """
    ),
    (
      "amounts are not negative and low ≤ typical ≤ high, expected ≤ typical",
      """
      select count(*) from xsell.recommendation
      where income_low < 0 or expected_income < 0 or income_low > typical_income or typical_income > income_high
        or expected_income > typical_income + 0.01
        or (typical_income is null) <> (income_low is null) or (typical_income is null) <> (expected_income is null)
      """
    ),
    (
      "shares lie between 0 and 1",
      """
      select (select count(*) from xsell.recommendation
          where not (adoption_probability between 0 and 1) or not (penetration between 0 and 1))
        + (select count(*) from xsell.client_card where not (membership between 0 and 1))
        + (select count(*) from xsell.profile_product where not (penetration between 0 and 1))
      """
    ),
    (
      "nobody is his own reference: holders never exceed reference members, members their profile's",
      """
      select (select count(*) from xsell.recommendation where (reason ->> 'reference_holders')::int > reference_members)
        + (select count(*) from xsell.profile_product
          where reference_holders > reference_members or reference_members > member_count)
      """
    ),
    (
      "a life's low does not exceed its value, nor its value the high; who has left has none ahead; every client has a row",
      """
      select (select count(*) from xsell.client_life
          where life_low > life_value or life_value > life_high or expected_months < 0
            or (life_value is null) <> (life_low is null)
            or (stage = 'left' and (expected_months <> 0 or life_value <> 0)))
        + abs((select count(*) from xsell.client_life) - (select count(*) from xsell.client_card))
      """
    ),
    (
      "survival starts at most at 1 and never rises; nobody pays more for a client than it brings",
      """
      select (select count(*) from (
          select survival, lag(survival, 1, 1) over (partition by bank_id, cohort_id order by month) as before
          from xsell.survival) s
          where survival > before or survival < 0)
        + (select count(*) from xsell.life_value where acquisition_cost > greatest(life_value, 0))
      """
    ),
    (
      "a card names a profile and cohort that are there, and every sound client has a card",
      """
      select count(*) from xsell.client_result r
      where not exists (select from xsell.client_card c where (c.bank_id, c.client_id) = (r.bank_id, r.client_id))
      """
    ),
    (
      "what is offered has a live trigger, and what has one raised on the date is offered",
      """
      select count(*) from (
        select bank_id, client_id, product_code from xsell.recommendation where status = 'offered') o
      full join (
        select bank_id, client_id, product_code, t.raised_on from xsell.trigger t join xsell.publication p using (bank_id)
        where t.kind in ('offer', 'activate', 'deepen') and t.state in ('open', 'accepted', 'snoozed')
          and t.raised_on <= p.as_of) t using (bank_id, client_id, product_code)
      where t.client_id is null or o.client_id is null and t.raised_on = (select max(as_of) from xsell.publication)
      """
    ),
    (
      "a client and product have one live trigger at most",
      """
      select count(*) from (
        select from xsell.trigger where state in ('open', 'accepted', 'snoozed')
        group by bank_id, client_id, product_code having count(*) > 1) t
      """
    ),
    (
      "each trigger's history runs without a break from nothing to its state",
      """
      select count(*) from xsell.trigger t
      left join (
        select trigger_id, (array_agg(to_state order by event_id desc))[1] as last,
          bool_and(from_state is not distinct from before) as is_whole
        from (
          select *, lag(to_state) over (partition by trigger_id order by event_id) as before from xsell.trigger_event) e
        group by trigger_id) h using (trigger_id)
      where h.last is distinct from t.state or not h.is_whole
      """
    ),
  ]

  /// Sentences that do not hold, each with how often.
  static func broken(_ connection: PostgresConnection) async throws -> [String] {
    var broken: [String] = []
    for invariant in all {
      let count: Int64 = try await connection.value(invariant.query)
      if count > 0 { broken.append("\(invariant.name): \(count) rows break it") }
    }
    return broken
  }
}
