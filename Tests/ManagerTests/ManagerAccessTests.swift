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
      let asked = try await office.owner.many(
        Statement<String>(
          "asked",
          "select bank_id || ' ' || client_id from xsell.client_result where xsell.sees_client($1::name, bank_id, client_id) order by 1",
          .text(role)
        ) { try $0.decode(0) }, limit: 100)
      #expect(try await office.clients(in: "client_result", as: role) == asked)
    }
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
    let other = try await answer(WorklistCommand.self, "--manager", "Boris Kalnins", to: anna)
    #expect(!other.contains("Third"))
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
    try await anna.script("update xsell.trigger_record set state = 'accepted'", label: "all that she sees")
    #expect(try await office.states(Office.borisCall).first == "open")
    await #expect(throws: PostgresError.self) {
      try await anna.script(
        """
        insert into xsell.event_record (trigger_id, at, actor, from_state, to_state)
        values ('\(PublishedBank.offer)', now(), 'boris', 'open', 'accepted')
        """, label: "in another's name")
    }
    let forged = await failure(
      of: TriggerDeclineCommand.self, [PublishedBank.retain, "--reason", "price", "--as", "boris"], on: anna)
    #expect(forged?.status == .notPermitted)
  }

  @Test("a manager says of himself that he will be away, and of nobody else")
  func absences() async throws {
    let office = try await Office()
    let anna = try await office.connection(as: office.anna)
    _ = try await answer(ManagerAbsentCommand.self, office.anna, "--from", "2026-07-06", to: anna)
    let other = await failure(of: ManagerAbsentCommand.self, ["Boris Kalnins", "--from", "2026-07-06"], on: anna)
    #expect(other?.status == .notPermitted)
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

  @Test("whoever could read everything before managers had roles still can")
  func readersOfBefore() async throws {
    let office = try await Office(migrated: false)
    try await office.owner.script("grant usage on schema xsell to \(office.crm)", label: "usage")
    try await office.owner.script("grant select on all tables in schema xsell to \(office.crm)", label: "before")
    _ = try await OutputSchema.migrator().migrate(office.owner)
    let crm = try await office.connection(as: office.crm)
    #expect(
      try await crm.one(Statement<Bool>("all", "select xsell.sees_every_client(current_user)") { try $0.decode(0) }))
    let stranger = try await office.connection(as: office.stranger)
    await #expect(throws: PostgresError.self) {
      try await stranger.script("select xsell.every_client()", label: "marker")
    }
  }

  @Test("a role that does not exist is refused before anything is granted")
  func noRole() async throws {
    let office = try await Office()
    #expect(try await !ManagerAccess(office.owner).grant(to: "nobody \"here"))
  }
}
