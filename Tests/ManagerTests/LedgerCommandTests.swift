import Banking
import PostgresKit
import Store
import Testing

@testable import Commands

struct LedgerCommandTests {
  @Test("the ledger is shown where schema source is not there")
  func withoutSource() async throws {
    let connection = try await PublishedBank.connection()
    let before = try await answer(RunsListCommand.self, to: connection)
    let run = "6d1d0f7e-2222-8000-8000-000000000001"
    try await connection.script("drop schema source cascade")
    #expect(try await answer(RunsListCommand.self, to: connection) == before)
    #expect(try await answer(RunsShowCommand.self, run, to: connection).contains("Harbour Bank"))
  }

  @Test("the figures of a stage stand together, rounded; JSON has them whole")
  func stageFigures() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      update xsell.attempt set stages = '{"quality": {"client_duplicate": 4, "zero_rule": 1},
        "seconds": {"check": 0.08712345678901234, "read": 12}, "triggers": {"won": 0},
        "profiles": {"jaccard": [0.7712345678901234, 1, 0.6800000000000001]}}'
      where attempt_id = '6d1d0f7e-2222-8000-8000-000000000001'
      """, label: "stages")
    let run = try await answer(RunsShowCommand.self, "6d1d0f", "--bank", "HARBOUR", "--lang", "en", to: connection)
    let rows = run.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    let figures = rows.map { $0.joined(separator: " ") }
    let start = try #require(figures.firstIndex { $0.hasPrefix("quality") })
    #expect(
      figures.dropFirst(start).prefix(6) == [
        "quality client_duplicate 4", "zero_rule 1", "profiles jaccard 0.771, 1, 0.68", "triggers won 0",
        "seconds check 0.087", "read 12",
      ])
    let json = try await answer(RunsShowCommand.self, "6d1d0f", "--bank", "HARBOUR", "--json", to: connection)
    #expect(json.contains("0.7712345678901234"))
  }

  @Test("the ledger of a bank that is not there is refused, that of a bank without runs is empty")
  func unknownBank() async throws {
    let connection = try await PublishedBank.connection()
    let unknown = await failure(of: RunsListCommand.self, ["--bank", "NONE"], on: connection)
    #expect(unknown?.status == .badInput)
    #expect(unknown?.sentence == "There is no bank NONE; check --bank.")
    #expect(try await answer(RunsListCommand.self, "--bank", "FRESH", to: connection) == "No runs yet.\n")
  }

  @Test("profiles are listed for the bank or a cohort, the pinned ones marked")
  func profiles() async throws {
    let connection = try await PublishedBank.connection()
    let list = try await answer(ProfilesListCommand.self, "--bank", "HARBOUR", to: connection)
    #expect(list == Snapshots.profiles)
    let cohort = try await answer(
      ProfilesShowCommand.self, "8", "--bank", "GAVAN", "--cohort", "розничная торговля", to: connection)
    #expect(cohort == Snapshots.profileRussian)
    let csv = try await answer(ProfilesShowCommand.self, "3", "--bank", "HARBOUR", "--csv", to: connection)
    #expect(csv.split(separator: "\r\n").count == 6)
  }

  @Test("cohorts whose names differ only by case stay apart, and an exact spelling means one of them")
  func cohortsInTwoSpellings() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      insert into xsell.cohort
        select bank_id, 2, level, region, 'RETAIL TRADE', upper(name), 7 from xsell.cohort
        where bank_id = 'HARBOUR' and cohort_id = 1;
      insert into xsell.profile_fact
        select (jsonb_populate_record(f, '{"cohort_id": 2}')).* from xsell.profile_fact f
        where bank_id = 'HARBOUR' and cohort_id = 1;
      insert into xsell.profile_product_fact
        select (jsonb_populate_record(f, '{"cohort_id": 2}')).* from xsell.profile_product_fact f
        where bank_id = 'HARBOUR' and cohort_id = 1;
      """)
    let reader = ViewReader(connection)
    func profiles(_ cohort: String) async throws -> [ProfileRow] {
      try await reader.profiles(BankID("HARBOUR"), cohort: cohort)
    }
    let names = ["HARBOUR BANK × RETAIL TRADE", "Harbour Bank × Retail trade"]
    let both = try await profiles("retail trade")
    #expect(both.map(\.cohort) == [names[0], names[0], names[1], names[1]])
    #expect(both.map(\.id) == [3, 8, 3, 8] && both.allSatisfy { $0.products.count == 5 })
    #expect(try await profiles("Retail trade").map(\.cohort) == [names[1], names[1]])
    #expect(try await profiles(names[0]).map(\.cohort) == [names[0], names[0]])
  }

  @Test(
    "a bank, cohort or profile that is not there is told apart",
    arguments: [
      ([], Commands.ExitStatus.usage, "Several banks have published: GAVAN, HARBOUR; name one with --bank."),
      (["--bank", "FRESH"], .badInput, "Nothing has been published yet"),
      (["--bank", "NONE"], .badInput, "There is no bank NONE"),
      (["--bank", "HARBOUR", "--cohort", "Mining"], .badInput, "There is no such cohort in bank HARBOUR"),
    ])
  func refusals(arguments: [String], status: Commands.ExitStatus, opening: String) async throws {
    let failure = await failure(of: ProfilesListCommand.self, arguments, on: try await PublishedBank.connection())
    #expect(failure?.status == status)
    #expect(failure?.sentence.hasPrefix(opening) == true, "\(failure?.sentence ?? "none")")
  }

  @Test("the ledger shows the runs, latest first, and one with its stages in order")
  func runs() async throws {
    let connection = try await PublishedBank.connection()
    let list = try await answer(RunsListCommand.self, "--bank", "HARBOUR", "--lang", "en", to: connection)
    #expect(list.split(separator: "\n").count == 4)
    #expect(list.contains("6d1d0f7e") && list.contains("published") && list.contains("1:02"))
    let run = try await answer(RunsShowCommand.self, "5c1d0f", "--bank", "HARBOUR", "--lang", "en", to: connection)
    #expect(run == Snapshots.run)
    let failed = try await answer(RunsShowCommand.self, "6d1d0f", "--bank", "HARBOUR", "--lang", "en", to: connection)
    #expect(failed.contains("Failure: The client relation is empty."))
    let json = try await answer(RunsListCommand.self, "--json", to: connection)
    #expect(json.contains("\"stages\": {\"gaps\""))
    let ambiguous = await failure(of: RunsShowCommand.self, ["6d1d0f"], on: connection)
    #expect(ambiguous?.status == .usage)
    let unknown = await failure(of: RunsShowCommand.self, ["eeeeee"], on: connection)
    #expect(unknown?.status == .badInput)
  }
}
