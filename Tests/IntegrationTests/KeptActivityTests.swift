import Banking
import PostgresKit
import Testing

@testable import Store

/// Nights that take what an earlier one made of the product months, against those that read them all.
@Suite("Product months kept from an earlier reading")
struct KeptActivityTests {
  private static let july = {
    var scope = SoundBank.scope
    scope.asOf = BusinessDate(dayNumber: SoundBank.asOf.dayNumber + 5)
    return scope
  }()

  @Test("say what the source says, whatever days do to it", arguments: 1...24)
  func sameAsSource(seed: UInt64) async throws {
    var edits = RandomEdits(seed: seed)
    let connection = try await Self.bank()
    _ = try await Self.read(connection, SoundBank.scope, ActivityUse(keeps: true))
    var taken = 0
    for day in 1...4 {
      let script = edits.script()
      try await connection.script(script)
      let kept = try await Self.read(
        connection, Self.july, ActivityUse(takesKept: true, keeps: true), looksBeside: day % 2 == 0)
      let source = try await Self.read(connection, Self.july, .sourceAlone)
      #expect(
        SoundBank.text(kept.0.snapshot) == SoundBank.text(source.0.snapshot), "seed \(seed), day \(day): \(script)")
      #expect(kept.0.fingerprint == source.0.fingerprint, "seed \(seed), day \(day): \(script)")
      #expect(kept.1 == source.1, "seed \(seed), day \(day): \(script)")
      taken += kept.0.knowsPast ? 0 : 1
    }
    #expect(taken > 0, "seed \(seed)")
  }

  @Test("are taken where one client's rows changed, and nobody else's are read")
  func takesKept() async throws {
    let connection = try await Self.bank()
    _ = try await Self.read(connection, SoundBank.scope, ActivityUse(keeps: true))
    try await connection.script(
      "update source.product_month set income = 20 where client_id = 3 and month = '2026-02-01'")
    let (reading, _) = try await Self.read(connection, Self.july, ActivityUse(takesKept: true, keeps: true))
    #expect(!reading.knowsPast)
    // As nobody looks at the source, nobody can tell that what is kept is not what it says.
    try await connection.script("update xsell.client_activity set content = 1 where client_id in (3, 4)")
    let (again, _) = try await Self.read(connection, Self.july, ActivityUse(takesKept: true, keeps: true))
    #expect(!again.knowsPast)
    #expect(again.fingerprint != reading.fingerprint)
  }

  @Test(
    "are read anew where rows are gone, or the table is another one",
    arguments: [
      "delete from source.product_month where client_id = 3 and month = '2026-02-01'",
      "alter table source.product_month rename operations to o; alter table source.product_month add operations integer not null default 1",
      "alter table source.product_month rename to older; create view source.product_month as select * from source.older",
      "alter table source.product_month enable row level security",
      "truncate source.product_month",
      "insert into source.product values ('B', 'NEW', 'New', 'loan', 'fee', true, '{}', '{}')",
      "update xsell.client_activity set figures = '\\x17' where client_id = 3",
      "insert into source.product_month select 'B', i, 'LOAN', '2026-01-01'::date - d, 1, 1 from generate_series(1, 10) i, generate_series(1, 200) d",
    ])
  func readsAnew(change: String) async throws {
    let connection = try await Self.bank()
    _ = try await Self.read(connection, SoundBank.scope, ActivityUse(keeps: true))
    try await connection.script(change)
    let (reading, findings) = try await Self.read(connection, Self.july, ActivityUse(takesKept: true))
    let (source, counted) = try await Self.read(connection, Self.july, .sourceAlone)
    #expect(reading.knowsPast)
    #expect(reading.fingerprint == source.fingerprint)
    #expect(findings == counted)
  }

  @Test(
    "do not stand for rows of transactions that were under way",
    arguments: [
      "insert into source.product_month values ('B', 3, 'ACQ', '2026-02-01', 7, 1)",
      "savepoint a; update source.product_month set income = 99 where client_id = 3; release a",
      "delete from source.product_month where client_id = 3 and month = '2026-02-01'; insert into source.product_month values ('B', 4, 'ACQ', '2026-02-01', 7, 1)",
    ])
  func underWay(change: String) async throws {
    let database = try await SoundBank.database()
    let connection = try await Self.bank(database)
    let other = try await PostgresConnection.connect(database)
    try await other.script("create table touched (i integer)")
    try await other.withTransaction {
      try await other.script("insert into touched values (1); \(change)")
      _ = try await Self.read(connection, SoundBank.scope, ActivityUse(keeps: true))
    }
    let (kept, _) = try await Self.read(connection, Self.july, ActivityUse(takesKept: true))
    let (source, _) = try await Self.read(connection, Self.july, .sourceAlone)
    #expect(kept.fingerprint == source.fingerprint)
    #expect(kept.knowsPast == change.hasPrefix("delete"))
  }

  @Test("are not looked for in a view that has taken the table's place, and that is no fault of it")
  func laterView() async throws {
    let connection = try await Self.bank()
    _ = try await Self.read(connection, SoundBank.scope, ActivityUse(keeps: true))
    try await connection.script(
      "alter table source.product_month rename to older; create view source.product_month as select * from source.older"
    )
    try await connection.withTransaction(isolation: .repeatableRead) {
      let look = try await ActivityLook.beside(connection, Self.july)
      await #expect(throws: KeptActivity.Outdated.self) { _ = try await look() }
    }
  }

  @Test("are looked through in the one session where no other is to be had")
  func oneSession() async throws {
    let database = try await SoundBank.database()
    let connection = try await Self.bank(database)
    _ = try await Self.read(connection, SoundBank.scope, ActivityUse(keeps: true))
    try await connection.script("update source.product_month set income = 20 where client_id = 3")
    var elsewhere = database
    elsewhere.parameters["dbname"] = "postgres"
    let name = try #require(database.parameters["dbname"])
    try await PostgresConnection.connect(elsewhere).script("alter database \"\(name)\" allow_connections false")
    let (kept, _) = try await Self.read(connection, Self.july, ActivityUse(takesKept: true), looksBeside: true)
    let (source, _) = try await Self.read(connection, Self.july, .sourceAlone)
    #expect(!kept.knowsPast)
    #expect(kept.fingerprint == source.fingerprint)
  }

  @Test("are waited for by nobody who holds what a loader waits for")
  func loader() async throws {
    let database = try await SoundBank.database()
    let connection = try await Self.bank(database)
    _ = try await Self.read(connection, SoundBank.scope, ActivityUse(keeps: true))
    let loader = try await PostgresConnection.connect(database)
    let loading = try await connection.withTransaction(isolation: .repeatableRead) {
      let look = try await ActivityLook.beside(connection, SoundBank.scope)
      try await connection.script("select from source.client")
      try await loader.script("begin; lock source.product_month")
      let loading = Task { try await loader.script("lock source.client; commit") }
      let error = await #expect(throws: PostgresError.self) { _ = try await look() }
      #expect(error?.sqlState == .lockNotAvailable)
      return loading
    }
    try await loading.value
  }

  @Test(
    "tell new transactions from old ones, though their numbers go round",
    arguments: zip(Self.distances, [true, true, false, true, false, true, false, true, false]))
  func transactions(distance: Int64, isNew: Bool) async throws {
    let connection = try await Self.bank()
    let groups = try await connection.withTransaction {
      try await connection.script("update source.product_month set income = 20 where client_id = 3")
      let mine = try await connection.one(
        Statement<Int64>("mine", "select pg_current_xact_id()::text::bigint") { try $0.decode(0) })
      let first = mine + distance + (distance < -mine ? Self.round : 0)
      return try await ActivityLook.groups(connection, SoundBank.scope, since: first, limit: 1000)
    }
    #expect(groups.contains { $0.client == 3 } == isNew)
  }

  @Test("are a bank's own, whatever its neighbours in the table do")
  func neighbours() async throws {
    let connection = try await Self.bank()
    _ = try await Self.read(connection, SoundBank.scope, ActivityUse(keeps: true))
    try await connection.script(
      "insert into source.product_month values ('C', 3, 'ACQ', '2026-02-01', 7, 1), ('C', null, 'ACQ', '2026-02-01', 7, 1)"
    )
    #expect(try await !Self.read(connection, Self.july, ActivityUse(takesKept: true)).0.knowsPast)
    try await connection.script(
      "update source.product_month set bank_id = 'C' where client_id = 5 and month = '2026-03-01'")
    #expect(try await Self.read(connection, Self.july, ActivityUse(takesKept: true)).0.knowsPast)
  }

  @Test("are not kept for a bank that loads everything anew, until the next month")
  func reloads() async throws {
    let connection = try await Self.bank()
    try await connection.script(
      "insert into source.product_month select 'B', i, 'ACQ', '2021-01-01'::date + d, 1, 1 from generate_series(1, 10) i, generate_series(1, 300) d"
    )
    _ = try await Self.read(connection, SoundBank.scope, ActivityUse(keeps: true))
    #expect(try await Self.kept(connection) == 10)
    try await connection.script("update source.product_month set income = income")
    for _ in 1...2 {
      _ = try await Self.read(connection, Self.july, ActivityUse(takesKept: true, keeps: true))
      #expect(try await Self.kept(connection) == 0)
    }
    var august = Self.july
    august.asOf = BusinessDate(dayNumber: august.asOf.dayNumber + 31)
    _ = try await Self.read(connection, august, ActivityUse(takesKept: true, keeps: true))
    #expect(try await Self.kept(connection) == 10)
  }

  @Test("hold figures of any size", arguments: 1...20)
  func codes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func amount() -> Int64 { Int64(bitPattern: random.next()) >> Int64(random.below(64)) }
    func count() -> Int32 { Int32(truncatingIfNeeded: amount()) & .max }
    let last = Month(year: 2026, month: 6)
    let months = (0..<random.below(30)).map { _ in (income: amount(), operations: count()) }
    let holdings = (0..<random.below(9)).map { product in
      Holding(
        product: Int16(product), openAccounts: 0, activeMonths: UInt8(random.below(13)),
        lastActive: random.below(3) == 0 ? nil : last.advanced(by: -random.below(500)), income3: amount(),
        income12: amount(), incomeYearAgo: amount(), operations3: count(), operations12: count())
    }
    let bytes = ActivityCode(months: months, holdings, last: last).bytes
    bytes.withUnsafeBytes { bytes in
      var figures = ActivityFigures(bytes)
      let read = (0..<figures.count()).map { _ in figures.month() }
      #expect(read.map(\.income) == months.map(\.income), "seed \(seed)")
      #expect(read.map(\.operations) == months.map(\.operations), "seed \(seed)")
      #expect((0..<figures.count()).map { _ in figures.holding(last: last) } == holdings, "seed \(seed)")
      #expect(figures.isSound)
    }
    bytes.dropLast().withUnsafeBytes { bytes in
      var figures = ActivityFigures(bytes)
      for _ in 0..<figures.count() { _ = figures.month() }
      for _ in 0..<figures.count() { _ = figures.holding(last: last) }
      #expect(!figures.isSound, "seed \(seed)")
    }
  }

  private static let round = Int64(1) << 32
  private static let distances: [Int64] = [
    -1, 0, 1, -1_000_000_000, 1_000_000_000, 1 - round / 2, -round / 2, round, round + 1,
  ]

  private static func bank(_ database: ConnectionSettings? = nil) async throws -> PostgresConnection {
    let connection =
      if let database { try await PostgresConnection.connect(database) } else { try await SoundBank.connect() }
    _ = try await OutputSchema.migrator().migrate(connection)
    try await connection.script(
      """
      \(BrokenRule.unkeyed("product_month")) \(BrokenRule.unkeyed("client")) \(BrokenRule.unkeyed("product"))
      alter table source.product_month alter income type numeric;
      """)
    try await waitForOlderTransactions(connection)
    return connection
  }

  /// Other tests write in databases of the same server: as long as one of their transactions is older than the bank's rows, a reading
  /// cannot say that it has seen all of those.
  private static func waitForOlderTransactions(_ connection: PostgresConnection) async throws {
    let mine = try await connection.one(
      Statement<String>("transaction", "select pg_current_xact_id()::text") { try $0.decode(0) })
    let isOver = Statement<Bool>(
      "over", "select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8", .text(mine)
    ) { try $0.decode(0) }
    while try await !connection.one(isOver) { try await Task.sleep(for: .milliseconds(20)) }
  }

  /// A bank as a night reads it, and what the check says of it.
  private static func read(
    _ connection: PostgresConnection, _ scope: ReadScope, _ use: ActivityUse, looksBeside: Bool = false
  ) async throws -> (SourceReading, CheckReport) {
    try await connection.withTransaction(isolation: .repeatableRead) {
      var use = use
      if looksBeside {
        let look = try await ActivityLook.beside(connection, scope)
        use.look = Task { try await look() }
      }
      let check = SourceCheck(connection)
      let open = try await check.begin(scope, settings: SoundBank.lenient)
      let reading = try await SourceReader(connection).read(
        scope, bank: SoundBank.bank, sampleClients: 1024, activity: use)
      return (reading, try await check.finish(open, reading.tally))
    }
  }

  private static func kept(_ connection: PostgresConnection) async throws -> Int64 {
    try await connection.one(Statement("kept", "select count(*) from xsell.client_activity") { try $0.decode(0) })
  }
}
