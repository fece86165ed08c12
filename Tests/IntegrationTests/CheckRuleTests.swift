import Banking
import Policy
import PostgresKit
import Schema
import Testing

@testable import Store

@Suite struct CheckRuleTests {
  @Test("a sound bank has no finding")
  func sound() async throws {
    let report = try await SoundBank.check(SoundBank.connect())
    #expect(report.findings == [])
    #expect(report.exit == 0)
    #expect(report.rowsByRelation.map(\.sound) == [1, 2, 3, 10, 10, 60, 5])
  }

  @Test("a rule that is broken is named with its count and keys", arguments: BrokenRule.all)
  func broken(_ broken: BrokenRule) async throws {
    let report = try await SoundBank.check(after: broken.change)
    let finding = try #require(report.findings.first { $0.rule == broken.rule })
    #expect(finding.count == broken.count)
    #expect(finding.keys == broken.keys)
    let others = Set(report.findings.map(\.rule)).subtracting([broken.rule, "load_note_count"])
    #expect(others == broken.also)
  }

  @Test("a day of merged clients that the policy names is told no more")
  func namedDay() async throws {
    let merger = try #require(BrokenRule.all.first { $0.rule == "accounts_moved" })
    let connection = try await SoundBank.connect()
    try await connection.script(merger.change)
    var scope = SoundBank.scope
    scope.movedOn = [try #require(BusinessDate(iso: "2026-06-16"))]
    #expect(try await !SoundBank.check(connection, scope).findings.map(\.rule).contains("accounts_moved"))
  }

  @Test("every rule has a change that breaks it")
  func complete() {
    let tested = Set(BrokenRule.all.map(\.rule)).union([
      "client_base_shrank", "client_base_collapsed", "policy_product_unknown", "policy_place_unknown", "month_missing",
      "month_thin", "month_light", "month_low", "month_gap", "currency_changed", "month_income_improbable",
      "month_operations_missing",
      "product_month_missing", "product_month_lost", "account_base_shrank", "account_base_collapsed",
      "client_keys_changed", "client_rekeyed", "managers_gone", "month_lost", "month_shrank",
    ])
    #expect(Set(CheckRule.all.map(\.name)) == tested)
  }

  @Test("what the policy calls by a name that the bank does not know is told, for a rule on it does nothing")
  func policyNames() async throws {
    var names = PolicyNames()
    names.products = ["ACQ", "AQC", "a \"b\", {c}"]
    names.regions = ["Nort'h", "North"]
    names.industries = ["Trade"]
    let connection = try await SoundBank.connect()
    try await connection.script("update source.client set region = 'North', industry = 'trade'")
    let report = try await connection.withTransaction { [names] in
      try await SourceCheck(connection, names: names).report(SoundBank.scope, settings: CheckSettings())
    }
    #expect(report.findings.map(\.rule) == ["policy_product_unknown", "policy_place_unknown"])
    #expect(report.findings.map(\.keys) == [["AQC", "a \"b\", {c}"], ["Trade", "Nort'h"]])
  }

  @Test("names of rules are unique")
  func uniqueNames() { #expect(Set(CheckRule.all.map(\.name)).count == CheckRule.all.count) }

  @Test(
    "broken rows are an error above the allowed share of their relation and a warning below",
    arguments: [(0.11, 2 as Int32), (0.1, 2), (0.09, 65)])
  func share(_ share: Double, exit: Int32) async throws {
    var settings = CheckSettings()
    settings.quarantineShare = share
    let change = "update source.client set annual_turnover = 'Infinity' where client_id = 7"
    let report = try await SoundBank.check(after: change, settings: settings)
    #expect(report.exit == exit)
    #expect(report.rowsByRelation.first { $0.relation == "client" }?.quarantined == 1)
  }

  @Test("a missing load note is an error where the policy demands notes")
  func demandedNote() async throws {
    var settings = CheckSettings()
    settings.requireLoadNote = true
    let report = try await SoundBank.check(after: "truncate source.load", settings: settings)
    #expect(report.errors.map(\.rule) == ["load_note_missing"])
    #expect(try await SoundBank.check(after: "truncate source.load").exit == 2)
  }

  @Test(
    "an as-of date too far ahead of the latest load note, or of the latest dated row where there is none, is refused",
    arguments: [
      ("2026-10-01", "", 2 as Int32), ("2026-10-02", "", 65), ("2062-06-30", "", 65),
      ("2026-10-02", "update source.load set business_date = 'infinity' where relation = 'client'", 65),
      ("2062-06-30", "truncate source.load", 2),
    ])
  func ahead(_ asOf: String, change: String, exit: Int32) async throws {
    let connection = try await SoundBank.connect()
    try await connection.script(change)
    var scope = SoundBank.scope
    scope.asOf = try #require(BusinessDate(iso: asOf))
    let report = try await SoundBank.check(connection, scope)
    #expect(report.exit == exit)
    #expect(report.errors.map(\.rule) == (exit == 65 ? ["as_of_ahead"] : []))
  }

  @Test("rows after the as-of date are counted and no fault")
  func past() async throws {
    let connection = try await SoundBank.connect()
    var scope = SoundBank.scope
    scope.asOf = try #require(BusinessDate(iso: "2026-03-15"))
    let report = try await SoundBank.check(connection, scope)
    #expect(report.findings.map(\.rule) == ["product_month_future", "load_note_past"])
    #expect(report.findings.map(\.count) == [40, 1])
    #expect(report.exit == 0)
  }

  @Test("a copy of a client that comes after the as-of date does not make the client a duplicate")
  func futureDuplicate() async throws {
    let change = """
      create table copy as select * from source.client; drop table source.client;
      insert into copy select bank_id, 1, client_no, name, region, industry, legal_form, manager_id, '2026-07-05', null,
        null, true, null from copy where client_id = 2;
      alter table copy rename to client; alter table client set schema source;
      """
    let report = try await SoundBank.check(after: change)
    #expect(report.findings.map(\.rule).sorted() == ["client_future", "load_note_count"])
  }

  @Test(
    "a row with an endless date is set aside; only an end at infinity is no end",
    arguments: [
      ("client", "opened_on", "client_id = 1", "infinity"), ("client", "opened_on", "client_id = 1", "-infinity"),
      ("client", "closed_on", "client_id = 1", "-infinity"), ("account", "opened_on", "account_id = 1", "infinity"),
      ("account", "opened_on", "account_id = 1", "-infinity"), ("account", "closed_on", "account_id = 1", "-infinity"),
      ("account", "matures_on", "account_id = 1", "-infinity"),
      ("product_month", "month", "client_id = 1 and month = '2026-03-01'", "infinity"),
      ("product_month", "month", "client_id = 1 and month = '2026-03-01'", "-infinity"),
    ])
  func endlessDates(_ relation: String, column: String, row: String, date: String) async throws {
    let report = try await SoundBank.check(
      after: "update source.\(relation) set \(column) = '\(date)' where \(row)")
    #expect(report.findings.count == 1)
    #expect(report.findings.first?.rule.hasPrefix("\(relation)_endless_") == true)
    #expect(report.findings.first?.count == 1)
    #expect(report.findings.first?.keys == [relation == "product_month" ? "1 SETTLE \(date)" : "1"])
    #expect(report.rowsByRelation.first { $0.relation == relation }?.quarantined == 1)
  }

  @Test("a client or an account that ends at infinity is open")
  func noEnd() async throws {
    let connection = try await SoundBank.connect()
    let open = try await SoundBank.reading(connection).snapshot
    try await connection.script(
      "update source.client set closed_on = 'infinity'; update source.account set closed_on = 'infinity', matures_on = 'infinity'"
    )
    #expect(try await SoundBank.check(connection).findings.isEmpty)
    let endless = try await SoundBank.reading(connection).snapshot
    #expect("\(endless.clients) \(endless.holdings)" == "\(open.clients) \(open.holdings)")
  }

  @Test("a load note for infinity silences no other note")
  func endlessNote() async throws {
    let report = try await SoundBank.check(
      after: """
        insert into source.load values ('B', 'infinity', 'client', 10, now());
        delete from source.load where relation = 'account';
        """)
    #expect(report.findings.map(\.rule) == ["load_endless_date", "load_note_missing"])
  }

  @Test("a currency that is another than the published one is told")
  func currency() async throws {
    let connection = try await SoundBank.connect()
    try await OutputSchema.migrator().migrate(connection)
    try await connection.script(
      """
      insert into xsell.publication
      select 'B', '00000000-0000-0000-0000-000000000001', '2026-06-29', 3, 'transitions', '{}', 'EUR', 'en';
      """)
    #expect(try await SoundBank.check(connection).findings == [])
    try await connection.script("update source.bank set currency = 'JPY'")
    let finding = try await SoundBank.check(connection).findings.first
    #expect(finding?.rule == "currency_changed" && finding?.keys == ["EUR -> JPY"])
  }

  @Test(
    "a client base that shrank since the last published run is a warning, then an error",
    arguments: [
      (10, [] as [String]), (11, []), (12, ["client_base_shrank"]), (19, ["client_base_shrank"]),
      (20, ["client_base_collapsed"]),
    ])
  func shrunk(_ before: Int, rules: [String]) async throws {
    let report = try await check(published: #"{"client": {"rows": \#(before)}}"#)
    #expect(report.findings.map(\.rule) == rules)
    #expect(report.findings.flatMap(\.keys) == rules.map { _ in "\(before) -> 10" })
  }

  @Test(
    "accounts that became fewer since the last published run are a warning, then an error",
    arguments: [(11, [] as [String]), (12, ["account_base_shrank"]), (20, ["account_base_collapsed"])])
  func fewerAccounts(_ before: Int, rules: [String]) async throws {
    let report = try await check(published: #"{"client": {"rows": 10}, "account": {"rows": \#(before)}}"#)
    #expect(report.findings.map(\.rule) == rules)
    #expect(report.findings.flatMap(\.keys) == rules.map { _ in "\(before) -> 10" })
  }

  /// What is said of the sound bank, of which a night with such an input is published.
  private func check(published input: String) async throws -> CheckReport {
    let connection = try await SoundBank.connect()
    try await OutputSchema.migrator().migrate(connection)
    try await connection.script(
      """
      insert into xsell.attempt (attempt_id, bank_id, as_of, kind, state, run_id, started_at, manifest)
      values (gen_random_uuid(), 'B', '2026-06-29', 'nightly', 'published', '00000000-0000-0000-0000-000000000001', now(),
        '{"input": \(input)}');
      insert into xsell.publication
      select 'B', '00000000-0000-0000-0000-000000000001', '2026-06-29', 3, 'transitions', '{}', 'EUR', 'en';
      """)
    return try await SoundBank.check(connection)
  }
}
