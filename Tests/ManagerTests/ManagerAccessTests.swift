import PostgresKit
import Store
import TestCluster
import Testing

@testable import Commands

@Suite("Who sees what")
struct ManagerAccessTests {
  /// What a manager may read by SQL, with the column that tells whose it is.
  static let views = [
    "client_card", "client_life", "recommendation", "trigger", "conversation", "stage_history", "client_result",
    "client_standing", "trigger_record", "conversation_record", "stage_change",
    "(select t.bank_id, t.client_id from xsell.trigger_event e join xsell.trigger_record t using (trigger_id))",
  ]

  @Test("a manager who logs in sees his own clients, in every view and table", arguments: views)
  func ownRows(view: String) async throws {
    let office = try await Office()
    let all = try await office.clients(in: view, as: nil)
    let annas = all.filter { ["HARBOUR 1", "HARBOUR 2"].contains($0) }
    #expect(!annas.isEmpty && all.contains("HARBOUR 3") && all.contains("GAVAN 1"))
    #expect(try await office.clients(in: view, as: office.anna) == annas)
    #expect(try await office.clients(in: view, as: office.boris) == ["HARBOUR 3"])
    #expect(try await office.clients(in: view, as: office.stranger).isEmpty)
    #expect(try await office.clients(in: view, as: office.crm) == all)
  }

  @Test("whether a client is seen is the same asked one by one as by the rows")
  func oneByOne() async throws {
    let office = try await Office()
    for role in [office.anna, office.boris, office.stranger, office.crm] {
      let connection = try await office.connection(as: role)
      var seen: [String] = []
      for client in try await office.clients(in: "client_result", as: nil) {
        let parts = client.split(separator: " ")
        let isSeen = try await connection.one(
          Statement<Bool>(
            "seen", "select xsell.sees_client($1, $2::bigint)", .text(String(parts[0])), .text(String(parts[1]))
          ) {
            try $0.decode(0)
          })
        if isSeen { seen.append(client) }
      }
      #expect(try await office.clients(in: "client_result", as: role) == seen)
    }
  }

  @Test("every table of clients has row-level security, whoever is granted it")
  func everyTable() async throws {
    let office = try await Office()
    let open = try await office.owner.many(
      Statement<String>(
        "open",
        """
        select c.relname::text from pg_class c
        where c.relnamespace = 'xsell'::regnamespace and c.relkind = 'r' and not c.relrowsecurity
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('client_id', 'trigger_id'))
        """
      ) { try $0.decode(0) }, limit: 100)
    #expect(open == [])
  }

  @Test("the commands show a manager his own, and do not know of the rest")
  func commands() async throws {
    let office = try await Office()
    let anna = try await office.connection(as: office.anna)
    let card = try await answer(ClientCommand.self, "HARBOUR-1", to: anna)
    #expect(card.contains("Chamomile Ltd") && card.contains("Income by month"))
    let list = try await answer(WorklistCommand.self, "--manager", office.anna, to: anna)
    #expect(list.contains("Chamomile Ltd"))
    let foreign = await failure(of: ClientCommand.self, ["HARBOUR-3"], on: anna)
    #expect(foreign?.status == .badInput)
    let stranger = try await office.connection(as: office.stranger)
    for (login, list) in [
      (anna, ["--manager", "Boris Kalnins"]), (anna, ["--branch", "Nowhere", "--bank", "HARBOUR"]),
      (stranger, ["--manager", office.anna]),
    ] {
      let other = await failure(of: WorklistCommand.self, list, on: login)
      #expect(other?.status == .notPermitted, "\(list)")
    }
    let boris = try await answer(
      WorklistCommand.self, "--manager", office.boris, to: office.connection(as: office.boris))
    #expect(boris.contains("Third"))
  }

