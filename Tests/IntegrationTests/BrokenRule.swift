import Testing

/// A change to the sound bank, and what the check must say of it.
struct BrokenRule: Sendable, CustomTestStringConvertible {
  let rule: String
  let change: String
  let count: Int64
  let keys: [String]
  /// Further rules that the change breaks, beside the count of a load note.
  let also: Set<String>

  init(_ rule: String, _ change: String, count: Int64 = 1, keys: [String], also: Set<String> = []) {
    self.rule = rule
    self.change = change
    self.count = count
    self.keys = keys
    self.also = also
  }

  var testDescription: String { rule }

  /// Without its keys and other constraints, as behind a view.
  static func unkeyed(_ relation: String) -> String {
    """
    do $$ declare c record; begin
      for c in select conname from pg_constraint where conrelid = 'source.\(relation)'::regclass loop
        execute format('alter table source.\(relation) drop constraint %I', c.conname);
      end loop;
      for c in select attname from pg_attribute
        where attrelid = 'source.\(relation)'::regclass and attnum > 0 and attnotnull loop
        execute format('alter table source.\(relation) alter column %I drop not null', c.attname);
      end loop;
    end $$;
    """
  }

  static let all = bank + managersAndProducts + clients + accounts + months + loads

  static let bank = [
    BrokenRule("bank_unknown", "update source.bank set bank_id = 'C'", keys: ["B"]),
    BrokenRule(
      "bank_duplicate", unkeyed("bank") + "insert into source.bank select * from source.bank", keys: ["B"]),
    BrokenRule("bank_incomplete", unkeyed("bank") + "update source.bank set currency = null", keys: ["B"]),
    BrokenRule("bank_incomplete", "update source.bank set name = ''", keys: ["B"]),
    BrokenRule("currency_unsound", "update source.bank set currency = 'eu'", keys: ["B"]),
    BrokenRule("locale_unsound", "update source.bank set locale = 'Martian tongue'", keys: ["B"]),
  ]

  static let managersAndProducts = [
    BrokenRule(
      "manager_key_missing",
      unkeyed("manager") + "insert into source.manager values ('B', 3, null, 'North', null, true)", keys: ["3"]),
    BrokenRule(
      "manager_duplicate",
      unkeyed("manager") + "insert into source.manager values ('B', 2, 'Two', 'South', null, true)",
      count: 2, keys: ["2", "2"], also: ["client_manager_gone"]),
    BrokenRule(
      "manager_key_missing", "update source.manager set full_name = '' where manager_id = 2", keys: ["2"],
      also: ["client_manager_gone"]),
    BrokenRule("contact_none", "update source.client set contact_allowed = false", keys: ["B"]),
    BrokenRule("managers_unknown", "update source.manager set active = false", keys: ["B"]),
    BrokenRule(
      "product_none", "update source.product set income_kind = 'gift'", keys: ["B"],
      also: ["product_unknown_income_kind"]),
    BrokenRule(
      "product_key_missing", unkeyed("product") + "update source.product set family = null where product_code = 'LOAN'",
      keys: ["LOAN"]),
    BrokenRule(
      "product_key_missing", "update source.product set name = '' where product_code = 'LOAN'", keys: ["LOAN"]),
    BrokenRule(
      "product_duplicate", unkeyed("product") + "insert into source.product select * from source.product limit 1",
      count: 2, keys: ["SETTLE", "SETTLE"]),
    BrokenRule(
      "product_unknown_income_kind", "update source.product set income_kind = 'gift' where product_code = 'ACQ'",
      keys: ["ACQ"]),
    BrokenRule(
      "product_rule_unknown", "update source.product set excludes = '{GONE}' where product_code = 'ACQ'",
      keys: ["ACQ -> GONE"]),
    BrokenRule(
      "product_rule_unknown",
      "update source.product set requires = '{NULL}', excludes = '{NULL}' where product_code = 'ACQ'",
      count: 2, keys: ["ACQ -> (none)", "ACQ -> (none)"]),
  ]

