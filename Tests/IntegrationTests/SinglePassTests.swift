import Banking
import PostgresKit
import Schema
import Testing

@testable import Store

/// The one pass over accounts and over product months against the plain way: SQL that judges, rounds and sums.
@Suite("Reading and checking in one pass")
struct SinglePassTests {
  @Test("says of a random bank what SQL says: holdings, months, what is set aside and why", arguments: 1...12)
  func sameAsPlain(seed: UInt64) async throws {
    var months = RandomMonths(seed: seed)
    let connection = try await SoundBank.connect()
    try await connection.script(months.script())
    let scope = SoundBank.scope
    let (reading, plain, totals, seen, counted) = try await connection.withTransaction(isolation: .repeatableRead) {
      let check = SourceCheck(connection)
      let open = try await check.begin(scope, settings: SoundBank.lenient)
      let reading = try await SourceReader(connection).read(scope, bank: SoundBank.bank, sampleClients: 0)
      let seen = try await check.finish(open, reading.tally)
      let counted = try await check.finish(open)
      return (reading, try await Self.activity(connection), try await Self.totals(connection), seen, counted)
    }
    #expect(seen == counted, "seed \(seed)")
    let lines = Self.lines(of: reading.snapshot)
    let silent = lines.filter { !plain.contains($0) }
    #expect(lines.filter { plain.contains($0) } == plain, "seed \(seed)")
    #expect(silent.allSatisfy { $0.hasSuffix(" 0 0 0 0 0 -") }, "seed \(seed)")
    #expect(Self.totals(of: reading.snapshot) == totals, "seed \(seed)")
  }

  @Test("finds in random accounts what the check finds that looks at them on their own", arguments: UInt64(1)...20)
  func accounts(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let connection = try await SoundBank.connect()
    try await connection.script(Self.accounts(&random))
    let (seen, counted) = try await connection.withTransaction(isolation: .repeatableRead) {
      let check = SourceCheck(connection)
      let open = try await check.begin(SoundBank.scope, settings: SoundBank.lenient)
      let reading = try await SourceReader(connection).read(SoundBank.scope, bank: SoundBank.bank, sampleClients: 0)
      return (
        try await check.finish(open, reading.tally),
        try await check.report(SoundBank.scope, settings: SoundBank.lenient)
      )
    }
    #expect(seen == counted, "seed \(seed)")
    #expect(seen.findings.contains { $0.relation == "account" }, "seed \(seed)")
  }