  @Test("a manager answers his own calls in his own name, and no one else's")
  func answers() async throws {
    let office = try await Office()
    let anna = try await office.connection(as: office.anna)
    _ = try await answer(TriggerAcceptCommand.self, PublishedBank.offer, to: anna)
    _ = try await answer(TriggerQualifyCommand.self, PublishedBank.offer, "--champion", "yes", to: anna)
    #expect(try await office.states(PublishedBank.offer) == ["accepted", "open>accepted by \(office.anna)"])
    let foreign = await failure(of: TriggerAcceptCommand.self, [Office.borisCall], on: anna)
    #expect(foreign?.status == .badInput)
    for forbidden in [
      "update xsell.trigger_record set state = 'won', closed_on = raised_on",
      "insert into xsell.event_record (trigger_id, at, actor, to_state) values ('\(PublishedBank.offer)', now(), 'boris', 'won')",
      "insert into xsell.qualification (note_id, trigger_id, actor, item, answer) overriding system value "
        + "values (9e18, '\(PublishedBank.offer)', current_user, 'champion', 'yes')",
      "select * from source.client",
    ] {
      await #expect(throws: PostgresError.self) { try await anna.script(forbidden, label: "by hand") }
    }
    for another in [
      "select xsell.answer_call('\(Office.borisCall)', 'open', 'won', null, null, '2026-07-01', null, null, null)",
      "select xsell.qualify_call('\(Office.borisCall)', 'open', '{champion}', '{yes}', '{\"\"}', null, 'late')",
    ] {
      await #expect(throws: PostgresError.self) { try await anna.script(another, label: "another's") }
    }
    #expect(try await office.states(Office.borisCall) == ["open"])
    _ = try await answer(TriggerDeclineCommand.self, PublishedBank.offer, "--reason", "price", to: anna)
    try await anna.script(
      "select xsell.answer_call('\(PublishedBank.offer)', 'declined', 'open', null, null, null, null, null, null)",
      label: "an ended one")
    #expect(try await office.states(PublishedBank.offer).first == "declined")
    let forged = await failure(
      of: TriggerDeclineCommand.self, [PublishedBank.retain, "--reason", "price", "--as", "boris"], on: anna)
    #expect(forged?.status == .notPermitted)
  }

  @Test("a manager with SQL of his own can write no answer that the program would not")
  func answersByHand() async throws {
    let office = try await Office()
    let anna = try await office.connection(as: office.anna)
    for answer in [
      "'snoozed', 'infinity', null, null, null, null, null", "'snoozed', null, null, null, null, null, null",
      "'snoozed', '2036-01-01', null, null, null, null, null",
      "'declined', null, 'whim', '2026-07-01', null, null, null",
      "'declined', null, null, '2026-07-01', null, null, null", "'won', null, null, '2020-01-01', null, null, null",
      "'won', null, null, null, null, null, null", "'expired', null, null, '2026-07-01', null, null, null",
      "'won', null, null, '2026-07-01', null, null, 'infinity'", "null, null, null, null, null, null, null",
    ] {
      let call = "select xsell.answer_call('\(PublishedBank.offer)', 'open', \(answer))"
      await #expect(throws: PostgresError.self, "\(answer)") { try await anna.script(call, label: "no answer") }
    }
    #expect(try await office.states(PublishedBank.offer) == ["open"])
    let won =
      "select xsell.answer_call('\(PublishedBank.offer)', 'open', 'won', null, null, '2026-07-01', null, null, null)"
    try await anna.script(won, label: "an answer")
    let ended = try await office.states(PublishedBank.offer)
    #expect(ended.first == "won")
    for state in ["won", "open"] {
      let note = "'\(state)', '{champion}', '{yes}', '{\"\"}', null, 'late'"
      try await anna.script("select xsell.qualify_call('\(PublishedBank.offer)', \(note))", label: "an ended one")
    }
    #expect(try await office.states(PublishedBank.offer) == ended)
  }

  @Test("a manager says of himself that he will be away, and of nobody else")
  func absences() async throws {
    let office = try await Office()
    let anna = try await office.connection(as: office.anna)
    _ = try await answer(ManagerAbsentCommand.self, office.anna, "--from", "2026-07-06", to: anna)
    let other = await failure(of: ManagerAbsentCommand.self, ["Boris Kalnins", "--from", "2026-07-06"], on: anna)
    #expect(other?.status == .notPermitted)
    try await office.owner.script(
      "update xsell.absence set from_date = '2026-06-01', noted_by = 'personnel'", label: "noted by somebody else")
    let back = try await answer(ManagerBackCommand.self, office.anna, "--on", "2026-06-15", to: anna)
    #expect(!back.isEmpty)
    let left = try await office.owner.one(
      Statement<String>("left", "select until_date::text from xsell.absence") { try $0.decode(0) })
    #expect(left == "2026-06-14")
  }