  static let clients = [
    BrokenRule(
      "client_empty", "truncate source.client, source.account, source.product_month", keys: ["B"],
      also: [
        "account_none", "income_unknown", "opening_dates_unknown", "client_dates_unknown", "turnover_unknown",
        "region_unknown", "industry_unknown",
      ]),
    BrokenRule(
      "client_none_left", "update source.client set opened_on = '2026-07-01'", keys: ["B"],
      also: ["client_future", "client_dates_unknown", "turnover_unknown", "region_unknown", "industry_unknown"]),
    BrokenRule(
      "client_key_missing", unkeyed("client") + "update source.client set contact_allowed = null where client_id = 4",
      keys: ["4"]),
    BrokenRule("client_key_missing", "update source.client set name = '  ' where client_id = 4", keys: ["4"]),
    BrokenRule("client_key_missing", "update source.client set name = '' where client_id = 4", keys: ["4"]),
    BrokenRule(
      "client_duplicate", unkeyed("client") + "update source.client set client_no = 'N1' where client_id = 9",
      count: 2, keys: ["1", "9"]),
    BrokenRule(
      "client_endless_date", "update source.client set opened_on = 'infinity' where client_id = 3", keys: ["3"]),
    BrokenRule(
      "client_closed_before_opened", "update source.client set closed_on = '2023-12-31' where client_id in (3, 10)",
      count: 2, keys: ["3", "10"]),
    BrokenRule(
      "client_absurd_turnover", "update source.client set annual_turnover = 'NaN' where client_id = 7", keys: ["7"]),
    BrokenRule(
      "client_attributes_not_an_object", "update source.client set attributes = '[1]' where client_id = 7", keys: ["7"]),
    BrokenRule(
      "client_attributes_nested", "update source.client set attributes = '{\"a\": {\"b\": 1}}' where client_id = 7",
      keys: ["7"]),
    BrokenRule(
      "client_without_manager", "update source.client set manager_id = null", count: 10,
      keys: ["1", "2", "3", "4", "5"]),
    BrokenRule(
      "client_manager_gone", "update source.client set manager_id = 99 where client_id = 5", keys: ["5"]),
    BrokenRule("client_future", "update source.client set opened_on = '2026-07-01' where client_id = 5", keys: []),
    BrokenRule(
      "client_dates_unknown", "update source.client set opened_on = null", keys: ["B"]),
    BrokenRule("turnover_unknown", "update source.client set annual_turnover = null", keys: ["B"]),
    BrokenRule("client_no_padded", "update source.client set client_no = ' N4' where client_id = 4", keys: ["4"]),
    BrokenRule(
      "client_no_padded", "update source.client set client_no = 'N4' || chr(160) where client_id = 4", keys: ["4"]),
    BrokenRule(
      "client_opening_improbable", "update source.client set opened_on = '1900-01-01' where client_id = 4", keys: ["4"]),
    BrokenRule(
      "place_variants", "update source.client set region = 'NORTH  ' where client_id in (4, 5)", count: 2,
      keys: ["North", "NORTH  "]),
    BrokenRule(
      "place_variants",
      "update source.client set industry = 'Торговля  оптом' where client_id = 4; "
        + "update source.client set industry = 'торговля оптом' where client_id = 5",
      count: 2, keys: ["торговля оптом", "Торговля  оптом"]),
    BrokenRule("region_unknown", "update source.client set region = null", keys: ["B"]),
    BrokenRule("region_unknown", "update source.client set region = ''", keys: ["B"]),
    BrokenRule("industry_unknown", "update source.client set industry = null", keys: ["B"]),
  ]