  @Test("counts the accounts that are open, and those that mature first, as SQL counts them", arguments: UInt64(1)...6)
  func openAccounts(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let connection = try await SoundBank.connect()
    try await connection.script("insert into source.account values \(Self.rows(&random).joined(separator: ","))")
    let (reading, plain) = try await connection.withTransaction(isolation: .repeatableRead) {
      _ = try await SourceCheck(connection).begin(SoundBank.scope, settings: SoundBank.lenient)
      return (
        try await SourceReader(connection).read(SoundBank.scope, bank: SoundBank.bank, sampleClients: 0),
        try await Self.openAccounts(connection)
      )
    }
    let snapshot = reading.snapshot
    let seen = snapshot.clients.indices.flatMap { client in
      snapshot.holdings(of: client).filter(\.isHeld).map { holding in
        """
        \(snapshot.clients[client].id) \(snapshot.catalogue[Int(holding.product)].code) \(holding.openAccounts) \
        \(holding.maturingAccounts) \(holding.maturesOn.map(\.description) ?? "-")
        """
      }
    }
    #expect(seen.sorted() == plain, "seed \(seed)")
    #expect(
      snapshot.holdings.contains { $0.openAccounts > $0.maturingAccounts && $0.maturingAccounts > 1 }, "seed \(seed)")
  }

  @Test("reads the same from accounts that stand in another order", arguments: UInt64(1)...6)
  func anyOrder(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let rows = Self.rows(&random)
    var readings: [SourceReading] = []
    for order in [rows, rows.reversed()] {
      let connection = try await SoundBank.connect()
      try await connection.script("insert into source.account values \(order.joined(separator: ","))")
      readings.append(try await SoundBank.reading(connection))
    }
    #expect(readings[0].fingerprint == readings[1].fingerprint, "seed \(seed)")
    #expect(SoundBank.text(readings[0].snapshot) == SoundBank.text(readings[1].snapshot), "seed \(seed)")
  }

  @Test("attributes of hardly any client are left out, and the commonest are taken where there are many")
  func rareAttributes() async throws {
    let connection = try await SoundBank.connect()
    try await connection.script(
      """
      insert into source.client (bank_id, client_id, client_no, name, region, industry, opened_on, contact_allowed, attributes)
        select 'B', 100 + i, 'X' || i, 'Client ' || i, 'North', 'trade', '2024-01-10', true, '{"common": 1}'
        from generate_series(1, 190) i;
      update source.client set attributes = '{"few": 1}' where client_id in (1, 2);
      update source.client set attributes = '{"one": 1}' where client_id = 3;
      """)
    func names() async throws -> [String] {
      try await SoundBank.reading(connection).snapshot.attributes.columns.map(\.name)
    }
    let few = try await names()
    #expect(few.contains("few") && few.contains("common") && !few.contains("one"))
    try await connection.script(
      """
      update source.client set attributes = (select jsonb_object_agg('k' || g, g) from generate_series(1, 1000) g)
      where client_id in (4, 5);
      update source.client set attributes = attributes || '{"a": 1}' where client_id > 100;
      """)
    let many = try await names()
    #expect(many.count == 128 && many.contains("common") && many.contains("a") && many == many.sorted())
  }

  /// Sound accounts of three clients.
  private static func rows(_ random: inout SeededRandom) -> [String] {
    let days = ["null", "'2024-02-01'", "'2025-01-10'"]
    let ends = ["null", "'2026-01-31'", "'2026-09-30'", "'infinity'"]
    return (100..<160).map { id in
      let (opened, closed, matures) = (days.random(&random), ends.random(&random), ends.random(&random))
      let product = ["'ACQ'", "'LOAN'"].random(&random)
      return "('B', \(id), \(1 + random.below(3)), \(product), \(opened), \(closed), \(matures))"
    }
  }

  /// Accounts of all kinds, of clients that are not sound, yet to come or of unknown opening, and of a product without a name.
  private static func accounts(_ random: inout SeededRandom) -> String {
    let dates = [
      "null", "'2023-05-01'", "'2024-02-01'", "'2025-01-10'", "'2026-06-30'", "'2026-08-01'", "'infinity'",
      "'-infinity'",
    ]
    let rows = (0..<150).map { _ in
      let id = random.below(12) == 0 ? "null" : String(100 + random.below(140))
      let client = (["null", "77"] + (1...10).map(String.init)).random(&random)
      let product = ["null", "''", "'GONE'", "'BAD'", "'ACQ'", "'LOAN'", "'SETTLE'"].random(&random)
      let days = (dates.random(&random), dates.random(&random), dates.random(&random))
      return "('B', \(id), \(client), \(product), \(days.0), \(days.1), \(days.2))"
    }
    return """
      \(BrokenRule.unkeyed("account")) \(BrokenRule.unkeyed("client")) \(BrokenRule.unkeyed("product"))
      update source.client set opened_on = '2027-01-01' where client_id = 9;
      update source.client set opened_on = null where client_id = 7;
      update source.client set client_no = null where client_id = 8;
      insert into source.product values ('B', 'BAD', null, 'x', 'fee', true, '{}', '{}'),
        ('B', '', 'None', 'x', 'fee', true, '{}', '{}');
      insert into source.account values \(rows.joined(separator: ",\n"));
      """
  }

  private static func openAccounts(_ connection: PostgresConnection) async throws -> [String] {
    try await connection.many(
      Statement(
        "accounts",
        """
        select concat_ws(' ', client_id, product_code, count(*), count(*) filter (where matures_on = first),
          coalesce(first::text, '-')) as line
        from (
          select a.*, min(matures_on) filter (where matures_on > '2026-06-30' and isfinite(matures_on))
            over (partition by client_id, product_code) as first
          from source.account a
          where coalesce(closed_on > '2026-06-30', true)
        ) o
        group by client_id, product_code, first
        """
      ) { try $0.decode("line", as: String.self) }, limit: 1000
    ).sorted()
  }

  private static func activity(_ connection: PostgresConnection) async throws -> [String] {
    try await connection.many(
      Statement(
        "activity",
        """
        select concat_ws(' ', client_id, product_code, coalesce(sum(income) filter (where ago < 3), 0),
          coalesce(sum(income) filter (where ago < 12), 0), coalesce(sum(income) filter (where ago = 13), 0),
          least(coalesce(sum(operations) filter (where ago < 3), 0), 2147483647),
          least(coalesce(sum(operations) filter (where ago < 12), 0), 2147483647),
          count(*) filter (where ago < 12 and (income <> 0 or operations > 0)),
          coalesce(to_char(max(month) filter (where income <> 0 or operations > 0), 'YYYY-MM'), '-')) as line
        from (\(months)) m
        where product_code <> 'BAD'
        group by client_id, product_code
        """
      ) { try $0.decode("line", as: String.self) }, limit: 1000
    ).sorted()
  }

  private static func totals(_ connection: PostgresConnection) async throws -> [String] {
    try await connection.many(
      Statement(
        "totals",
        """
        select concat_ws(' ', client_id, to_char(month, 'YYYY-MM'), sum(income), least(sum(operations), 2147483647)) as line
        from (\(months)) m
        where ago < 24
        group by client_id, month
        having sum(income) <> 0 or sum(operations) <> 0
        """
      ) { try $0.decode("line", as: String.self) }, limit: 10_000
    ).sorted()
  }

  /// Sound months of clients of the snapshot, and how many months ago they were.
  private static var months: String {
    """
    select m.*, (extract(year from age(date '2026-06-01', m.month)) * 12
      + extract(month from age(date '2026-06-01', m.month)))::integer as ago
    from (\(Query.readProductMonths.sql) offset 0) m
    where m.client_id not in (8, 9)
    """
  }

  /// Of products with any sound month; the others must show none.
  private static func lines(of snapshot: Snapshot) -> [String] {
    snapshot.clients.indices.flatMap { client in
      snapshot.holdings(of: client).map { holding in
        """
        \(snapshot.clients[client].id) \(snapshot.catalogue[Int(holding.product)].code) \(holding.income3) \
        \(holding.income12) \(holding.incomeYearAgo) \(holding.operations3) \(holding.operations12) \(holding.activeMonths) \
        \(holding.lastActive.map(\.description) ?? "-")
        """
      }
    }.sorted()
  }

  private static func totals(of snapshot: Snapshot) -> [String] {
    let count = snapshot.monthsOfHistory
    return snapshot.monthlyIncome.indices.compactMap { cell in
      let (income, operations) = (snapshot.monthlyIncome[cell], snapshot.monthlyOperations[cell])
      guard income != 0 || operations != 0 else { return nil }
      let month = snapshot.asOf.lastCompleteMonth.advanced(by: cell % count + 1 - count)
      return "\(snapshot.clients[cell / count].id) \(month) \(income) \(operations)"
    }.sorted()
  }
}

extension [String] {
  fileprivate func random(_ random: inout SeededRandom) -> String { self[random.below(count)] }
}
