import Banking
import Policy
import PostgresKit
import Testing

@testable import Store

@Suite("The past of a bank")
struct PastReadingTests {
  /// Accounts that overlap, end, begin again and end on the very dates; months that are idle, negative or missing,
  /// with parts of a hundredth, which every reading rounds alike;
  /// clients that come and go; rows that are quarantined.
  private static let life = """
    update source.client set opened_on = date '2024-01-15' + 70 * (client_id - 5)::integer where client_id > 5;
    update source.client set closed_on = '2026-03-31' where client_id = 2;
    update source.client set region = 'R' || client_id % 3, attributes = jsonb_build_object('size', client_id, 'kind', 'k' || client_id % 2);
    insert into source.account
      select 'B', 100 + 10 * i + n, i, p, date '2025-06-01' + (37 * i + 61 * n) % 380,
        case when (i + n) % 3 > 0 then date '2025-07-01' + (37 * i + 61 * n) % 380 + 45 * n end,
        case when p = 'LOAN' then date '2026-02-15' + 30 * n end
      from generate_series(1, 10) i, generate_series(1, 4) n, lateral (select (array['ACQ', 'LOAN'])[1 + n % 2] as p) x;
    update source.account set opened_on = null where account_id % 17 = 0;
    update source.account set closed_on = opened_on - 1 where account_id % 23 = 0;
    insert into source.product_month
      select 'B', i, p, m, (i * 37 + extract(month from m) * 11) % 50 - 20, (i + extract(month from m)::integer) % 4
      from generate_series(1, 10) i, unnest(array['ACQ', 'LOAN']) p,
        generate_series('2024-03-01'::timestamp, '2026-06-01', '1 month') m
      where (i + extract(month from m)::integer) % 5 > 0;
    update source.product_month set income = 'NaN' where client_id = 3 and month = '2026-02-01' and product_code = 'ACQ';
    alter table source.product_month alter income type numeric;
    update source.product_month set income = income + 0.0046 where income <> 'NaN';
    """

  @Test("rebuilt from one reading equals the bank as read at each date", arguments: [1024, 500])
  func sameAsReadThen(share: Int) async throws {
    let dates = [(2026, 5, 31), (2026, 4, 30), (2026, 3, 31), (2025, 9, 30), (2024, 8, 14), (2024, 2, 1)].compactMap {
      BusinessDate(year: $0.0, month: $0.1, day: $0.2)
    }
    var scope = SoundBank.scope
    scope.sampleShare = share
    scope.historyMonths = 12
    let connection = try await SoundBank.connect()
    try await connection.script(Self.life)
    try await connection.withTransaction(isolation: .repeatableRead) { [scope] in
      _ = try await SourceCheck(connection).report(scope, settings: SoundBank.lenient)
      let reader = SourceReader(connection)
      let tonight = try await reader.read(scope, bank: SoundBank.bank, sampleClients: 1024)
      for date in dates {
        let rebuilt = tonight.past(on: date, historyMonths: scope.historyMonths)
        var then = scope
        then.asOf = date
        let read = try await reader.read(then, bank: SoundBank.bank, sampleClients: 0).snapshot
        #expect(SoundBank.text(rebuilt) == SoundBank.text(read), "\(date)")
      }
    }
  }

  @Test("what a product first brought is the average of the active months among its first three")
  func firstIncomes() async throws {
    let connection = try await SoundBank.connect()
    try await connection.script(
      """
      insert into source.account values
        ('B', 101, 1, 'ACQ', '2026-03-10', null, null), ('B', 102, 2, 'ACQ', '2026-02-01', null, null),
        ('B', 103, 3, 'ACQ', '2026-05-20', null, null), ('B', 104, 4, 'ACQ', '2026-06-05', null, null),
        ('B', 105, 5, 'ACQ', '2025-11-05', null, null);
      insert into source.product_month values
        ('B', 1, 'ACQ', '2026-03-01', 10.00, 1), ('B', 1, 'ACQ', '2026-04-01', 0, 0),
        ('B', 1, 'ACQ', '2026-05-01', 31.01, 2), ('B', 1, 'ACQ', '2026-06-01', 500, 9),
        ('B', 4, 'ACQ', '2026-06-01', -8, 1);
      """)
    let reading = try await SoundBank.reading(connection)
    let found = reading.firstIncomes
    let all = try await connection.withTransaction(isolation: .repeatableRead) {
      _ = try await SourceCheck(connection).begin(SoundBank.scope, settings: SoundBank.lenient)
      return try await SourceReader(connection).firstIncomes(
        SoundBank.scope, tonight: reading.snapshot, billing: reading.billing)
    }
    #expect(all == found)
    // Client 2 had three months and used nothing; client 3 had two, which is too early; client 5 came before the history.
    #expect(found.map(\.client.rawValue) == [1, 2, 4])
    #expect(found.map(\.income.minorUnits) == [2051, 0, -800])
  }

  @Test("what one charge pays for is spread over the months that it pays for")
  func spread() async throws {
    let connection = try await SoundBank.connect()
    try await connection.script(
      """
      insert into source.account values
        ('B', 101, 1, 'ACQ', '2026-03-10', null, null), ('B', 102, 2, 'ACQ', '2026-03-10', null, null),
        ('B', 104, 4, 'LOAN', '2026-02-05', null, null),
        ('B', 105, 5, 'LOAN', '2026-03-05', null, null), ('B', 106, 6, 'LOAN', '2026-05-05', null, null);
      """)
    let snapshot = try await SoundBank.reading(connection).snapshot
    let (yearly, quarterly, settlement) = (0, 1, 2)
    #expect(snapshot.catalogue.products.map(\.code.rawValue) == ["ACQ", "LOAN", "SETTLE"])
    var reading = FirstIncomeReading(snapshot.clients.map(\.id), snapshot, BillingCycles([12, 3]))
    for (client, product, month, income) in [
      (1, yearly, 3, 120_000), (1, yearly, 4, 0), (4, quarterly, 3, 900), (4, quarterly, 6, 900),
      (5, settlement, 4, 100),
    ] as [(Int, Int, Int, Int64)] {
      reading.append(
        ProductMonth(month: Month(year: 2026, month: month).index, income: income, operations: 2), client: client - 1,
        product: product)
    }
    let found = reading.finished()
    // Client 1 paid for a year at once, client 4 for a quarter. Clients 2 and 6 may yet pay at the end of their first year and
    // quarter; client 5 has had a quarter and paid nothing.
    #expect(found.map(\.client.rawValue) == [1, 4, 5])
    #expect(found.map(\.income.minorUnits) == [10_000, 300, 0])
  }
}
