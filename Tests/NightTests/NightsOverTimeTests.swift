import Banking
import LifeCycle
import Nightly
import Policy
import PostgresKit
import Testing
import Triggers

@Suite("Nights over time")
struct NightsOverTimeTests {
  @Test("From month to month triggers are won, expire and keep a whole, append-only history")
  func months() async throws {
    let connection = try await LoadedBank.connect()
    var history: (last: Int64, sum: String) = (0, "")
    for asOf in [LoadedBank.february, LoadedBank.march, LoadedBank.april, LoadedBank.may, LoadedBank.june] {
      let won = try await takesUpAnOffer(connection, on: asOf)
      let report = try await LoadedBank.night(connection, asOf) {
        for kind in TriggerKind.allCases { $0.settings.triggers.kinds[kind]?.validity = 40 }
      }
      #expect(report.outcome == .published)
      let broken = try await Invariants.broken(connection)
      #expect(broken == [], "as of \(asOf)")
      #expect(try await sum(connection, upTo: history.last) == history.sum)
      if let won {
        let state: String = try await connection.value(
          "select state || ' ' || closed_on from xsell.trigger_record where trigger_id = '\(won)'")
        #expect(state == "won \(asOf)")
      }
      let overdue: Int64 = try await connection.value(
        """
        select count(*) from xsell.trigger
        where state in ('open', 'accepted') and valid_until < '\(asOf)' or raised_on > '\(asOf)'
        """)
      #expect(overdue == 0)
      let last: Int64 = try await connection.value("select coalesce(max(event_id), 0) from xsell.trigger_event")
      history = (last, try await sum(connection, upTo: last))
    }
    let states = try await connection.texts("select distinct state from xsell.trigger order by state")
    #expect(
      states.filter { ["expired", "open", "withdrawn", "won"].contains($0) } == ["expired", "open", "withdrawn", "won"])
    let early: Int64 = try await connection.value(
      "select count(*) from xsell.trigger_record where state = 'expired' and closed_on <= valid_until")
    #expect(early == 0)
  }

  @Test("A month that comes in parts is judged in the end as if it had come whole")
  func inParts() async throws {
    func stages(inParts: Bool) async throws -> [String] {
      let connection = try await LoadedBank.connectPublished()
      if inParts {
        try await connection.script(
          """
          create table source.late as select * from source.product_month where month = '2026-06-01' and client_id % 5 < 2;
          delete from source.product_month where month = '2026-06-01' and client_id % 5 < 2;
          """)
        try await LoadedBank.night(connection, LoadedBank.june)
        try await connection.script("insert into source.product_month select * from source.late")
      }
      try await LoadedBank.night(connection, LoadedBank.june.advanced(byDays: 3))
      return try await connection.texts(
        "select concat_ws(' ', client_id, stage) from xsell.client_card order by client_id")
    }
    #expect(try await stages(inParts: true) == stages(inParts: false))
  }

  /// The client of an open offer opens the product a week before the night; the trigger.
  private func takesUpAnOffer(_ connection: PostgresConnection, on asOf: BusinessDate) async throws -> String? {
    let offer = try await connection.texts(
      "select trigger_id::text from xsell.trigger where kind = 'offer' and state = 'open' order by trigger_id limit 1")
    guard let id = offer.first else { return nil }
    try await connection.script(
      """
      insert into source.account (bank_id, account_id, client_id, product_code, opened_on)
      select bank_id, (select max(account_id) + 1 from source.account), client_id, product_code,
        '\(asOf.advanced(byDays: -7))'
      from xsell.trigger where trigger_id = '\(id)'
      """)
    return id
  }

  private func sum(_ connection: PostgresConnection, upTo last: Int64) async throws -> String {
    last == 0
      ? ""
      : try await connection.value(
        "select md5(string_agg(e::text, '' order by event_id)) from xsell.trigger_event e where event_id <= \(last)")
  }

  @Test("What a further run of the date finds joins the calls that the date has, headline and all")
  func furtherRun() async throws {
    let connection = try await LoadedBank.connect()
    for subjects in [1, 3] {
      try await LoadedBank.night(connection, LoadedBank.june) {
        $0.settings.triggers.maximumPerConversation = subjects
      }
    }
    let joined: Int64 = try await connection.value("select count(*) from xsell.conversation where triggers > 1")
    #expect(joined > 0)
    let untold = try await connection.texts(
      """
      select c.headline || ', not ' || p.name from xsell.trigger_record t
      join xsell.conversation_record c using (conversation_id)
      join source.product p on (p.bank_id, p.product_code) = (t.bank_id, t.product_code)
      where strpos(c.headline, p.name) = 0
      """)
    #expect(untold == [])
  }

  @Test("Whoever looks back, once or twice, changes nothing of the nights to come", arguments: [true, false])
  func lookBack(again: Bool) async throws {
    let undisturbed = try await LoadedBank.connect()
    let disturbed = try await LoadedBank.connect()
    func night(_ connection: PostgresConnection, _ asOf: BusinessDate) async throws {
      // Whoever once grew or fell stays in the stage, so that stages depend on those before.
      try await LoadedBank.night(connection, asOf) {
        ($0.settings.stages.growthStay, $0.settings.stages.declineStay, $0.settings.stages.leavingStay) = (0, 0, 0)
      }
    }
    for connection in [undisturbed, disturbed] {
      for asOf in [LoadedBank.february, LoadedBank.march, LoadedBank.april, LoadedBank.may] {
        try await night(connection, asOf)
      }
    }
    try await night(disturbed, LoadedBank.february)
    try await night(disturbed, LoadedBank.march)
    for connection in [undisturbed, disturbed] { try await night(connection, again ? LoadedBank.may : LoadedBank.june) }
    #expect(try await Checksums.ofViews(disturbed) == Checksums.ofViews(undisturbed))
    let history = "select h::text from xsell.stage_history h order by 1"
    #expect(try await disturbed.texts(history) == undisturbed.texts(history))
    let remembered: Int64 = try await disturbed.value("select count(*) from xsell.stage_memory")
    #expect(remembered == 0)
  }

  @Test("Whoever looks back at the night that a month was learned on, after a correction, leaves what it learned")
  func lookBackAfterCorrection() async throws {
    let first = BusinessDate(dayNumber: LoadedBank.june.dayNumber + 1)
    var sums: [[String: String]] = []
    for looksBack in [false, true] {
      let connection = try await LoadedBank.connectPublished()
      for asOf in [LoadedBank.june, first] { try await LoadedBank.night(connection, asOf) }
      try await connection.script(
        "update source.product_month set income = income * 1.5 where month = '2026-06-01' and client_id % 10 = 0")
      if looksBack { try await LoadedBank.night(connection, LoadedBank.june) }
      try await LoadedBank.night(connection, first.advanced(byDays: 1))
      sums.append(try await Checksums.ofViews(connection))
    }
    #expect(sums[0] == sums[1])
  }

  @Test("A past date run again shows its cards and leaves the triggers alone, even where the last night raised none")
  func past() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await LoadedBank.night(connection, LoadedBank.june) { $0.settings.triggers.minimumProbability = 1 }
    let results: Set<String> = [
      "client_result", "client_standing", "cohort", "profile_fact", "profile_product_fact", "publication", "attempt",
      "life_value_fact", "survival_fact", "stage_memory",
    ]
    let before = try await Checksums.ofStorage(connection, except: results)
    let report = try await LoadedBank.night(connection, LoadedBank.may)
    #expect(report.outcome == .published)
    #expect(!report.mayRaise)
    #expect(try await Checksums.ofStorage(connection, except: results) == before)
    #expect(try await connection.texts("select distinct as_of::text from xsell.client_card") == ["2026-05-31"])
  }

  @Test("After a past date has been run again, the present one shows what it showed and raises nothing")
  func back() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await LoadedBank.night(connection, LoadedBank.june)
    let triggers = try await Checksums.ofViews(connection)["xsell.trigger"]
    for asOf in [LoadedBank.may, LoadedBank.june] { try await LoadedBank.night(connection, asOf) }
    #expect(try await Checksums.ofViews(connection)["xsell.trigger"] == triggers)
    let broken = try await Invariants.broken(connection)
    #expect(broken == [])
  }

  @Test("One name of a run is one result: whatever a night leans on is in its name")
  func names() async throws {
    let connection = try await LoadedBank.connect()
    var results: [String: [String: String]] = [:]
    for (asOf, seed) in [
      (LoadedBank.april, 1), (LoadedBank.may, 1), (LoadedBank.june, 1), (LoadedBank.may, 1), (LoadedBank.june, 1),
      (LoadedBank.april, 2), (LoadedBank.may, 1), (LoadedBank.june, 1),
    ] {
      let report = try await LoadedBank.night(connection, asOf) { $0.settings.night.seed = UInt64(seed) }
      let sums = try await Checksums.ofFindings(connection)
      #expect(results[report.run] ?? sums == sums, "as of \(asOf)")
      results[report.run] = sums
    }
  }
}
