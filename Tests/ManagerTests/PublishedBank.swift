import PostgresKit
import Store
import TestCluster

@testable import Commands

/// Three small banks written straight into the tables: HARBOUR (English) and GAVAN (Russian) published as of 2026-06-30,
/// FRESH not yet.
enum PublishedBank {
  static func connection() async throws -> PostgresConnection { try await .connect(settings().forLookups) }

  static func settings() async throws -> ConnectionSettings {
    try await TestCluster.shared.database(template: "published_banks") { connection in
      try await SourceTables(connection).create()
      _ = try await OutputSchema.migrator().migrate(connection)
      try await connection.script(script, label: "published banks")
    }
  }

  static let offer = "0b9e2c11-0000-8000-8000-000000000001"
  static let retain = "0b9e2c12-0000-8000-8000-000000000002"
  static let activate = "0b9e2c13-0000-8000-8000-000000000003"
  static let snoozed = "77aa2c14-0000-8000-8000-000000000004"

  private static let script =
    bank(english, first: "0b9e2c") + bank(russian, first: "9999aa") + """
      insert into source.bank values ('FRESH', 'Fresh Bank', 'EUR', 'en');
      insert into source.client (bank_id, client_id, client_no, name, contact_allowed)
        values ('FRESH', 1, '300', 'Early Bird', true), ('FRESH', 2, '100', 'Twin', true),
          ('HARBOUR', 9, '109', 'Newcomer', true);
      insert into source.manager values ('HARBOUR', 18, 'Ivan Ivanov', 'Riga', null, true),
        ('HARBOUR', 19, 'Ivan Ivanov', 'Liepaja', null, true), ('FRESH', 17, 'Early Manager', 'Riga', null, true);
      insert into source.product values ('HARBOUR', 'NEWCARD', 'New card', 'cards', 'fee', true);
      """

  private struct Names {
    let bank, bankName, currency, locale, manager, branch, client, region, industry, profile, pinned: String
    let account, acquiring, cash, card, payroll: String
  }

  private static let english = Names(
    bank: "HARBOUR", bankName: "Harbour Bank", currency: "EUR", locale: "en", manager: "Anna Petrova", branch: "Riga",
    client: "Chamomile Ltd", region: "Riga", industry: "Retail trade", profile: "mature traders with payroll",
    pinned: "retail traders", account: "Settlement account", acquiring: "Acquiring", cash: "Cash collection",
    card: "Corporate card", payroll: "Payroll")

  private static let russian = Names(
    bank: "GAVAN", bankName: "Банк «Гавань»", currency: "RUB", locale: "ru", manager: "Анна Петрова", branch: "Рига",
    client: "ООО «Ромашка»", region: "Рига", industry: "Розничная торговля",
    profile: "зрелые торговцы с зарплатным проектом", pinned: "розница", account: "Расчётный счёт",
    acquiring: "Эквайринг", cash: "Инкассация", card: "Корпоративная карта", payroll: "Зарплатный проект")

  private static func bank(_ names: Names, first: String) -> String {
    source(names) + published(names) + triggers(names, first: first)
  }

