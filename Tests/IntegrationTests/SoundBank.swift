import Banking
import Policy
import PostgresKit
import Schema
import Store
import TestCluster

/// A bank of ten clients with nothing to find, in a database of its own.
enum SoundBank {
  static let asOf = BusinessDate(dayNumber: 9677)  // 2026-06-30
  static let scope = ReadScope(
    bank: BankID("B"), asOf: asOf, historyMonths: 24, absurdAmount: 1_000_000_000_000)

  static let sql = """
    insert into source.bank values ('B', 'Bank', 'EUR', 'en');
    insert into source.manager values ('B', 1, 'One', 'North', null, true), ('B', 2, 'Two', 'South', null, true);
    insert into source.product values
      ('B', 'SETTLE', 'Account', 'account', 'fee', false, '{}', '{}'),
      ('B', 'ACQ', 'Acquiring', 'card', 'fee', true, '{SETTLE}', '{}'),
      ('B', 'LOAN', 'Loan', 'loan', 'interest', true, '{SETTLE}', '{ACQ}');
    insert into source.client
      select 'B', i, 'N' || i, 'Client ' || i, 'North', 'trade', null, 1 + i % 2, '2024-01-15', null, 1000 * i, true,
        '{"employees": 3}'
      from generate_series(1, 10) i;
    insert into source.account
      select 'B', i, i, 'SETTLE', '2024-02-01', null, null from generate_series(1, 10) i;
    insert into source.product_month
      select 'B', i, 'SETTLE', m, 12.50, 4
      from generate_series(1, 10) i, generate_series('2026-01-01'::timestamp, '2026-06-01', '1 month') m;
    insert into source.load
      select 'B', '2026-06-30', relation, row_count, '2026-06-30 23:00+00'
      from (values ('client', 10), ('manager', 2), ('product', 3), ('account', 10), ('product_month', 60))
        as n(relation, row_count);
    """

  /// A database with the bank in it.
  /// More clients of which nothing else is known.
  static func clients(_ ids: ClosedRange<Int>) -> String {
    """
    insert into source.client
      select 'B', i, 'N' || i, 'Client ' || i, 'North', 'trade', null, 1, '2024-01-15', null, null, true, null
      from generate_series(\(ids.lowerBound), \(ids.upperBound)) i;
    """
  }

  static func connect() async throws -> PostgresConnection { try await .connect(database()) }

  static func database() async throws -> ConnectionSettings {
    try await TestCluster.shared.database(template: "sound_bank") { connection in
      try await connection.script(Schema.sourceContract)
      try await connection.script(sql)
    }
  }

  /// Rows may break rules without making that an error.
  static var lenient: CheckSettings {
    var settings = CheckSettings()
    settings.quarantineShare = 1
    return settings
  }

  static func check(
    _ connection: PostgresConnection, _ scope: ReadScope = scope, settings: CheckSettings = lenient
  ) async throws -> CheckReport {
    try await connection.withTransaction(isolation: .repeatableRead) {
      try await SourceCheck(connection).report(scope, settings: settings)
    }
  }

  /// What the check says after a change to the sound bank.
  static func check(after change: String, settings: CheckSettings = lenient) async throws -> CheckReport {
    let connection = try await connect()
    try await connection.script(change)
    return try await check(connection, settings: settings)
  }

  /// The bank as a night reads it.
  static func reading(_ connection: PostgresConnection) async throws -> SourceReading {
    try await connection.withTransaction(isolation: .repeatableRead) {
      _ = try await SourceCheck(connection).begin(scope, settings: lenient)
      return try await SourceReader(connection).read(scope, bank: bank, sampleClients: 1024)
    }
  }

  /// Everything a snapshot holds.
  static func text(_ snapshot: Snapshot) -> [String] {
    [
      "\(snapshot.asOf)", "\(snapshot.regions)", "\(snapshot.clients)", "\(snapshot.attributes)",
      "\(snapshot.holdingStarts)", "\(Array(snapshot.holdings))", "\(snapshot.spells)", "\(snapshot.monthsOfHistory)",
      "\(Array(snapshot.monthlyIncome))", "\(Array(snapshot.monthlyOperations))",
    ]
  }

  static let bank = Bank(id: BankID("B"), name: "Bank", currency: "EUR", locale: "en")
}