  static let accounts = [
    BrokenRule("account_none", "truncate source.account", keys: ["B"], also: ["opening_dates_unknown"]),
    BrokenRule(
      "account_key_missing", unkeyed("account") + "update source.account set product_code = null where account_id = 2",
      keys: ["2"]),
    BrokenRule(
      "account_duplicate", unkeyed("account") + "update source.account set account_id = 1 where account_id = 2",
      count: 2, keys: ["1", "1"]),
    BrokenRule("account_orphan", "update source.account set client_id = 77 where account_id = 2", keys: ["2"]),
    BrokenRule(
      "account_unknown_product", "update source.account set product_code = 'GONE' where account_id = 2", keys: ["2"]),
    BrokenRule(
      "account_endless_date", "update source.account set matures_on = '-infinity' where account_id = 2", keys: ["2"]),
    BrokenRule(
      "account_closed_before_opened", "update source.account set closed_on = '2024-01-31' where account_id = 2",
      keys: ["2"]),
    BrokenRule(
      "account_older_than_client", "update source.account set opened_on = '2023-01-31' where account_id = 2",
      keys: ["2"]),
    BrokenRule("account_future", "update source.account set opened_on = '2026-07-31' where account_id = 2", keys: []),
    BrokenRule(
      "openings_at_once",
      """
      \(SoundBank.clients(100...158))
      insert into source.account
      select 'B', 100 + i, 100 + i, 'ACQ', case when i < 30 then date '2026-03-01' else '2025-06-01'::date + i end, null, null
      from generate_series(0, 58) i
      """,
      keys: ["ACQ 2026-03-01"]),
    BrokenRule(
      "accounts_moved",
      """
      \(SoundBank.clients(100...239))
      insert into source.account
      select 'B', 100 + i, 100 + i, case when i % 2 = 0 then 'ACQ' else 'SETTLE' end, date '2024-02-01', date '2026-06-16', null::date
      from generate_series(0, 33) i
      union all
      select 'B', 200 + i, 200 + i, case when i % 2 = 0 then 'ACQ' else 'SETTLE' end, date '2026-06-16', null, null
      from generate_series(0, 33) i
      union all
      select 'B', 300 + i, 140 + i, case when i % 2 = 0 then 'ACQ' else 'SETTLE' end, '2026-04-10'::date + i, null, null
      from generate_series(0, 59) i
      """,
      keys: ["2026-06-16"]),
    BrokenRule("opening_dates_unknown", "update source.account set opened_on = null", keys: ["B"]),
  ]

  private static let oneMonth = "where client_id = 2 and month = '2026-03-01'"

  static let months = [
    BrokenRule(
      "product_month_key_missing",
      unkeyed("product_month") + "update source.product_month set income = null \(oneMonth)",
      keys: ["2 SETTLE 2026-03-01"]),
    BrokenRule(
      "product_month_duplicate",
      unkeyed("product_month") + "update source.product_month set month = '2026-02-01' \(oneMonth)", count: 2,
      keys: ["2 SETTLE 2026-02-01", "2 SETTLE 2026-02-01"]),
    BrokenRule(
      "product_month_endless_month", "update source.product_month set month = 'infinity' \(oneMonth)",
      keys: ["2 SETTLE infinity"]),
    BrokenRule(
      "product_month_not_first_day", "update source.product_month set month = '2026-03-02' \(oneMonth)",
      keys: ["2 SETTLE 2026-03-02"]),
    BrokenRule(
      "product_month_orphan", "update source.product_month set client_id = 77 \(oneMonth)",
      keys: ["77 SETTLE 2026-03-01"]
    ),
    BrokenRule(
      "product_month_unknown_product", "update source.product_month set product_code = 'GONE' \(oneMonth)",
      keys: ["2 GONE 2026-03-01"]),
    BrokenRule(
      "product_month_absurd_amount", "update source.product_month set income = -2000000000000 \(oneMonth)",
      keys: ["2 SETTLE 2026-03-01"]),
    BrokenRule(
      "product_month_absurd_amount",
      """
      \(unkeyed("product_month")) alter table source.product_month alter operations type bigint;
      update source.product_month set operations = 9223372036854775807 \(oneMonth)
      """,
      keys: ["2 SETTLE 2026-03-01"]),
    BrokenRule(
      "product_month_negative_operations", "update source.product_month set operations = -1 \(oneMonth)",
      keys: ["2 SETTLE 2026-03-01"]),
    BrokenRule(
      "product_month_future", "update source.product_month set month = '2026-07-01' \(oneMonth)", keys: []),
    BrokenRule("income_unknown", "truncate source.product_month", keys: ["B"]),
    BrokenRule("income_unknown", "update source.product_month set income = 0", keys: ["B"]),
  ]

  static let loads = [
    BrokenRule(
      "as_of_ahead", "update source.load set business_date = '2026-03-25'", keys: ["2026-03-25"],
      also: ["load_note_missing"]),
    BrokenRule(
      "load_endless_date", "insert into source.load values ('B', '-infinity', 'client', 10, now())",
      keys: ["client: -infinity"]),
    BrokenRule(
      "load_note_missing", "delete from source.load where relation in ('client', 'account')", count: 2,
      keys: ["client", "account"]),
    BrokenRule(
      "load_note_count", "update source.load set row_count = 11 where relation = 'client'",
      keys: ["client: noted 11, found 10"]),
    BrokenRule(
      "load_note_past", "insert into source.load values ('B', '2026-07-31', 'client', 10, now())", keys: ["2026-07-31"]),
  ]
}
