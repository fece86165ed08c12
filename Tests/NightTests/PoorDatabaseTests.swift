import Nightly
import Policy
import PostgresKit
import Testing
import Triggers

@Suite("Poor banks: a correct result or a clear refusal, never a crash")
struct PoorDatabaseTests {
  private static let saturated = """
    delete from source.account;
    insert into source.account (bank_id, account_id, client_id, product_code, opened_on)
    select bank_id, row_number() over (), client_id, product_code, c.opened_on
    from source.client c join source.product p using (bank_id)
    """

  static let changes: [String] = [
    "delete from source.product_month",
    "update source.account set opened_on = null",
    """
    update source.account set opened_on = null;
    update source.client set opened_on = null;
    delete from source.product_month
    """,
    "update source.client set region = 'One'",
    """
    update source.client
    set region = null, industry = null, legal_form = null, annual_turnover = null, attributes = null
    """,
    "delete from source.client where client_id not in (select client_id from source.client order by client_id limit 3)",
    "delete from source.client where client_id <> (select min(client_id) from source.client)",
    saturated,
    "delete from source.account",
    "update source.client set annual_turnover = 1000000, opened_on = '2020-01-01', closed_on = null",
    "update source.product_month set income = 100, operations = 1",
    "update source.product_month set income = 0, operations = 0",
    "update source.product_month set income = -income",
    "delete from source.manager",
    "update source.client set manager_id = null",
    "delete from source.load",
    "delete from source.product where product_code <> (select min(product_code) from source.product)",
    "update source.product set sellable = false",
    "update source.client set closed_on = '2026-05-01' where closed_on is null and opened_on < '2026-05-01'",
    "update source.client set contact_allowed = false",
    "delete from source.product_month where month < '2026-05-01'",
    "update source.account set closed_on = null, opened_on = '2026-04-01'",
    #"update source.client set name = E'\u202E\t"', client_no = client_no || E'\n', region = '', industry = E'\u0001'"#,
  ]

  @Test("A bank that lacks something has its night, and its views agree", arguments: changes)
  func hasNight(change: String) async throws {
    let connection = try await LoadedBank.connect()
    try await connection.script(change)
    let report = try await LoadedBank.night(connection, LoadedBank.june) { $0.settings.check.quarantineShare = 1 }
    #expect(report.outcome == .published)
    let broken = try await Invariants.broken(connection)
    #expect(broken == [])
    let cards: Int64 = try await connection.value("select count(*) from xsell.client_card")
    #expect(cards == Int64(report.clients))
  }

  @Test("A role to which rows are hidden runs no night, whatever it was granted")
  func hiddenRows() async throws {
    let connection = try await LoadedBank.connect()
    let role = "night_\(UInt32.random(in: .min ... .max))"
    try await connection.script(
      """
      create role \(role);
      grant all on schema source, xsell to \(role);
      grant all on all tables in schema source to \(role);
      grant all on all tables in schema xsell to \(role);
      set role \(role)
      """)
    await #expect {
      try await LoadedBank.night(connection, LoadedBank.june)
    } throws: {
      if case NightError.seesOwnRowsOnly = $0 { true } else { false }
    }
    let attempts: Int64 = try await connection.value("select count(*) from xsell.attempt")
    #expect(attempts == 0)
  }

  @Test(
    "Unknown income shows as unknown, not as zero",
    arguments: ["delete from source.product_month", "update source.product_month set income = 0"])
  func noIncome(loss: String) async throws {
    let connection = try await LoadedBank.connect()
    try await connection.script(loss)
    try await LoadedBank.night(connection, LoadedBank.june) { $0.settings.triggers.minimumProbability = 0.01 }
    let known: Int64 = try await connection.value(
      """
      select (select count(*) from xsell.client_card where num_nonnulls(monthly_income, typical_income, ideal_income,
          potential_income, potential_low, potential_high, expected_income) > 0)
        + (select count(*) from xsell.recommendation where num_nonnulls(typical_income, expected_income) > 0)
        + (select count(*) from xsell.trigger where expected_income is not null)
        + (select count(*) from xsell.trigger, jsonb_each(reason) r where r.key like '%income%' and r.value <> 'null')
        + (select count(*) from xsell.profile_product where num_nonnulls(typical_income, ideal_income) > 0)
        + (select count(*) from xsell.client_life where num_nonnulls(life_value, life_low, life_high) > 0)
        + (select count(*) from xsell.life_value
          where num_nonnulls(mean_monthly_income, life_value, acquisition_cost, top_fifth_share) > 0)
      """)
    #expect(known == 0)
    let triggers: Int64 = try await connection.value("select count(*) from xsell.trigger")
    #expect(triggers > 0)
  }

  @Test("Where no opening date is known no length of life is told; where dates are, it is, income or not")
  func noDates() async throws {
    let connection = try await LoadedBank.connect()
    try await connection.script("delete from source.product_month")
    try await LoadedBank.night(connection, LoadedBank.june)
    let told: Int64 = try await connection.value("select count(*) from xsell.client_life where expected_months > 0")
    #expect(told > 0)
    let undated = try await LoadedBank.connect()
    try await undated.script("update source.client set opened_on = null; update source.account set opened_on = null")
    try await LoadedBank.night(undated, LoadedBank.june)
    let lives: Int64 = try await undated.value(
      """
      select (select count(*) from xsell.client_life where expected_months is not null)
        + (select count(*) from xsell.life_value) + (select count(*) from xsell.survival)
      """)
    #expect(lives == 0)
  }

  @Test("Where everyone holds everything there is nothing to recommend")
  func nothingMissing() async throws {
    let connection = try await LoadedBank.connect()
    try await connection.script(Self.saturated)
    try await LoadedBank.night(connection, LoadedBank.june)
    let missing: Int64 = try await connection.value("select count(*) from xsell.recommendation where rank is not null")
    #expect(missing == 0)
  }
}
