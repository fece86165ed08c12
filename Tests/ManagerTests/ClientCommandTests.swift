import PostgresKit
import Store
import TestBank
import Testing
import Triggers
import Wording

@testable import Commands

struct ClientCommandTests {
  @Test("a card shows the client, its income, what to offer and why")
  func card() async throws {
    let connection = try await PublishedBank.connection()
    #expect(try await answer(ClientCommand.self, "HARBOUR-1", to: connection) == Snapshots.card)
  }

  @Test("a card speaks the bank's language, and another where it is asked to")
  func languages() async throws {
    let connection = try await PublishedBank.connection()
    #expect(try await answer(ClientCommand.self, "GAVAN-1", to: connection) == Snapshots.cardRussian)
    let english = try await answer(ClientCommand.self, "GAVAN-1", "--lang", "en", to: connection)
    #expect(english.contains("Products, best first"))
    let failure = await failure(of: ClientCommand.self, ["GAVAN-1", "--lang", "zh"], on: connection)
    #expect(failure?.status == .usage)
  }

  @Test("a client of whom little is known has a card that says so")
  func littleKnown() async throws {
    let connection = try await PublishedBank.connection()
    #expect(try await answer(ClientCommand.self, "HARBOUR-2", to: connection) == Snapshots.cardOfLittle)
  }

