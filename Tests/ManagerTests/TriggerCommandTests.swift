import ArgumentParser
import PostgresKit
import Testing

@testable import Commands

struct TriggerCommandTests {
  /// State, snoozed until, refusal, closed on, then the history without its moments.
  private func record(_ id: String, _ connection: PostgresConnection) async throws -> String {
    try await connection.one(
      Statement<String>(
        "record",
        """
        select concat_ws(' ', t.state, t.snoozed_until, t.refusal, t.closed_on)
          || (select coalesce(string_agg(
                format(' | %s %s>%s %s', e.actor, e.from_state, e.to_state, e.note), '' order by e.event_id), '')
              from xsell.event_record e where e.trigger_id = t.trigger_id)
        from xsell.trigger_record t where t.trigger_id = $1
        """, .uuid(id)
      ) { try $0.decode(0) })
  }

  @Test("a trigger shows its facts and its history")
  func show() async throws {
    let connection = try await PublishedBank.connection()
    #expect(try await answer(TriggerShowCommand.self, "0b9e2c13", to: connection) == Snapshots.trigger)
    let json = try await answer(TriggerShowCommand.self, "0B9E2C11-0000", "--json", to: connection)
    #expect(json.contains("\"recommendation\": {") && json.contains("\"at\": \"2026-07-01T02:14:00Z\""))
  }

