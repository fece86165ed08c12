import ArgumentParser
import PostgresKit
import Testing

@testable import Commands

struct RunDiffTests {
  /// Two published nights of Harbour Bank, the later with another policy and one client more.
  private static let nights = """
    delete from xsell.attempt;
    insert into xsell.policy values
      ('aaaa', '{"triggers.maximum_raised_per_manager": "5", "night.seed": "1"}'),
      ('bbbb', '{"triggers.maximum_raised_per_manager": "8", "night.seed": "1"}');
    insert into xsell.attempt (attempt_id, run_id, bank_id, as_of, kind, state, started_at, finished_at, stages, manifest)
    values
      ('aaaaaaaa-0000-8000-8000-000000000001', 'aaaaaaaa-0000-8000-8000-000000000002', 'HARBOUR', '2026-06-29', 'nightly',
        'published', '2026-06-30 02:00Z', '2026-06-30 02:01Z',
        '{"read": {"clients": 20000}, "triggers": {"raised": 1200, "won": 3}, "seconds": {"read": 1.23456}}',
        '{"version": "1", "policy": "aaaa", "input": {"client": {"rows": 20000, "hash": "1"},
          "account": {"rows": 5, "hash": "2"}, "product": {"rows": 16, "hash": "7"}}}'),
      ('bbbbbbbb-0000-8000-8000-000000000001', 'bbbbbbbb-0000-8000-8000-000000000002', 'HARBOUR', '2026-06-30', 'nightly',
        'published', '2026-07-01 02:00Z', '2026-07-01 02:02Z',
        '{"read": {"clients": 20001}, "triggers": {"raised": 900, "won": 3, "woken": 1}, "seconds": {"read": 1.5}}',
        '{"version": "1", "policy": "bbbb", "input": {"client": {"rows": 20001, "hash": "3"},
          "account": {"rows": 5, "hash": "4"}, "product": {"rows": 16, "hash": "7"}}}');
    """

  private static func ledger() async throws -> PostgresConnection {
    let connection = try await PublishedBank.connection()
    try await connection.script(nights, label: "nights")
    return connection
  }

  @Test("two nights are told apart by settings, input and what came of them; what is the same is left out")
  func difference() async throws {
    let connection = try await Self.ledger()
    let page = try await answer(RunsDiffCommand.self, "aaaaaa", "bbbbbb", to: connection)
    #expect(page == Snapshots.runDiff)
    let ofLast = try await answer(RunsDiffCommand.self, "--bank", "HARBOUR", to: connection)
    #expect(ofLast == page)
    let back = try await answer(RunsDiffCommand.self, "bbbbbb", "aaaaaa", "--csv", to: connection)
    #expect(back.contains("settings,triggers.maximum_raised_per_manager,8,5"))
    #expect(back.contains("triggers,woken,1,"))
    let json = try await answer(RunsDiffCommand.self, "aaaaaa", "bbbbbb", "--json", to: connection)
    #expect(json.contains("\"part\": \"seconds\"") && json.contains("1.23456"))
  }

  @Test("a policy that was not kept is said not to be known")
  func unknownSettings() async throws {
    let connection = try await Self.ledger()
    try await connection.script("delete from xsell.policy where policy_hash = 'aaaa'", label: "policy")
    let page = try await answer(RunsDiffCommand.self, "aaaaaa", "bbbbbb", to: connection)
    #expect(page.contains("Which settings differ is not known"))
    #expect(!page.contains("maximum_raised_per_manager"))
  }

  @Test("the same run twice, one run alone and a single night are refused")
  func refusals() async throws {
    let connection = try await Self.ledger()
    let same = await failure(of: RunsDiffCommand.self, ["aaaaaa", "aaaaaaaa-0000"], on: connection)
    #expect(same?.sentence == "Both are the same run; take two from xsell runs list.")
    #expect(throws: (any Error).self) { try RunsDiffCommand.parse(["aaaaaa"]) }
    try await connection.script("delete from xsell.attempt where as_of = '2026-06-30'", label: "night")
    let single = await failure(of: RunsDiffCommand.self, ["--bank", "HARBOUR"], on: connection)
    #expect(single?.status == .badInput)
    try await connection.script(
      """
      insert into xsell.attempt (attempt_id, bank_id, as_of, kind, state, started_at, finished_at, stages, manifest)
      values ('cccccccc-0000-8000-8000-000000000001', 'HARBOUR', '2026-06-30', 'nightly', 'failed', '2026-07-01 02:00Z',
        '2026-07-01 02:01Z', '{}', '{}')
      """, label: "failed")
    let failed = await failure(of: RunsDiffCommand.self, ["aaaaaa", "cccccc"], on: connection)
    #expect(failed?.status == .badInput && failed?.sentence.contains("cccccccc came to nothing") == true)
    let nobody = await failure(of: RunsDiffCommand.self, ["--bank", "NONE"], on: connection)
    #expect(nobody?.sentence == "There is no bank NONE; check --bank.")
  }
}