  @Test("a card words a call about the client as the morning's list does", arguments: ["win_back", "welcome"])
  func sameWords(kind: String) async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      update xsell.trigger_record set kind = '\(kind)',
        reason = '{"usual_income": 900.00, "products": ["ACQ", "CARD"], "typical_income": 2250.00}'
      where trigger_id = '\(PublishedBank.retain)'
      """)
    let list = try await answer(TriggerShowCommand.self, "0b9e2c12", "--json", to: connection)
    let card = try await answer(ClientCommand.self, "HARBOUR-2", "--json", to: connection)
    let sentences = try await connection.one(
      Statement<[String]>(
        "sentences",
        """
        select array[$1::jsonb ->> 'sentence',
          (select t ->> 'sentence' from jsonb_array_elements($2::jsonb -> 'triggers') t where t ->> 'kind' = '\(kind)')]
        """, .text(list), .text(card)
      ) { try $0.decode(0) })
    #expect(sentences[0] == sentences[1])
    #expect(sentences[0].contains(kind == "welcome" ? "Acquiring" : "900"))
  }

  @Test("JSON carries the facts of the card, exact amounts and the months up to the as-of date")
  func json() async throws {
    let connection = try await PublishedBank.connection()
    let text = try await answer(ClientCommand.self, "HARBOUR-1", "--json", to: connection)
    let parsed = try await connection.one(
      Statement<String>(
        "json",
        """
        select concat_ws(' ', j ->> 'monthly_income', j #>> '{recommendations,0,product_code}',
          j #>> '{recommendations,0,reason,profile_id}', j #>> '{recommendations,0,penetration}',
          j #>> '{triggers,1,kind}', j -> 'income_history')
        from (select $1::jsonb as j) t
        """, .text(text)
      ) { try $0.decode(0) })
    #expect(
      parsed == "4210.00 ACQ 3 0.61 activate [2019.50, 2238.00, 2457.00, 0.00, 2895.00, 3114.00, 3333.00, 3552.00, "
        + "3771.00, 3990.00, 4209.00]")
  }

  @Test("CSV has a line a product")
  func csv() async throws {
    let connection = try await PublishedBank.connection()
    let lines = try await answer(ClientCommand.self, "HARBOUR-1", "--csv", to: connection).split(separator: "\r\n")
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("HARBOUR,1,HARBOUR-1,ACQ,Acquiring,1,missing,0.21,1940.00,776.00,3104.00,407.40,0.61"))
  }

  @Test(
    "a client that cannot be shown is told apart, with the next step",
    arguments: [
      (["999"], Commands.ExitStatus.badInput, "No client of any bank has this number; check the number and the bank."),
      (["HARBOUR-1", "--bank", "GAVAN"], .badInput, "No client of bank GAVAN has this number"),
      (["100"], .usage, "Several banks have a client with this number: FRESH, GAVAN, HARBOUR; name one with --bank."),
      (["300"], .badInput, "Nothing has been published of bank FRESH yet; run xsell nightly --bank FRESH"),
      (
        ["109"], .badInput,
        "The client is not in what bank HARBOUR has published as of 2026-06-30; see whether xsell check --bank HARBOUR "
          + "--as-of 2026-06-30 sets it aside, else run xsell nightly --bank HARBOUR with a later --as-of."
      ),
      (
        ["HARBOUR-1", "--why-not", "VISA"], .badInput,
        "Bank HARBOUR has no product \"VISA\"; name one of ACC, ACQ, CARD, CASH, NEWCARD, PAYROLL."
      ),
    ])
  func refusals(arguments: [String], status: Commands.ExitStatus, opening: String) async throws {
    let failure = await failure(of: ClientCommand.self, arguments, on: try await PublishedBank.connection())
    #expect(failure?.status == status)
    #expect(failure?.sentence.hasPrefix(opening) == true, "\(failure?.sentence ?? "none")")
  }

  @Test(
    "a stay as long as is counted is no estimate",
    arguments: [("en", "Likely to stay    over 20 years"), ("ru", "Останется ещё  более 20 лет")])
  func longestStay(language: String, line: String) async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script("update xsell.client_result set expected_months = 240 where client_id = 1")
    let card = try await answer(ClientCommand.self, "HARBOUR-1", "--lang", language, to: connection)
    let squeezed = card.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    #expect(squeezed.contains(line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")))
  }

  @Test("why not: a product is found by code or name, and what is held or new says so")
  func whyNot() async throws {
    let connection = try await PublishedBank.connection()
    let byName = try await answer(ClientCommand.self, "HARBOUR-1", "--why-not", "cash COLLECTION", to: connection)
    #expect(byName == Snapshots.whyNot)
    let held = try await answer(ClientCommand.self, "HARBOUR-1", "--why-not", "acc", to: connection)
    #expect(held == "Settlement account\nNot offered: the client holds Settlement account.\n")
    let new = try await answer(ClientCommand.self, "HARBOUR-1", "--why-not", "NEWCARD", to: connection)
    #expect(new.hasPrefix("New card\nNot offered: New card came after the last night"))
    let cyrillic = try await answer(ClientCommand.self, "GAVAN-1", "--why-not", "ИНКАССАЦИЯ", to: connection)
    #expect(cyrillic.contains("сначала нужен продукт «Эквайринг», а его у клиента нет."))
  }

  @Test("why not: every status that a night can give has its own sentence, in every language")
  func everyStatus() async throws {
    let connection = try await PublishedBank.connection()
    for language in Languages.all {
      var sentences: Set<String> = []
      for status in RecommendationStatus.every {
        let code = StatusCode(status)
        try await connection.execute(
          Statement(
            "status",
            """
            update xsell.client_standing set status[2] = $1, status_product[2] = $2
            where bank_id = 'HARBOUR' and client_id = 1
            """, .int2(code.code), .int2(code.product)))
        let text = try await answer(
          ClientCommand.self, "HARBOUR-1", "--why-not", "CASH", "--lang", language.code, to: connection)
        sentences.insert(
          String(
            text.split(separator: "\n").dropFirst().prefix { !$0.hasPrefix("#") && !$0.hasPrefix("№") }.joined(
              separator: " ")))
        #expect(!text.contains("_"), "\(status): \(text)")
      }
      #expect(sentences.count == RecommendationStatus.every.count)
    }
  }

  @Test("the database names every status by the words of the state machine")
  func statusNames() async throws {
    let connection = try await PublishedBank.connection()
    let stored = try await connection.many(
      Statement<String>(
        "status names", "select status || ' ' || name || coalesce('/' || fact, '') from xsell.status_name"
      ) {
        try $0.decode(0)
      }, limit: 100)
    let expected = RecommendationStatus.every.map {
      "\(StatusCode($0).code) \($0.word)\($0.fact.map { "/" + $0 } ?? "")"
    }
    // Nights of before told a client without a manager so; now it stands in its branch's queue.
    #expect(Set(stored) == Set(expected + ["4 no_manager"]))
  }

  @Test("the database names every input of the probability in the order of its codes")
  func driverNames() async throws {
    let connection = try await PublishedBank.connection()
    let stored = try await connection.many(
      Statement<String>("driver names", "select name from xsell.driver_name order by driver") { try $0.decode(0) },
      limit: 100)
    #expect(stored == Driver.allCases.map(\.rawValue))
  }
}
