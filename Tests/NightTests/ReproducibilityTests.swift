import Banking
import IdealProfiles
import NightFixture
import Nightly
import Policy
import PostgresKit
import Testing
import Triggers

@Suite("A night is a function of its snapshot")
struct ReproducibilityTests {
  @Test("Three databases and 1, 2 or 3 threads give the same views to the byte")
  func threads() async throws {
    var sums: [[String: String]] = []
    for threads in 1...3 {
      let connection = try await LoadedBank.connect()
      let report = try await LoadedBank.night(connection, LoadedBank.june) { $0.settings.night.threads = threads }
      #expect(report.outcome == .published)
      sums.append(try await Checksums.ofViews(connection))
      #expect(try await connection.value("select income_basis from xsell.publication") == "new_holders")
    }
    #expect(sums[0] == sums[1] && sums[0] == sums[2])
    #expect(sums[0].values.allSatisfy { !$0.hasPrefix("0 rows") })
  }

  @Test("A second night on the same snapshot changes no row and raises nothing; the ledger says so")
  func second() async throws {
    let connection = try await LoadedBank.connectPublished()
    let before = try await Checksums.ofStorage(connection, except: ["attempt"])
    let report = try await LoadedBank.night(connection, LoadedBank.may)
    #expect(report.outcome == .unchanged)
    #expect(try await Checksums.ofStorage(connection, except: ["attempt"]) == before)
    #expect(try await connection.attempts() == ["published", "published", "unchanged"])
  }

  @Test("A full night after one that ended triggers comes to the same, though it finds them ended")
  func fullAgain() async throws {
    let connection = try await LoadedBank.connect()
    func night(_ asOf: BusinessDate, isFull: Bool = false) async throws {
      try await LoadedBank.night(connection, asOf) {
        $0.isFull = isFull
        $0.settings.triggers.maximumRaisedPerManager = 2
        $0.settings.triggers.maximumPerConversation = 1
        $0.settings.triggers.minimumProbability = 0
        $0.settings.profiles.characteristicPenetration = 0.02
        $0.settings.triggers.conversion.strength = 0.1
        $0.settings.triggers.conversion.least = 0.01
        $0.settings.triggers.conversion.most = 100
        for kind in TriggerKind.allCases { $0.settings.triggers.kinds[kind]?.validity = 40 }
      }
    }
    for asOf in [LoadedBank.february, LoadedBank.march, LoadedBank.may] {
      try await connection.script(
        """
        insert into source.account (bank_id, account_id, client_id, product_code, opened_on)
        select bank_id, 1000 + client_id + (select max(account_id) from source.account), client_id, product_code,
          '\(asOf.advanced(byDays: -3))'
        from xsell.trigger where kind = 'offer' and state = 'open' and client_id % 2 = 0
        """)
      try await night(asOf)
    }
    let ended: Int64 = try await connection.value(
      "select count(*) from xsell.trigger_record where closed_on = '\(LoadedBank.may)' and state <> 'withdrawn'")
    #expect(ended > 0)
    let statuses = "select concat_ws(' ', client_id, product_code, status, reason) from xsell.recommendation order by 1"
    let before = try await connection.texts(statuses)
    try await night(LoadedBank.may, isFull: true)
    #expect(try await connection.texts(statuses) == before)
  }

  @Test("A bank that keeps its books in another currency is published anew, on the same snapshot too")
  func bankChanges() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await connection.script("update source.bank set currency = 'CHF'")
    #expect(try await LoadedBank.night(connection, LoadedBank.may).outcome == .published)
    #expect(try await connection.value("select currency from xsell.publication") == "CHF")
  }

  @Test("A dry run writes nothing at all, whether there is a publication or not", arguments: [false, true])
  func dryRun(isPublished: Bool) async throws {
    let connection = try await isPublished ? LoadedBank.connectPublished() : LoadedBank.connect()
    let before = try await Checksums.ofStorage(connection)
    let report = try await LoadedBank.night(connection, LoadedBank.june) { $0.isDryRun = true }
    #expect(report.outcome == .dryRun)
    #expect(report.night != nil)
    #expect(try await Checksums.ofStorage(connection) == before)
  }

  @Test("Nothing leaks from the future: the full pack and the pack cut at the as-of date show the same")
  func future() async throws {
    var sums: [[String: String]] = []
    for isCut in [false, true] {
      let connection = try await LoadedBank.connect()
      if isCut { try await connection.script(LoadedBank.cut(at: "2026-03-31")) }
      for asOf in [LoadedBank.february, LoadedBank.march] {
        let report = try await LoadedBank.night(connection, asOf)
        #expect(report.outcome == .published)
      }
      sums.append(try await Checksums.ofViews(connection))
    }
    #expect(sums[0] == sums[1])
  }

  @Test("What shows in a result changes the run's name: a renamed bank is published again")
  func renamed() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await connection.script("update source.bank set name = 'Renamed'")
    #expect(try await LoadedBank.night(connection, LoadedBank.may).outcome == .published)
    #expect(try await connection.value("select count(*) from xsell.cohort where name like 'Renamed%'") > Int64(0))
  }
}
