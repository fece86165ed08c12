import ArgumentParser
import PostgresKit
import Testing

@testable import Commands

struct WorklistCommandTests {
  @Test(
    "a manager is found by number, name or login in either case",
    arguments: [["17", "--bank", "HARBOUR"], ["anna PETROVA"], ["APetrova", "--bank", "HARBOUR"]])
  func manager(arguments: [String]) async throws {
    let connection = try await PublishedBank.connection()
    let terminal = Terminal(width: 100, style: .plain, showsProgress: false)
    let text = try await WorklistCommand.parse(["--manager"] + arguments).answer(connection, terminal)
    #expect(String(text.map { $0 == "\u{00A0}" ? " " : $0 }) == Snapshots.worklist)
  }

  @Test("the list speaks the bank's language, and Cyrillic and Chinese names line up")
  func russian() async throws {
    let connection = try await PublishedBank.connection()
    #expect(
      try await answer(WorklistCommand.self, "--manager", "анна петрова", to: connection) == Snapshots.worklistRussian)
  }

  @Test("a limit keeps the best, and JSON and CSV carry the same conversations")
  func forms() async throws {
    let connection = try await PublishedBank.connection()
    let csv = try await answer(
      WorklistCommand.self, "--manager", "Anna Petrova", "--limit", "2", "--csv", to: connection
    )
    .split(separator: "\r\n").map { $0.prefix(8) }
    #expect(csv == ["trigger_", "0b9e2c12", "0b9e2c11", "0b9e2c13"])
    let short = try await answer(WorklistCommand.self, "--manager", "Anna Petrova", "--limit", "1", to: connection)
    #expect(short.contains("1 more conversation not shown"))
    let json = try await answer(WorklistCommand.self, "--manager", "Anna Petrova", "--json", to: connection)
    let parsed = try await connection.one(
      Statement<String>(
        "json",
        """
        select concat_ws(' ', j ->> 'manager_id', j ->> 'snoozed', jsonb_array_length(j -> 'triggers'),
          j #>> '{triggers,0,headline}', j #>> '{triggers,1,sentence}')
        from (select $1::jsonb as j) t
        """, .text(json)
      ) { try $0.decode(0) })
    #expect(parsed == "17 1 3 stored Offer Acquiring: worth about 1,940 EUR a month")
  }

  @Test(
    "a manager that is not one is told apart",
    arguments: [
      (["17"], Commands.ExitStatus.usage, "Several managers are \"17\": 17 Early Manager (Riga, bank FRESH), 17"),
      (["Ivan Ivanov"], .usage, "Several managers are \"Ivan Ivanov\": 18 Ivan Ivanov (Riga, bank HARBOUR), 19"),
      (["petrova"], .badInput, "No manager of any bank is \"petrova\"; perhaps you mean 17 Anna Petrova (Riga"),
      (["Nobody"], .badInput, "No manager of any bank is \"Nobody\"; give the number, the full name or the login."),
      (["Early Manager"], .badInput, "Nothing has been published of bank FRESH yet"),
    ])
  func refusals(manager: [String], status: Commands.ExitStatus, opening: String) async throws {
    let failure = await failure(
      of: WorklistCommand.self, ["--manager"] + manager, on: try await PublishedBank.connection())
    #expect(failure?.status == status)
    #expect(failure?.sentence.hasPrefix(opening) == true, "\(failure?.sentence ?? "none")")
  }

  @Test("a branch's queue is a list of its own")
  func queue() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      "update xsell.trigger_record set manager_id = null, branch = 'Riga' where trigger_id = '\(PublishedBank.offer)'",
      label: "queue")
    let page = try await answer(WorklistCommand.self, "--branch", "Riga", "--bank", "HARBOUR", to: connection)
    #expect(page.hasPrefix("Queue of Riga") && page.contains("0b9e2c11") && !page.contains("0b9e2c13"))
    let several = await failure(of: WorklistCommand.self, ["--branch", "Riga"], on: connection)
    #expect(several?.status == .usage)
    #expect(throws: (any Error).self) { try WorklistCommand.parse(["--branch", "Riga", "--manager", "17"]) }
  }

  @Test("a branch that is not there is refused, one whose calls all have managers or have ended has an empty queue")
  func unknownBranch() async throws {
    let connection = try await PublishedBank.connection()
    let unknown = await failure(of: WorklistCommand.self, ["--branch", "Nowhere", "--bank", "HARBOUR"], on: connection)
    #expect(unknown?.status == .badInput)
    #expect(unknown?.sentence == "Bank HARBOUR has no branch \"Nowhere\"; check --branch.")
    try await connection.script(
      """
      update xsell.trigger_record
      set manager_id = null, branch = 'Jelgava', state = 'lost', closed_on = '2026-06-30'
      where trigger_id = '\(PublishedBank.offer)'
      """, label: "branch")
    for branch in ["Riga", "Jelgava", ""] {
      let queue = try await answer(WorklistCommand.self, "--branch", branch, "--bank", "HARBOUR", to: connection)
      #expect(queue.hasSuffix("No open conversations.\n"), "\(branch)")
    }
    let bank = await failure(of: WorklistCommand.self, ["--branch", "Riga", "--bank", "NONE"], on: connection)
    #expect(bank?.sentence == "There is no bank NONE; check --bank.")
  }

  @Test("an absence is noted with its deputy, and ends when the manager is back")
  func absence() async throws {
    let connection = try await PublishedBank.connection()
    let away = try await answer(
      ManagerAbsentCommand.self, "Anna Petrova", "--from", "2026-07-06", "--until", "2026-07-17", "--deputy", "18",
      to: connection)
    #expect(
      away
        == "Anna Petrova is away from 2026-07-06 to 2026-07-17; Ivan Ivanov, or the queue of Riga on days "
        + "when the deputy is away as well, takes the calls.\n")
    let back = try await answer(ManagerBackCommand.self, "Anna Petrova", "--on", "2026-07-13", to: connection)
    #expect(back == "Anna Petrova is back from 2026-07-13 on.\n")
    let stored = try await connection.one(
      Statement<String>(
        "absence", "select concat_ws(' ', manager_id, from_date, until_date, deputy_id) from xsell.absence"
      ) { try $0.decode(0) })
    #expect(stored == "17 2026-07-06 2026-07-12 18")
    let twice = await failure(of: ManagerBackCommand.self, ["Anna Petrova", "--on", "2026-07-13"], on: connection)
    #expect(twice?.status == .badInput)
    let own = await failure(
      of: ManagerAbsentCommand.self, ["Anna Petrova", "--from", "2026-07-06", "--deputy", "Anna Petrova"],
      on: connection)
    #expect(own?.sentence.hasPrefix("Nobody is his own deputy") == true)
    try await connection.script("update source.manager set active = false where manager_id = 18", label: "gone")
    let gone = await failure(
      of: ManagerAbsentCommand.self, ["Anna Petrova", "--from", "2026-07-06", "--deputy", "18"], on: connection)
    #expect(gone?.status == .badInput && gone?.sentence.contains("takes no calls") == true)
  }

  @Test("a manager without conversations is told so")
  func empty() async throws {
    let connection = try await PublishedBank.connection()
    #expect(
      try await answer(WorklistCommand.self, "--manager", "18", to: connection).hasSuffix("No open conversations.\n"))
  }
}