  private static func source(_ names: Names) -> String {
    """
    insert into source.bank values ('\(names.bank)', '\(names.bankName)', '\(names.currency)', '\(names.locale)');
    insert into source.manager values
      ('\(names.bank)', 17, '\(names.manager)', '\(names.branch)', 'apetrova', true);
    insert into source.product values
      ('\(names.bank)', 'ACC', '\(names.account)', 'accounts', 'fee', true),
      ('\(names.bank)', 'ACQ', '\(names.acquiring)', 'payments', 'fee', true),
      ('\(names.bank)', 'CASH', '\(names.cash)', 'payments', 'fee', true),
      ('\(names.bank)', 'CARD', '\(names.card)', 'cards', 'fee', true),
      ('\(names.bank)', 'PAYROLL', '\(names.payroll)', 'payments', 'fee', true);
    insert into source.client
      (bank_id, client_id, client_no, name, region, industry, manager_id, opened_on, contact_allowed) values
      ('\(names.bank)', 1, '\(names.bank)-1', '\(names.client)', '\(names.region)', '\(names.industry)', 17, '2023-04-15', true),
      ('\(names.bank)', 2, '\(names.bank)-2', '上海贸易有限公司', null, null, 17, '2020-01-01', true),
      ('\(names.bank)', 3, '100', 'Twin', null, null, null, null, true);
    insert into source.product_month
      select '\(names.bank)', 1, 'ACC', m::date, 1800 + 219 * i, 40
      from generate_series(timestamp '2025-08-01', timestamp '2026-06-01', '1 month') with ordinality as g(m, i)
      where m <> '2025-11-01';
    insert into source.product_month values
      ('\(names.bank)', 1, 'PAYROLL', '2025-08-01', 0.5, 1), ('\(names.bank)', 1, 'PAYROLL', '2025-09-01', 'NaN', 1),
      ('\(names.bank)', 1, 'ACC', '2026-07-01', 99999, 1), ('\(names.bank)', 1, 'ACC', '2025-06-01', 77777, 1);

    """
  }

  private static func published(_ names: Names) -> String {
    """
    insert into xsell.publication values ('\(names.bank)', '5c1d0f7e-1111-8000-8000-00000000000\(names.locale == "en" ? 1 : 2)', '2026-06-30', 3,
      'transitions', '{ACC,ACQ,CASH,CARD,PAYROLL}', '\(names.currency)', '\(names.locale)');
    insert into xsell.cohort values
      ('\(names.bank)', 0, 'bank', null, null, '\(names.bankName)', 1000),
      ('\(names.bank)', 1, 'bank × industry', null, '\(names.industry)', '\(names.bankName) × \(names.industry)', 412);
    insert into xsell.profile_fact
      (bank_id, cohort_id, profile, profile_id, name, pinned, members, typical_income, ideal_income)
      select '\(names.bank)', c, p, 3 + 5 * p, case p when 0 then '\(names.profile)' else '\(names.pinned)' end, p = 1,
        412 - 100 * p, 590000, 930000
      from generate_series(0, 1) c, generate_series(0, 1) p;
    insert into xsell.profile_product_fact
      (bank_id, cohort_id, profile, product, characteristic, member_count, reference_members, reference_holders,
        penetration, typical_income, ideal_income, typical_operations)
      select '\(names.bank)', c, p, j, j <> 3, 500, 412, h, h / 412.0, i, i * 2, 12.4
      from generate_series(0, 1) c, generate_series(0, 1) p,
        (values (0, 412, 62000), (1, 251, 194000), (2, 170, 31000), (3, 12, null), (4, 388, 44000)) as v(j, h, i);
    insert into xsell.client_result
      (bank_id, client_id, client_no, manager_id, cohort_id, own_profile, membership, rfm_segment, tenure_months,
        monthly_income, typical_income, ideal_income, potential_income, potential_low, potential_high, expected_income,
        in_control_group, product, kind, counted, profile, members, holders, penetration,
        probability, typical, low, high, expected, drivers) values
      ('\(names.bank)', 1, '\(names.bank)-1', 17, 1, 0, 0.87, 'loyal', 38, 421000, 590000, 930000, 269000, 111000, 465000, 44300,
        false, '{1,2,3,4}', '{0,0,0,1}', '{1,1,0,1}', '{0,0,1,0}', '{412,412,412,412}',
        '{251,170,12,388}', '{0.61,0.41,0.03,0.94}', '{0.21,0.084,0.031,0.9}', '{194000,31000,-1,44000}',
        '{77600,12400,-1,17600}', '{310400,49600,-1,70400}', '{40740,2604,-1,39600}', '{0,0,0,0,0,0,0,0,0,0,0,0}'),
      ('\(names.bank)', 2, '\(names.bank)-2', 17, 0, 1, 1, null, null, null, null, null, null, null, null, null,
        true, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}');
    update xsell.client_result
      set expected_months = 31.4, life_value = 9840000, life_low = 1200000, life_high = 17100000 where client_id = 1;
    insert into xsell.client_standing (bank_id, client_id, stage, stage_since, status, status_product) values
      ('\(names.bank)', 1, 'plateau', null, '{0,15,32,1}', '{-1,1,-1,-1}'),
      ('\(names.bank)', 2, 'decline', '2026-04-01', '{}', '{}');
    insert into xsell.life_value_fact
      (bank_id, dimension, key, clients, mean_income, top_fifth_share, expected_months, life_value, acquisition_cost) values
      ('\(names.bank)', 'profile', '8', 312, 590000, 0.6, 48.5, 20100000, 6633000);
    insert into xsell.attempt
      (attempt_id, bank_id, as_of, kind, state, run_id, started_at, finished_at, stages, manifest, failure) values
      (gen_random_uuid(), '\(names.bank)', '2026-06-30', 'nightly', 'published',
        '5c1d0f7e-1111-8000-8000-00000000000\(names.locale == "en" ? 1 : 2)', '2026-07-01 02:13Z', '2026-07-01 02:14:02Z',
        '{"gaps": {"basis": "transitions"}, "check": {"findings": 3}, "read": {"months": 24, "clients": 20000}}',
        '{"seed": "1", "version": "0.1.0", "input": {"client": {"rows": 20000, "hash": "ab12"}}}', null),
      ('6d1d0f7e-2222-8000-8000-00000000000\(names.locale == "en" ? 1 : 2)', '\(names.bank)', '2026-07-01', 'nightly',
        'failed', null, '2026-07-02 02:13Z', '2026-07-02 02:13:01Z', '{}', '{}', 'The client relation is empty.');

    """
  }