  @Test("a trigger of a client that the source no longer has names the client's key")
  func clientGone() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script("delete from source.client", label: "clients")
    let page = try await answer(TriggerShowCommand.self, "0b9e2c13", "--lang", "en", to: connection)
    #expect(page.contains("1 · –"), "\(page)")
  }

  @Test("answers move a trigger on, each with its line of history")
  func answers() async throws {
    let connection = try await PublishedBank.connection()
    let id = PublishedBank.offer
    _ = try await answer(TriggerAcceptCommand.self, "0b9e2c11", "--as", "Анна", to: connection)
    #expect(try await record(id, connection) == "accepted | nightly >open  | Анна open>accepted ")
    _ = try await answer(
      TriggerSnoozeCommand.self, id, "--until", "2026-07-15", "--note", "on holiday", "--as", "a", to: connection)
    _ = try await answer(
      TriggerDeclineCommand.self, id, "--reason", "price", "--note", "too dear", "--on", "2026-07-02", "--as", "a",
      to: connection)
    #expect(
      try await record(id, connection) == "declined price 2026-07-02 | nightly >open  | Анна open>accepted  "
        + "| a accepted>snoozed until 2026-07-15: on holiday | a snoozed>declined price: too dear")
  }

  @Test("what a manager has answered is not said to be on the list any longer")
  func answered() async throws {
    let connection = try await PublishedBank.connection()
    for (call, before) in [(PublishedBank.offer, "offered"), (PublishedBank.activate, "already_open")] {
      let status = Statement<String>(
        "status",
        """
        select r.status from xsell.recommendation r
        join xsell.trigger_record t on (t.bank_id, t.client_id, t.product_code) = (r.bank_id, r.client_id, r.product_code)
        where t.trigger_id = $1
        """, .uuid(call)
      ) { try $0.decode(0) }
      #expect(try await connection.one(status) == before)
      _ = try await answer(TriggerDeclineCommand.self, call, "--reason", "price", "--as", "a", to: connection)
      #expect(try await connection.one(status) == "cooling_down")
    }
  }

  @Test("a client that wants to be asked on a day is noted with it, and only where it is not now")
  func askOn() async throws {
    let connection = try await PublishedBank.connection()
    let page = try await answer(
      TriggerDeclineCommand.self, "0b9e2c11", "--reason", "not_now", "--ask-on", "2026-09-01", "--as", "a",
      to: connection)
    #expect(page.contains("Ask on") && page.contains("2026-09-01"))
    #expect(try await record(PublishedBank.offer, connection).hasSuffix("a open>declined not_now until 2026-09-01"))
    let past = await failure(
      of: TriggerDeclineCommand.self, ["0b9e2c13", "--reason", "not_now", "--ask-on", "2026-06-30"], on: connection)
    #expect(past?.status == .badInput)
    #expect(throws: (any Error).self) {
      try TriggerDeclineCommand.parse(["0b9e2c13", "--reason", "price", "--ask-on", "2026-09-01"])
    }
  }

  @Test("what a manager found out is kept line by line, shown, and written to the history")
  func qualify() async throws {
    let connection = try await PublishedBank.connection()
    _ = try await answer(
      TriggerQualifyCommand.self, "0b9e2c11", "--metrics", "no", "--champion", "Yes: the accountant", "--as", "a",
      to: connection)
    let page = try await answer(
      TriggerQualifyCommand.self, "0b9e2c11", "--metrics", "yes: two days a month", "--as", "a", to: connection)
    #expect(page.contains("What is known of the sale"))
    #expect(page.contains("metrics") && page.contains("two days a month") && page.contains("the accountant"))
    #expect(
      try await record(PublishedBank.offer, connection).hasSuffix(
        "| a open>open metrics no; champion yes: the accountant | a open>open metrics yes: two days a month"))
    _ = try await answer(TriggerLostCommand.self, "0b9e2c11", to: connection)
    let late = await failure(of: TriggerQualifyCommand.self, ["0b9e2c11", "--metrics", "no"], on: connection)
    #expect(late?.sentence == "The trigger is lost; only a live one is qualified.")
    #expect(throws: (any Error).self) { try TriggerQualifyCommand.parse(["0b9e2c11"]) }
    #expect(throws: (any Error).self) { try TriggerQualifyCommand.parse(["0b9e2c11", "--metrics", "perhaps"]) }
  }

  @Test("won and lost close on the as-of date, or on a later one that is given, in the name of the database user")
  func ends() async throws {
    let connection = try await PublishedBank.connection()
    let user = try await connection.one(Statement<String>("user", "select current_user::text") { try $0.decode(0) })
    let page = try await answer(TriggerWonCommand.self, "0b9e2c12", "--on", "2026-06-30", to: connection)
    #expect(page.contains("won"))
    #expect(try await record(PublishedBank.retain, connection) == "won 2026-06-30 | \(user) open>won ")
    _ = try await answer(TriggerLostCommand.self, "77aa2c", to: connection)
    #expect(try await record(PublishedBank.snoozed, connection).hasPrefix("lost 2026-06-30 |"))
    _ = try await answer(TriggerWonCommand.self, "0b9e2c13", "--on", "2026-06-15", to: connection)
    #expect(try await record(PublishedBank.activate, connection).hasPrefix("won 2026-06-30 |"))
  }

  @Test("an answer dated before the trigger was raised is refused, and nothing is written")
  func answeredBeforeRaised() async throws {
    let connection = try await PublishedBank.connection()
    let before = try await record(PublishedBank.offer, connection)
    let early = await failure(of: TriggerWonCommand.self, ["0b9e2c11", "--on", "2026-06-29"], on: connection)
    #expect(early?.status == .badInput)
    #expect(early?.sentence == "The trigger was raised on 2026-06-30, after 2026-06-29; correct --on.")
    #expect(try await record(PublishedBank.offer, connection) == before)
  }

  @Test(
    "an answer dated more than two months after the bank's last night is a slip of the keyboard",
    arguments: ["accept", "decline --reason not_now", "won", "lost", "snooze --until 2026-09-30"])
  func answeredTooFarAhead(answer: String) async throws {
    let connection = try await PublishedBank.connection()
    let before = try await record(PublishedBank.offer, connection)
    let words = answer.split(separator: " ").map(String.init)
    func end(on date: String) async -> Failure? {
      let arguments = ["0b9e2c11"] + words.dropFirst() + ["--on", date]
      return switch words[0] {
      case "accept": await failure(of: TriggerAcceptCommand.self, arguments, on: connection)
      case "decline": await failure(of: TriggerDeclineCommand.self, arguments, on: connection)
      case "won": await failure(of: TriggerWonCommand.self, arguments, on: connection)
      case "lost": await failure(of: TriggerLostCommand.self, arguments, on: connection)
      default: await failure(of: TriggerSnoozeCommand.self, arguments, on: connection)
      }
    }
    let late = await end(on: "2026-09-01")
    #expect(late?.status == .badInput)
    #expect(
      late?.sentence
        == "The last night was of 2026-06-30, and 2026-09-01 is more than 62 days after it; correct --on.")
    #expect(try await record(PublishedBank.offer, connection) == before)
    #expect(await end(on: "2026-08-31") == nil)
  }

  @Test("a language that there is none of is refused before the answer is noted")
  func unknownLanguage() async throws {
    let connection = try await PublishedBank.connection()
    let before = try await record(PublishedBank.offer, connection)
    let refused = await failure(of: TriggerLostCommand.self, ["0b9e2c11", "--lang", "xx"], on: connection)
    #expect(refused?.status == .usage)
    let qualified = await failure(
      of: TriggerQualifyCommand.self, ["0b9e2c11", "--metrics", "yes", "--lang", "xx"], on: connection)
    #expect(qualified?.status == .usage)
    #expect(try await record(PublishedBank.offer, connection) == before)
  }

  @Test("an answer that is noted and cannot be shown is not to be given again")
  func untold() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script("drop table xsell.qualification cascade")
    let untold = await failure(of: TriggerLostCommand.self, ["0b9e2c11"], on: connection)
    #expect(untold?.status == .findings)
    #expect(untold?.sentence.hasSuffix("; do not repeat it.") == true)
    #expect(try await record(PublishedBank.offer, connection).hasPrefix("lost"))
  }

  @Test("what matures is not put off beyond the day")
  func beyondMaturity() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      update xsell.trigger_record set kind = 'renew', reason = '{"since": "2026-07-20"}'
      where trigger_id = '\(PublishedBank.offer)'
      """)
    let before = try await record(PublishedBank.offer, connection)
    let late = await failure(of: TriggerSnoozeCommand.self, ["0b9e2c11", "--until", "2026-07-21"], on: connection)
    #expect(late?.status == .badInput)
    #expect(late?.sentence == "What matures on 2026-07-20 cannot be put off until 2026-07-21; give an earlier date.")
    #expect(try await record(PublishedBank.offer, connection) == before)
    #expect(await failure(of: TriggerSnoozeCommand.self, ["0b9e2c11", "--until", "2026-07-20"], on: connection) == nil)
  }

  @Test("a day more than a year ahead to call again is a slip of the keyboard")
  func postponedTooFar() async throws {
    let connection = try await PublishedBank.connection()
    let before = try await record(PublishedBank.offer, connection)
    let snoozed = await failure(of: TriggerSnoozeCommand.self, ["0b9e2c11", "--until", "2027-07-02"], on: connection)
    #expect(snoozed?.status == .badInput)
    #expect(
      snoozed?.sentence
        == "A trigger cannot be snoozed until 2027-07-02, more than 366 days after 2026-06-30; give an earlier date.")
    let asked = await failure(
      of: TriggerDeclineCommand.self, ["0b9e2c11", "--reason", "not_now", "--ask-on", "2036-06-30"], on: connection)
    #expect(asked?.status == .badInput)
    #expect(asked?.sentence.contains("more than 366 days after 2026-06-30") == true)
    #expect(try await record(PublishedBank.offer, connection) == before)
    let year = await failure(of: TriggerSnoozeCommand.self, ["0b9e2c11", "--until", "2027-07-01"], on: connection)
    #expect(year == nil)
  }

  @Test("what does not apply is refused with what does, and nothing is written")
  func refused() async throws {
    let connection = try await PublishedBank.connection()
    let before = try await record(PublishedBank.activate, connection)
    let twice = await failure(of: TriggerAcceptCommand.self, ["0b9e2c13"], on: connection)
    #expect(twice?.status == .badInput)
    #expect(
      twice?.sentence
        == "The trigger is accepted, so \"accept\" does not apply; it allows: decline, snooze, won, lost.")
    let past = await failure(of: TriggerSnoozeCommand.self, ["0b9e2c13", "--until", "2026-06-30"], on: connection)
    #expect(past?.status == .badInput)
    #expect(past?.sentence.contains("which is not after 2026-06-30") == true)
    #expect(try await record(PublishedBank.activate, connection) == before)
  }

  @Test("of two managers who answer at once one is refused, and there is one event")
  func concurrent() async throws {
    let first = try await PublishedBank.connection()
    let second = try await PostgresConnection.connect(first.settings)
    async let one = failure(of: TriggerAcceptCommand.self, ["0b9e2c11", "--as", "x"], on: first)
    async let other = failure(of: TriggerAcceptCommand.self, ["0b9e2c11", "--as", "x"], on: second)
    let failures = await [one, other].compactMap { $0 }
    #expect(failures.count == 1)
    #expect(failures.first?.sentence.hasPrefix("The trigger is accepted") == true)
    #expect(try await record(PublishedBank.offer, first) == "accepted | nightly >open  | x open>accepted ")
  }

  @Test(
    "an identifier that fits no trigger, or several, is told apart",
    arguments: [
      (
        ["0b9e2c"], Commands.ExitStatus.usage,
        "Several triggers begin like this: 0b9e2c12-0000-8000-8000-000000000002 (retain), "
      ),
      (["abcdef"], .badInput, "There is no such trigger; take its ID from xsell worklist."),
    ])
  func lookups(arguments: [String], status: Commands.ExitStatus, opening: String) async throws {
    let failure = await failure(of: TriggerShowCommand.self, arguments, on: try await PublishedBank.connection())
    #expect(failure?.status == status)
    #expect(failure?.sentence.hasPrefix(opening) == true, "\(failure?.sentence ?? "none")")
  }

  @Test(
    "a command line that makes no sense ends with 64",
    arguments: [
      ["trigger", "show", "0b9e"], ["trigger", "show", "nothex"], ["trigger", "decline", "0b9e2c11"],
      ["trigger", "decline", "0b9e2c11", "--reason", "bored"], ["trigger", "snooze", "0b9e2c11", "--until", "July"],
      ["worklist"], ["worklist", "--manager", ""], ["worklist", "--manager", " "],
      ["worklist", "--manager", "17", "--limit", "0"], ["client"],
      ["client", "1", "--json", "--csv"],
    ])
  func usage(arguments: [String]) async {
    #expect(await Program.run(arguments) == ExitStatus.usage.rawValue)
  }
}