  @Test("what was said to a client before it came to its manager is the manager's to know, and not to answer")
  func formerCalls() async throws {
    let office = try await Office()
    try await office.owner.script(
      "update xsell.client_result set manager_id = 17 where client_id = 3 and bank_id = 'HARBOUR'", label: "moved")
    let anna = try await office.connection(as: office.anna)
    #expect(try await answer(TriggerShowCommand.self, Office.borisCall, to: anna).contains("Third"))
    let refusal = await failure(of: TriggerAcceptCommand.self, [Office.borisCall], on: anna)
    #expect(refusal?.status == .badInput)
  }

  @Test("a call that is taken over brings its client with it, and a branch's queue is the whole branch's")
  func deputies() async throws {
    let office = try await Office()
    try await office.owner.script(
      "update xsell.trigger_record set manager_id = 21 where trigger_id = '\(PublishedBank.offer)'", label: "deputy")
    #expect(try await office.clients(in: "client_card", as: office.boris) == ["HARBOUR 1", "HARBOUR 3"])
    try await office.owner.script(
      "update xsell.trigger_record set manager_id = null, branch = 'Riga' where trigger_id = '\(Office.borisCall)'",
      label: "queue")
    #expect(try await office.clients(in: "client_card", as: office.anna) == ["HARBOUR 1", "HARBOUR 2", "HARBOUR 3"])
    try await office.owner.script("update source.manager set active = false where manager_id = 17", label: "gone")
    #expect(try await office.clients(in: "client_card", as: office.anna).isEmpty)
  }

  @Test("whoever could read clients before managers had roles still sees them, and whoever could not learns nothing")
  func readersOfBefore() async throws {
    let office = try await Office(migrated: false)
    try await office.owner.script(
      """
      grant usage on schema xsell to \(office.crm), \(office.stranger);
      grant select on all tables in schema xsell to \(office.crm);
      grant select on xsell.run, xsell.attempt to \(office.stranger);
      """, label: "before")
    _ = try await OutputSchema.migrator().migrate(office.owner)
    let sees = Statement<Bool>("sees", "select xsell.sees_every_client()") { try $0.decode(0) }
    #expect(try await office.connection(as: office.crm).one(sees))
    let stranger = try await office.connection(as: office.stranger)
    #expect(try await !stranger.one(sees))
    await #expect(throws: PostgresError.self) {
      try await stranger.script("select xsell.named_client('B', 1)", label: "name")
    }
  }

  @Test("a single column of the source's clients that managers may read is said to be too much")
  func columnsOfTheSource() async throws {
    let office = try await Office()
    try await office.owner.script("grant select (name) on source.client to \(office.desk)", label: "a column")
    guard case .lacks(let statements) = try await ManagerAccess(office.owner).grant(to: office.desk) else {
      Issue.record("nothing is said to lack")
      return
    }
    #expect(statements.count == 1 && statements[0].hasPrefix("REVOKE ALL ON source.client"))
    try await office.owner.script(statements[0], label: "taken back")
    guard case .lacks = try await ManagerAccess(office.owner).grant(to: office.desk) else { return }
    Issue.record("what was taken back is still there")
  }

  @Test("managers who could read everything before are not said to see their own before that is taken from them")
  func managersOfBefore() async throws {
    let office = try await Office(migrated: false)
    try await office.owner.script(
      """
      grant usage on schema xsell, source to \(office.desk);
      grant select on all tables in schema xsell to \(office.desk);
      grant select on all tables in schema source to \(office.desk);
      """, label: "before")
    _ = try await OutputSchema.migrator().migrate(office.owner)
    let access = ManagerAccess(office.owner)
    guard case .lacks(let statements) = try await access.grant(to: office.desk) else {
      Issue.record("nothing is said to lack")
      return
    }
    #expect(statements.count == 4 && statements.allSatisfy { $0.hasPrefix("REVOKE") })
    try await office.owner.script(statements.joined(separator: ";\n"), label: "as told")
    #expect(try await access.grant(to: office.desk) == .granted)
  }

  @Test("a role that does not exist is not known, and nothing is granted to it")
  func noRole() async throws {
    let access = ManagerAccess(try await Office().owner)
    #expect(try await !access.isKnown("nobody \"here"))
    await #expect(throws: PostgresError.self) { try await access.grant(to: "nobody \"here") }
  }
}