  private static func triggers(_ names: Names, first: String) -> String {
    let ids = [offer, retain, activate, snoozed].map { $0.replacing("0b9e2c", with: first) }
    let last = names.locale == "en" ? ids[3] : "88" + ids[3].dropFirst(2)
    let facts = #"{"stage": "plateau", "typical_income": 1940.00, "reference_members": 412, "reference_holders": 251}"#
    let use = #"{"stage": "plateau", "typical_income": 440.00, "reference_members": 412, "reference_holders": 388}"#
    return """
      insert into xsell.conversation_record
        select md5('\(names.bank)' || i)::uuid, '\(names.bank)', c, d::date, 'stored'
        from (values (1, 1, '2026-06-30'), (2, 2, '2026-06-30'), (3, 1, '2026-06-01'), (4, 2, '2026-06-01')) as v(i, c, d);
      insert into xsell.trigger_record
        (trigger_id, bank_id, manager_id, client_id, kind, product_code, state, priority, expected_income, headline,
          reason, raised_on, valid_until, snoozed_until, cycle, conversation_id)
        select t.*, md5(t.bank || row_number() over ())::uuid
        from (values
        ('\(ids[0])'::uuid, '\(names.bank)', 17, 1, 'offer', 'ACQ', 'open', 407, 40700, 'stored', '\(facts)'::jsonb, '2026-06-30'::date, '2026-07-30'::date, null::date, 1),
        ('\(ids[1])', '\(names.bank)', 17, 2, 'retain', null, 'open', 12, 32000, 'stored', '{"stage": "decline"}', '2026-06-30', '2026-07-30', null, 2),
        ('\(ids[2])', '\(names.bank)', 17, 1, 'activate', 'PAYROLL', 'accepted', 130, 39600, 'stored', '\(use)', '2026-06-01', '2026-07-30', null, 1),
        ('\(last)', '\(names.bank)', 17, 2, 'offer', 'CASH', 'snoozed', 9, null, 'stored', '{}', '2026-06-01', '2026-08-30', '2026-08-01', 1)) as t(id, bank);
      insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note) values
        ('\(ids[0])', '2026-07-01 02:14Z', 'nightly', null, 'open', null),
        ('\(ids[2])', '2026-06-02 02:14Z', 'nightly', null, 'open', null),
        ('\(ids[2])', '2026-06-02 09:05Z', 'apetrova', 'open', 'accepted', '金曜日に電話');

      """
  }
}
