import Banking
import Features
import Gaps
import NightFixture
import Policy
import PostgresKit
import Store
import Testing

@testable import Nightly

@Suite("What a night learns is kept while the month lasts")
struct LessonsTests {
  @Test("The clients that taught the lessons are judged by the kept ones as on the night itself, to the last field")
  func same() async throws {
    let connection = try await LoadedBank.connect()
    let order = NightJob.Order(bank: SmallNight.bank, asOf: LoadedBank.june, settings: try SmallNight.settings)
    let input = try await NightReading(connection, order: order).withoutNightsBefore()
    let learning = try await Night(input, settings: order.settings, threads: 2) { _ in }
    var next = input
    next.previousModel = (learning.profiles.model, LoadedBank.june)
    next.lessons = try #require(NightLessons(json: try learning.lessons.json))
    next.past = {
      Issue.record("the past was asked for")
      return Past()
    }
    let kept = try await Night(next, settings: order.settings, threads: 2) { _ in }
    #expect(!learning.keepsLessons && kept.keepsLessons)
    for client in 0..<learning.table.clientCount {
      #expect(String(describing: kept.result(of: client)) == String(describing: learning.result(of: client)))
    }
    #expect(try kept.lessons.json == learning.lessons.json)
    #expect(String(describing: kept.lifeValueFacts) == String(describing: learning.lifeValueFacts))
  }

  /// Without the outcome of the policy of triggers, which has the calendar and the managers' weeks in it.
  private static let judgement =
    """
    select client_id::text || ' ' || md5(row(cohort_id, own_profile, membership, stage, previous_stage, stage_since, rfm_segment,
      tenure_months, monthly_income, typical_income, ideal_income, potential_income, potential_low, potential_high,
      expected_income, product, kind, counted, profile, members, holders, penetration, probability, typical, low, high,
      expected, drivers, mean, expected_months, life_value, life_low, life_high)::text)
    from xsell.client_result join xsell.client_standing using (bank_id, client_id) order by client_id
    """

  private static let middle = BusinessDate(dayNumber: 9661)  // 2026-06-14
  private static let later = BusinessDate(dayNumber: 9675)  // 2026-06-28

  @Test("Within a month only clients that changed are judged anew; a complete month teaches again")
  func withinTheMonth() async throws {
    let connection = try await LoadedBank.connect()
    try await connection.script(LoadedBank.cut(at: "2026-05-31"))
    try await LoadedBank.night(connection, LoadedBank.may)
    #expect(try await learned(connection) == "true")
    let first = try await connection.texts(Self.judgement)
    try await LoadedBank.night(connection, Self.middle)
    let quiet = try await connection.texts(
      """
      select client_id::text from source.client c
      where not exists (select from source.account a
        where a.client_id = c.client_id and greatest(a.opened_on, a.closed_on) > '2026-02-28')
      order by 1
      """)
    #expect(try await learned(connection) == "false")
    let middle = try await connection.texts(Self.judgement)
    #expect(Self.changed(first, middle).isDisjoint(with: quiet))
    #expect(quiet.count > 50)
    let client = try #require(quiet.first)
    try await connection.script(
      """
      insert into source.account (bank_id, account_id, client_id, product_code, opened_on)
      select bank_id, 999999, client_id, (select product_code from source.product p
        where not exists (select from source.account a where a.client_id = c.client_id and a.product_code = p.product_code)
        order by product_code limit 1), '2026-06-20'
      from source.client c where client_id = \(client)
      """)
    try await LoadedBank.night(connection, Self.later)
    #expect(try await learned(connection) == "false")
    #expect(Self.changed(middle, try await connection.texts(Self.judgement)).intersection(quiet) == [client])
    try await connection.script(
      "insert into source.product_month select bank_id, client_id, product_code, '2026-06-01', income, operations from source.product_month where month = '2026-05-01'"
    )
    try await LoadedBank.night(connection, LoadedBank.june)
    #expect(try await learned(connection) == "true")
  }

  @Test("A night makes the rows that follow from other grounds, and leaves what a full night leaves")
  func grounds() async throws {
    let connection = try await LoadedBank.connect()
    try await connection.script(LoadedBank.cut(at: "2026-05-31"))
    try await LoadedBank.night(connection, LoadedBank.may)
    let nights = [
      (Self.middle, ""),
      (
        BusinessDate(dayNumber: Self.middle.dayNumber + 4),
        "update source.client set contact_allowed = false where client_id % 3 = 0"
      ),
      (
        BusinessDate(dayNumber: Self.middle.dayNumber + 8),
        "update source.product set sellable = false where md5(product_code) < '8'"
      ),
      (
        Self.later,
        "update source.product p set excludes = array(select product_code from source.product o where o.product_code <> p.product_code)"
      ),
    ]
    for (asOf, change) in nights {
      try await connection.script(change.isEmpty ? "select" : change)
      let before = try await connection.texts(Self.grounds)
      try await LoadedBank.night(connection, asOf)
      #expect(try await learned(connection) == "false")
      if asOf == Self.middle {
        #expect(Set(before).intersection(try await connection.texts(Self.grounds)).count > 50)
      }
      let rows = try await connection.texts(Self.rows)
      try await LoadedBank.night(connection, asOf) { $0.isFull = true }
      #expect(try await connection.texts(Self.rows) == rows, "\(asOf) \(change)")
    }
  }

  private static let grounds = "select client_id || ' ' || grounds from xsell.client_standing order by client_id"
  private static let rows =
    "select row(r, s)::text from xsell.client_result r join xsell.client_standing s using (bank_id, client_id) order by client_id"

  @Test(
    "Another policy, new labels, a month that was loaded late, the first incomes or a refit teach anew",
    arguments: ["policy", "label", "late", "income", "refit"])
  func anew(cause: String) async throws {
    let connection = try await LoadedBank.connect()
    let late = "bank_id = 'DEMO' and month = '2026-05-01' and client_id % 20 = 0"
    try await connection.script("create table late as select * from source.product_month where \(late)")
    if cause == "late" { try await connection.script("delete from source.product_month where \(late)") }
    if cause == "income" {
      try await connection.script(
        "alter table source.product_month rename column income to known;"
          + "alter table source.product_month add column income numeric(16, 2) not null default 0")
    }
    try await LoadedBank.night(connection, LoadedBank.may)
    if cause == "income" { try await connection.script("update source.product_month set income = known") }
    if cause == "late" { try await connection.script("insert into source.product_month select * from late") }
    if cause == "label" {
      try await connection.script(
        "update source.client set region = 'Atlantis' where client_id = (select min(client_id) from source.client)")
    }
    try await LoadedBank.night(connection, Self.middle) {
      if cause == "policy" { $0.settings.gaps.underUsedShare = 0.3 }
      $0.refit = cause == "refit"
    }
    #expect(try await learned(connection) == "true")
    #expect(try await connection.value("select count(*) from xsell.lesson") == Int64(2))
    // The ledger can say which setting it was.
    let settings: [String] = try await connection.texts(
      "select distinct e.key || ' ' || e.value from xsell.policy p, jsonb_each_text(p.settings) e where e.key in ('gaps.under_used_share', 'triggers.control_salt') order by 1"
    )
    #expect(
      settings
        == (cause == "policy"
          ? ["gaps.under_used_share 0.25", "gaps.under_used_share 0.3"] : ["gaps.under_used_share 0.25"]) + [
          "triggers.control_salt (hidden)"
        ])
  }

  @Test("Profiles that were fitted on a part of a month are fitted anew when the rest has come", arguments: [5, 20])
  func latePart(of clients: Int) async throws {
    let connection = try await LoadedBank.connect()
    let late = "bank_id = 'DEMO' and month = '2026-05-01' and client_id % \(clients) = 0"
    try await connection.script(
      "create table late as select * from source.product_month where \(late); delete from source.product_month where \(late)"
    )
    try await LoadedBank.night(connection, LoadedBank.may)
    try await connection.script("insert into source.product_month select * from late")
    let report = try await LoadedBank.night(connection, Self.middle)
    #expect(report.night?.profiles.reason == (clients == 5 ? .lateLoad : .scheduled))
    #expect(try await learned(connection) == "true")
  }

  @Test("Clients that come within the month teach nothing yet")
  func newcomers() async throws {
    let connection = try await LoadedBank.connect()
    try await LoadedBank.night(connection, LoadedBank.may)
    try await connection.script(
      """
      insert into source.client (bank_id, client_id, client_no, name, opened_on, region, industry, contact_allowed)
      select bank_id, 900000 + row_number() over (order by client_id), 'new' || client_id, 'New', '2026-06-10', region, industry, true
      from source.client where opened_on < '2026-05-01' limit 20
      """)
    try await LoadedBank.night(connection, Self.middle)
    #expect(try await learned(connection) == "false")
  }

  @Test(
    "Profiles that are due within the month are fitted on its first night, with all else that is learned",
    arguments: [(60, NightProfiles.Reason.due), (61, .scheduled)])
  func refit(days: Int, reason: NightProfiles.Reason) async throws {
    let connection = try await LoadedBank.connect()
    for asOf in [LoadedBank.may, Self.middle, LoadedBank.june] {
      let report = try await LoadedBank.night(connection, asOf) { $0.settings.night.refitEveryDays = days }
      #expect(
        report.night?.profiles.reason
          == (asOf == LoadedBank.may ? .first : asOf == LoadedBank.june ? reason : .scheduled))
    }
  }

  @Test("Lessons that this program cannot read are learned anew")
  func unreadable() async throws {
    let connection = try await LoadedBank.connect()
    try await LoadedBank.night(connection, LoadedBank.may)
    try await connection.script("update xsell.lesson set content = '{\"month\": \"May\"}'")
    try await LoadedBank.night(connection, Self.middle)
    #expect(try await learned(connection) == "true")
  }

  private func learned(_ connection: PostgresConnection) async throws -> String {
    try await connection.value(
      "select stages -> 'gaps' ->> 'learned' from xsell.attempt join xsell.publication using (run_id) where state = 'published'"
    )
  }

  /// Clients that came, went or changed between two lists of judgements.
  private static func changed(_ one: [String], _ other: [String]) -> Set<String> {
    Set(Set(one).symmetricDifference(other).compactMap { $0.split(separator: " ").first.map(String.init) })
  }
}
